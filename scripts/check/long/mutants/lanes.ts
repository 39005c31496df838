/** Mutants side by side: each lane has a tree of its own, and its commands are processes of their own. */
import { Tree, type Run } from './tree';
import type { Mutant, TestCommand, Verdict } from './types';

/** The tests of an Apex report that failed; empty where the output is none. */
function redTests(output: string): string[] {
  const line = output.split('\n').reverse().find((each) => each.startsWith('{'));
  if (!line) return [];
  const { tests, error } = JSON.parse(line) as { tests?: { class: string; method: string; outcome: string }[]; error?: { messages: string[] } };
  // A mutant that does not compile shows nothing of the tests.
  if (error) throw new Error(error.messages.join('\n'));
  return (tests ?? []).filter((each) => each.outcome !== 'Pass').map((each) => `${each.class}.${each.method}`);
}

export class Lanes {
  /** Commands that pass without a mutant. */
  private readonly green = new Map<string, Promise<boolean>>();

  constructor(private readonly say: (text: string) => void) {}

  async run(mutants: readonly Mutant[], count: number): Promise<Verdict[]> {
    const waiting = mutants.map((mutant, index) => ({ mutant, index }));
    const verdicts: Verdict[] = [];
    const lane = async (): Promise<void> => {
      const tree = new Tree();
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const verdict = await this.attempt(tree, next.mutant);
          verdicts[next.index] = verdict;
          this.say(`${verdict.outcome}: ${verdict.mutant.floor}: ${verdict.mutant.name}${verdict.why ? ` (${verdict.why})` : ''} in ${verdict.seconds.toFixed(0)} s`);
        }
      } finally {
        tree.remove();
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(count, mutants.length)) }, lane));
    return verdicts;
  }

  private async attempt(tree: Tree, mutant: Mutant): Promise<Verdict> {
    const fault = tree.fault(mutant);
    if (fault) return { mutant, outcome: 'invalid', seconds: 0, why: fault };
    const started = Date.now();
    const verdict = (outcome: Verdict['outcome'], why: string): Verdict => ({ mutant, outcome, seconds: (Date.now() - started) / 1000, why });
    for (const test of mutant.tests) {
      // A test that is red already kills nothing.
      if (!(await this.passes(tree, test))) return verdict('invalid', `its test fails without the mutant: ${test.join(' ')}`);
      const { red, output } = await tree.with(mutant, () => tree.run(test));
      if (!red) continue;
      return this.killed(test.includes('--json') ? output : '', verdict);
    }
    return verdict('survived', `${mutant.tests.length === 1 ? 'the test passes' : 'all tests pass'}`);
  }

  private killed(output: string, verdict: (outcome: Verdict['outcome'], why: string) => Verdict): Verdict {
    try {
      const red = redTests(output);
      return verdict('killed', red.length > 3 ? `${red.slice(0, 3).join(', ')} and ${red.length - 3} more` : red.join(', '));
    } catch (failure) {
      return verdict('invalid', failure instanceof Error ? failure.message : String(failure));
    }
  }

  private passes(tree: Tree, test: TestCommand): Promise<boolean> {
    const key = test.join(' ');
    let known = this.green.get(key);
    if (!known) this.green.set(key, (known = tree.run(test).then((run) => this.tell(key, run))));
    return known;
  }

  private tell(command: string, { red, output }: Run): boolean {
    this.say(`${red ? '✗' : '✓'} ${command}${red ? `\n${output.split('\n').slice(-15).join('\n')}` : ''}`);
    return !red;
  }
}

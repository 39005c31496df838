/** A process that queues work and is killed while it does it: `killed.ts DIR ANONYMOUS_APEX TIMES`, at the given number of questions for the time by running jobs. */
import { open, run } from './support';

const [dir = '', apex = '', times = '1'] = process.argv.slice(2);
let asked = 0;
let running = false;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const platform = open(dir, {
  now: () => {
    // The stack tells System.now() in a class from what the platform asks while it saves or queues.
    const stack = new Error().stack ?? '';
    if (running && /apex-org/.test(stack) && !/\/(database|async)\/\w+\.ts|\/dml\//.test(stack.slice(0, stack.indexOf('apex-org'))) && ++asked === Number(times)) process.kill(process.pid, 'SIGKILL');
    return NOW;
  },
});
run(platform, apex);
running = true;
while (platform.apex.runDueJobs(1) > 0);
process.stdout.write('nothing killed this process\n');

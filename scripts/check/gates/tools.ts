/** Gates that other programs are: compilers and linters, run as they are, their findings passed on. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PATHS_FILE, componentPaths } from '../../build/paths';
import { filesBelow } from './files';
import type { Gate, Skipped } from './gate';

function runTool(root: string, command: string, args: readonly string[]): { code: number; output: string } {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, FORCE_COLOR: '0' } });
  return { code: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

function findingsOf(code: number, output: string): string[] {
  const lines = output.split('\n').map((line) => line.trimEnd()).filter((line) => line && !line.startsWith('npm warn'));
  return code === 0 ? [] : lines.length ? lines : [`ended with code ${code}`];
}

const local = (root: string, name: string): string => join(root, 'node_modules', '.bin', name);

/** The native compiler, which checks in a seventh of the processor time; the other one stays for those who need its programming interface. */
const TSC = ['node_modules', 'typescript-native', 'bin', 'tsc'];

function tsc(name: string, config: string): Gate {
  return {
    name,
    run(root) {
      if (!existsSync(join(root, config))) return [`${config} is missing`];
      const { code, output } = runTool(root, process.execPath, [join(root, ...TSC), '-p', config, '--noEmit', '--pretty', 'false']);
      return findingsOf(code, output);
    },
  };
}

/** The paths of the components' type check name every component. */
export const paths: Gate = {
  name: 'paths of the components are up to date',
  run(root) {
    const file = join(root, PATHS_FILE);
    return existsSync(file) && readFileSync(file, 'utf8') === componentPaths(root) ? [] : [`${PATHS_FILE}: does not name the components that are there; run npm run build`];
  },
};

export const nodeTypes = tsc('types of the scripts and the local org', 'tsconfig.json');
export const componentTypes = tsc('types of the components', 'force-app/tsconfig.json');

export const lint: Gate = {
  name: 'ESLint',
  run(root) {
    const { code, output } = runTool(root, local(root, 'eslint'), ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/', '--format', 'stylish']);
    return findingsOf(code, output);
  },
};

const JAVA_LIB = join(dirname(require.resolve('@salesforce/code-analyzer-pmd-engine/package.json')), 'dist', 'java-lib', '*');

/** Short runs: what the optimising compiler and a second collector's threads cost never comes back (apex-ls without its cache: 12 s of processor time instead of 28). */
const JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', JAVA_LIB];

function java(): Skipped | undefined {
  return spawnSync('java', ['-version']).status === 0 ? undefined : { skipped: 'Java 17 is not installed (Debian: apt-get install openjdk-17-jre-headless)' };
}

export const apexLs: Gate = {
  name: 'apex-ls',
  run(root) {
    const missing = java();
    if (missing) return missing;
    mkdirSync(join(root, '.cache', 'apex-ls'), { recursive: true });
    const { output } = runTool(root, 'java', [...JAVA, 'io.github.apexdevtools.apexls.CheckForIssues', '-d', 'warnings', '-f', 'json', '-c', join(root, '.cache', 'apex-ls'), '-w', root]);
    const start = output.indexOf('{');
    if (start < 0) return [`apex-ls gave no report: ${output.slice(0, 400)}`];
    const report = JSON.parse(output.slice(start)) as { files?: { path: string; messages: { category: string; start: { line: number }; message: string }[] }[] };
    return (report.files ?? []).flatMap((file) => file.messages.map((issue) => `${file.path.replace(`${root}/`, '')}:${issue.start.line}: ${issue.category}: ${issue.message}`));
  },
};

interface PmdResults { readonly violations: readonly { rule: string; message: string; codeLocation: { file: string; startLine: number; startCol: number } }[]; readonly processingErrors: readonly { file: string; message: string }[]; }

/** PMD by the engine of Salesforce's Code Analyzer, which takes a list of files and a ruleset and writes its results as JSON. */
export const pmd: Gate = {
  name: 'PMD',
  run(root) {
    const missing = java();
    if (missing) return missing;
    const folder = mkdtempSync(join(tmpdir(), 'pmd-'));
    try {
      const [input, output] = [join(folder, 'input.json'), join(folder, 'results.json')];
      const filesToScan = filesBelow(root, 'force-app', (path) => /\.(cls|trigger)$/.test(path)).map((path) => join(root, path));
      writeFileSync(input, JSON.stringify({ ruleSetInputFile: join(root, 'config', 'pmd-ruleset.xml'), runDataPerLanguage: { apex: { filesToScan } } }));
      const { code, output: text } = runTool(root, 'java', [...JAVA, 'com.salesforce.sfca.pmdwrapper.PmdWrapper', 'run', input, output]);
      if (code !== 0 || !existsSync(output)) return [`PMD ended with code ${code}: ${text.slice(-800)}`];
      const results = JSON.parse(readFileSync(output, 'utf8')) as PmdResults;
      const place = (file: string): string => file.replace(`${root}/`, '');
      return [...results.processingErrors.map((each) => `${place(each.file)}: ${each.message}`), ...results.violations.map((each) => `${place(each.codeLocation.file)}:${each.codeLocation.startLine}:${each.codeLocation.startCol}: ${each.rule}: ${each.message}`)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

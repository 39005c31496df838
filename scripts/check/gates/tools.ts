/** Gates that other programs are: compilers and linters, run as they are, their findings passed on. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATHS_FILE, componentPaths } from '../../build/paths';
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

function tsc(name: string, config: string): Gate {
  return {
    name,
    run(root) {
      if (!existsSync(join(root, config))) return [`${config} is missing`];
      const { code, output } = runTool(root, local(root, 'tsc'), ['-p', config, '--noEmit', '--pretty', 'false']);
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

const JAVA_LIB = 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/*';

function java(): Skipped | undefined {
  return spawnSync('java', ['-version']).status === 0 ? undefined : { skipped: 'Java 17 is not installed (Debian: apt-get install openjdk-17-jre-headless)' };
}

export const apexLs: Gate = {
  name: 'apex-ls',
  run(root) {
    const missing = java();
    if (missing) return missing;
    mkdirSync(join(root, '.cache', 'apex-ls'), { recursive: true });
    const { output } = runTool(root, 'java', ['-cp', join(root, JAVA_LIB), 'io.github.apexdevtools.apexls.CheckForIssues', '-d', 'warnings', '-f', 'json', '-c', join(root, '.cache', 'apex-ls'), '-w', root]);
    const start = output.indexOf('{');
    if (start < 0) return [`apex-ls gave no report: ${output.slice(0, 400)}`];
    const report = JSON.parse(output.slice(start)) as { files?: { path: string; issues: { category: string; location: { startLineNumber: number; startCharOffset?: number }; message: string }[] }[] };
    return (report.files ?? []).flatMap((file) => file.issues.map((issue) => `${file.path.replace(`${root}/`, '')}:${issue.location.startLineNumber}: ${issue.category}: ${issue.message}`));
  },
};

export const pmd: Gate = {
  name: 'PMD',
  run(root) {
    const missing = java();
    if (missing) return missing;
    const { code, output } = runTool(root, 'java', ['-cp', join(root, JAVA_LIB), 'net.sourceforge.pmd.cli.PmdCli', 'check', '--dir', 'force-app', '--rulesets', 'config/pmd-ruleset.xml', '--format', 'text', '--no-progress', '--no-cache', '--relativize-paths-with', root]);
    // https://docs.pmd-code.org/latest/pmd_userdocs_cli_reference.html: 4 means violations, anything else above 0 a failure of PMD itself.
    return code === 0 ? [] : output.split('\n').filter((line) => line.trim() && !/^\[(INFO|WARN)\]/.test(line));
  },
};

/**
 * Lets Node run this repository's TypeScript: `node --require ./local-org/typescript.cjs FILE.ts`.
 * Each file is translated once and kept by its content under .cache/typescript, so that the many short programs of a test run
 * start in a third of the time that a general loader takes. Positions in stack traces are those of the source.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');

const FOLDER = join(resolve(__dirname, '..'), '.cache', 'typescript');
const SWC = require.resolve('@swc/core/package.json');
/**
 * Those of the tests (jest.config.js), save that `import()` stays Node's own: some libraries are ECMAScript modules alone.
 * The grammar, large and seldom needed beside the quick readings, is loaded when something first asks for it.
 */
const OPTIONS = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs', ignoreDynamic: true, lazy: ['./grammar'] }, sourceMaps: true, swcrc: false, configFile: false };
const VERSION = createHash('sha1').update(`${JSON.parse(readFileSync(SWC, 'utf8')).version}${JSON.stringify(OPTIONS)}`).digest('hex');

/** Node 22 keeps compiled code too. */
Module.enableCompileCache?.(join(FOLDER, 'v8'));

/** Keys of the files that this process has loaded, by name: where their maps are. */
const loaded = new Map();

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (failure) {
    if (failure.code !== 'ENOENT') throw failure;
    return undefined;
  }
}

/** Written beside and renamed: processes that start together leave no half file. */
function keep(name, text) {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, name);
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

function translated(file) {
  const source = readFileSync(file, 'utf8');
  const key = createHash('sha1').update(VERSION).update(file).update(source).digest('hex');
  loaded.set(file, key);
  const known = read(join(FOLDER, `${key}.js`));
  if (known !== undefined) return known;
  const { code, map } = require('@swc/core').transformSync(source, { ...OPTIONS, filename: file });
  keep(`${key}.map`, map);
  keep(`${key}.js`, code);
  return code;
}

Module._extensions['.ts'] = (module, file) => module._compile(translated(file), file);

const maps = new Map();
function mapOf(file) {
  if (!maps.has(file)) {
    const text = loaded.has(file) ? read(join(FOLDER, `${loaded.get(file)}.map`)) : undefined;
    maps.set(file, text === undefined ? undefined : new Module.SourceMap(JSON.parse(text)));
  }
  return maps.get(file);
}

function place(frame) {
  const text = String(frame);
  const file = frame.getFileName();
  const found = file && mapOf(file)?.findEntry(frame.getLineNumber() - 1, frame.getColumnNumber() - 1);
  return found?.originalLine === undefined ? text : text.replace(/:\d+:\d+(?=\)?$)/, `:${found.originalLine + 1}:${found.originalColumn + 1}`);
}

Error.prepareStackTrace = (error, frames) => {
  let head;
  try {
    head = String(error);
  } catch {
    head = 'Error'; // an object whose own text fails must not hide the trace
  }
  return [head, ...frames.map((frame) => `    at ${place(frame)}`)].join('\n');
};

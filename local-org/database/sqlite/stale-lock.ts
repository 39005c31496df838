import { existsSync, rmdirSync } from 'node:fs';

/**
 * SQLite's wasm build takes a lock by making the folder `<file>.lock` and leaves it behind when the process is killed.
 * Removes it and says whether there was one. The caller makes sure that no living process has the file open.
 */
export function removeStaleLock(file: string): boolean {
  const folder = `${file}.lock`;
  if (!existsSync(folder)) return false;
  rmdirSync(folder);
  return true;
}

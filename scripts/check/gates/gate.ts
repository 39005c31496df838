/** A static gate: looks at a project, changes nothing, lists what it finds. */
export interface Gate {
  readonly name: string;
  /** Findings, one line each with file and place; or why the gate cannot run here. */
  run(projectDir: string): Promise<readonly string[] | Skipped> | readonly string[] | Skipped;
}

export interface Skipped { readonly skipped: string; }

export function isSkipped(result: readonly string[] | Skipped): result is Skipped {
  return 'skipped' in result;
}

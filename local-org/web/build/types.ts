/** What the builder hands to its worker process, and what the worker leaves behind. */

/** One Lightning web component bundle as the compiler is told of it. */
export interface ModuleEntry { readonly name: string; readonly path: string; }

export interface BuildJob {
  /** Absolute folder the assets are written to. */
  readonly outDir: string;
  /** File that keeps the compiled library modules between builds. */
  readonly transformCache: string;
  /** Absolute folder of the SFDX project: error positions are given relative to it. */
  readonly projectDir: string;
  /** `c/*` bundles of the project. */
  readonly bundles: readonly ModuleEntry[];
  /** Specifier to module source: `@salesforce/*` modules and the component registry. */
  readonly virtualModules: Readonly<Record<string, string>>;
  /** Icons by name (`utility:add`) whose templates stay in the bundle. */
  readonly icons: readonly string[];
}

/** A problem the compiler found, positions counting from 1. */
export interface BuildProblem { readonly message: string; readonly file?: string; readonly line?: number; readonly column?: number; }

export type BuildOutcome = { readonly ok: true } | { readonly ok: false; readonly problem: BuildProblem };

/** What of the org the bundle refers to: the page context carries the values of these names and no others. */
export interface ContextNames {
  readonly labels: readonly string[];
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly resources: readonly string[];
}

export interface Asset { readonly name: string; readonly bytes: number; readonly gzipBytes: number; }

/** Written as `manifest.json` beside the assets. */
export interface Manifest {
  /** In the order a page runs them. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly assets: readonly Asset[];
  readonly names: ContextNames;
  /** Milliseconds the cold build took. */
  readonly coldMs: number;
}

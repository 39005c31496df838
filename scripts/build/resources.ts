/** Libraries of npm as static resources of the package: laid by the build, never kept in the repository. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Library { readonly resource: string; /** Below node_modules. */ readonly file: string; /** Folder of the domain that uses it. */ readonly domain: string; readonly description: string; }

/** A new library is one entry. */
export const LIBRARIES: readonly Library[] = [
  { resource: 'PRM_ChartJs', file: 'chart.js/dist/chart.umd.min.js', domain: 'force-app/main/core', description: 'Chart.js (https://www.chartjs.org, MIT licence), as npm has it.' },
];

const meta = (description: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<StaticResource xmlns="http://soap.sforce.com/2006/04/metadata">
    <cacheControl>Public</cacheControl>
    <contentType>application/javascript</contentType>
    <description>${description}</description>
</StaticResource>
`;

/** Writes what is missing or differs; answers how many files that were. */
export function layResources(root: string): number {
  let written = 0;
  const write = (file: string, text: string): void => {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written++;
  };
  for (const { resource, file, domain, description } of LIBRARIES) {
    const folder = join(root, domain, 'staticresources');
    // The map of the source is not part of the resource.
    write(join(folder, `${resource}.js`), readFileSync(join(root, 'node_modules', file), 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
    write(join(folder, `${resource}.resource-meta.xml`), meta(description));
  }
  return written;
}

/** Coverage of the last runs, as the Tooling API tells it: one row for each class and trigger, one for the org. */
import type { CoverageOfClass } from '../../apex';
import type { ObjectModel } from '../../schema';
import type { Platform } from '../types';
import { codeIds } from './results';

/** A run's lines come beside those of earlier runs of the same code. */
export function saveCoverage(platform: Platform, coverage: readonly CoverageOfClass[]): void {
  const { byName } = codeIds(platform);
  const { sql } = platform.database;
  platform.database.transaction(() => {
    for (const each of coverage) {
      const id = byName.get(each.name.toLowerCase());
      if (!id) continue;
      const before = sql.all('SELECT "Id" AS id, "Coverage" AS coverage FROM "ApexCodeCoverageAggregate" WHERE "ApexClassOrTriggerId" = ?', [id])[0];
      const known = new Set(before ? (JSON.parse(String(before['coverage'])) as { coveredLines: number[] }).coveredLines : []);
      const lines = [...each.covered, ...each.uncovered].sort((a, b) => a - b);
      const covered = lines.filter((line) => known.has(line) || each.covered.includes(line));
      const uncovered = lines.filter((line) => !covered.includes(line));
      if (before) sql.run('DELETE FROM "ApexCodeCoverageAggregate" WHERE "Id" = ?', [before['id'] ?? null]);
      platform.database.seed(platform.org.object('ApexCodeCoverageAggregate') as ObjectModel, [{ ApexClassOrTriggerId: id, NumLinesCovered: covered.length, NumLinesUncovered: uncovered.length, Coverage: JSON.stringify({ coveredLines: covered, uncoveredLines: uncovered }) }]);
    }
    const sums = sql.all('SELECT sum("NumLinesCovered") AS covered, sum("NumLinesCovered" + "NumLinesUncovered") AS lines FROM "ApexCodeCoverageAggregate"')[0];
    sql.run('DELETE FROM "ApexOrgWideCoverage"');
    platform.database.seed(platform.org.object('ApexOrgWideCoverage') as ObjectModel, [{ PercentCovered: Math.floor((100 * Number(sums?.['covered'] ?? 0)) / Math.max(1, Number(sums?.['lines'] ?? 0))) }]);
  });
}

/** Lines are an object of their own in the Tooling API; they are kept as its text. */
export function withCoverage(records: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return records.map((each) => (typeof each['Coverage'] === 'string' ? { ...each, Coverage: JSON.parse(each['Coverage']) as unknown } : each));
}

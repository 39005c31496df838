import ownerNumber from '@salesforce/label/c.PRM_COV_Owner_Number';
import rowColumn from '@salesforce/label/c.PRM_COV_Row_Column';
import type { Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import type { Tone } from 'c/prmUiState';
import { fill } from 'c/prmUiText';

/** `PrmEntitlementAnswer`. */
export interface Entitlement {
  readonly covered: boolean;
  readonly reasonCode: string;
  readonly reason: string;
  readonly startDate?: string | null;
  readonly until?: string | null;
  readonly usageLimit?: number | null;
  readonly usageUnit?: string | null;
  readonly termName?: string | null;
  readonly goodwillPossible?: boolean;
  readonly goodwillShare?: number | null;
}

/** `PrmSerialController.Sale`. */
export interface Sale {
  readonly id: string;
  readonly kindLabel?: string | null;
  readonly soldOn?: string | null;
  readonly buyerName?: string | null;
  readonly document?: string | null;
}

/** `PrmSerialController.Found`. */
export interface Found {
  readonly assetId?: string | null;
  readonly serial?: string | null;
  readonly productName?: string | null;
  readonly productCode?: string | null;
  readonly nearSerials?: readonly string[];
  readonly several?: boolean;
  readonly entitlement?: Entitlement | null;
  readonly sales?: readonly Sale[];
}

/** `PrmRegistrationProblem`. */
export interface Problem {
  readonly position: number;
  readonly serial?: string | null;
  readonly column: string;
  readonly message: string;
  readonly proposals?: readonly string[];
}

/** `PrmRegistrationResult`. */
export interface Registered {
  readonly registered: number;
  readonly already: number;
  readonly problems: readonly Problem[];
}

/** `PrmRegistrationController.Item`. */
export interface Coverage {
  readonly id: string;
  readonly serial?: string | null;
  readonly productName?: string | null;
  readonly holderName?: string | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  readonly ownerNumber?: number | null;
  readonly status: string;
  readonly statusLabel: string;
}

export type CoveragePage = Page<Coverage>;

/** Columns of an upload, which are the names of the fields of the form too. */
export const COLUMNS = ['serial', 'owner', 'email', 'country', 'sold_on', 'in_service_on', 'document', 'transfer'] as const;

/** Told when something was registered. */
export const REGISTERED = 'service.registered';

const TONES: Readonly<Record<string, Tone>> = { Active: 'success', Transferred: 'neutral', Void: 'error' };

/** One line of what is registered. */
export function rowOf(coverage: Coverage): Row {
  return {
    id: coverage.id,
    secondary: coverage.productName ?? undefined,
    flag: (coverage.ownerNumber ?? 1) > 1 ? { label: fill(ownerNumber, coverage.ownerNumber ?? 1), tone: 'neutral' } : undefined,
    cells: {
      serial: coverage.serial,
      holder: coverage.holderName,
      start: coverage.startDate,
      end: coverage.endDate,
      status: { label: coverage.statusLabel, tone: TONES[coverage.status] ?? 'neutral' },
    },
  };
}

/** Problems as lines to read, in the order of the file. */
export function problemLines(problems: readonly Problem[]): { key: string; place: string; message: string }[] {
  return [...problems]
    .sort((a, b) => a.position - b.position)
    .map(({ position, column, message }) => ({ key: `${position}.${column}.${message}`, place: fill(rowColumn, position, column), message }));
}

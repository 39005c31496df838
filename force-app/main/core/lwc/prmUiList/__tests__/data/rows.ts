import type { Column, Row } from 'c/prmUiList';

export const COLUMNS: readonly Column[] = [
  { field: 'company', label: 'Company', sortable: true },
  { field: 'stage', label: 'Stage', type: 'state' },
  { field: 'due', label: 'Due', type: 'countdown' },
  { field: 'day', label: 'By when', type: 'day', sortable: true },
];

export const ROWS: readonly Row[] = ['Contoso', 'Fabrikam', 'Northwind'].map((company, index) => ({
  id: String(index + 1),
  secondary: 'Hanoi',
  flag: index === 0 ? { label: 'Late', tone: 'error' as const } : undefined,
  cells: { company, stage: { label: 'Qualified', tone: 'info' }, due: { dueAt: '2099-01-01T00:00:00Z' }, day: index === 2 ? null : '2026-11-22' },
}));

/** Replaces {0}, {1} … of a label by the values. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

/** Joins what is there: `joined(', ', 'Hanoi', undefined, 'VN')` is "Hanoi, VN". */
export function joined(separator: string, ...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(separator);
}

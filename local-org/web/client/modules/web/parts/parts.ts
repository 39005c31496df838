/** Standard parts by their platform name. */
import type { LightningElement } from 'lwc';

type Constructor = new () => LightningElement;

const PARTS: Readonly<Record<string, Constructor>> = {};

/** The component that draws a standard part; the server names only parts that are here. */
export function partOf(name: string): Constructor {
  const part = PARTS[name];
  if (!part) throw new Error(`No component draws ${name}.`);
  return part;
}

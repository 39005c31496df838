/** Record ids: 15 characters, case-sensitive, or 18 with a checksum that makes them safe without case. */
import { ApexException } from './exception';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export function to18(id: string): string {
  if (id.length !== 15) return id;
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let index = 0; index < 5; index++) {
      const code = id.charCodeAt(block * 5 + index);
      if (code >= 65 && code <= 90) bits |= 1 << index;
    }
    suffix += ALPHABET[bits];
  }
  return id + suffix;
}
export function isIdText(text: string): boolean {
  return /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text);
}
/** Converts text to an Id of 18 characters, or throws StringException as the platform does. */
export function idOf(text: string | null): string | null {
  if (text === null) return null;
  if (!isIdText(text)) throw new ApexException('StringException', `Invalid id: ${text}`);
  return to18(text);
}

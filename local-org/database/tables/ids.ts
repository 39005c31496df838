/** Record ids: 3 characters of key prefix, 12 of counter, and 3 check characters that carry the letter case of the first 15. */

const DIGITS62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three check characters of a 15 character id. */
export function checkCharacters(id15: string): string {
  let check = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id15.charCodeAt(block * 5 + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    check += CHECK[bits];
  }
  return check;
}

/** The 18 character form of an id of 15 or 18 characters in any accepted spelling; undefined when it is none. */
export function toId18(id: string): string | undefined {
  if (id.length === 15) return /^[A-Za-z0-9]{15}$/.test(id) ? id + checkCharacters(id) : undefined;
  if (id.length !== 18 || !/^[A-Za-z0-9]{18}$/.test(id)) return undefined;
  const body = id.slice(0, 15);
  const check = id.slice(15).toUpperCase();
  return checkCharacters(body) === check ? body + check : restoreCase(body, check);
}

/** An 18 character id survives a change of letter case: the check characters say which letters are capitals. */
function restoreCase(body: string, check: string): string | undefined {
  let restored = '';
  for (let i = 0; i < 15; i++) {
    const bits = CHECK.indexOf(check[Math.floor(i / 5)] as string);
    if (bits < 0) return undefined;
    const character = body[i] as string;
    restored += bits & (1 << (i % 5)) ? character.toUpperCase() : character.toLowerCase();
  }
  return checkCharacters(restored) === check ? restored + check : undefined;
}

/** Id number `counter` of the object with this key prefix. */
export function makeId(keyPrefix: string, counter: number): string {
  let digits = '';
  let rest = counter;
  do {
    digits = DIGITS62[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  // As on the platform, the instance sits between prefix and counter; 000 marks an id that no real org gives.
  const id15 = keyPrefix + '000' + digits.padStart(9, '0');
  return id15 + checkCharacters(id15);
}


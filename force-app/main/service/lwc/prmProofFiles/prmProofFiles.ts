import empty from '@salesforce/label/c.PRM_UI_CLAIM_File_Empty';
import lies from '@salesforce/label/c.PRM_UI_CLAIM_File_Lies';
import tooLarge from '@salesforce/label/c.PRM_UI_CLAIM_File_Too_Large';
import wrongKind from '@salesforce/label/c.PRM_UI_CLAIM_File_Wrong_Kind';
import { fill } from 'c/prmUiText';

const MEGABYTE = 1_048_576;
/** Largest proof, in bytes. */
export const LARGEST = 25 * MEGABYTE;
/** What goes to the server in one call, in bytes; a text of it must fit into the memory of one transaction there. */
export const LARGEST_AT_ONCE = 2 * MEGABYTE;

/** First bytes by ending; a question mark stands for any byte. The server checks the same after the upload. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['25504446'],
  png: ['89504e470d0a1a0a'],
  jpg: ['ffd8ff'],
  jpeg: ['ffd8ff'],
  gif: ['47494638'],
  webp: ['52494646????????57454250'],
  heic: ['????????66747970'],
  mp4: ['????????66747970'],
  mov: ['????????66747970'],
  zip: ['504b0304'],
  docx: ['504b0304'],
  xlsx: ['504b0304'],
  // Plain texts have no beginning of their own; what they must not be is checked by the zero bytes below.
  txt: [''],
  csv: [''],
};

/** Bytes that decide what a file is. */
const HEAD = 12;

export const ENDINGS: readonly string[] = Object.keys(BEGINNINGS).map((ending) => `.${ending}`);

export const endingOf = (name: string): string => (name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '');

export const sizeText = (bytes: number): string => `${Math.max(0.1, Math.round((bytes / MEGABYTE) * 10) / 10)} MB`;

function matches(head: string, beginning: string): boolean {
  return [...beginning].every((digit, index) => digit === '?' || digit === head[index]);
}

/** Whether the first bytes are what the ending says; a text has no byte 0. */
export function tellsTruth(name: string, head: Uint8Array): boolean {
  const beginnings = BEGINNINGS[endingOf(name)] ?? [];
  const hex = [...head].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return beginnings.some((beginning) => (beginning === '' ? !head.includes(0) : hex.length >= beginning.length && matches(hex, beginning)));
}

/** Why a file cannot be a proof, in a sentence; nothing when it can. */
export async function refusalOf(file: File): Promise<string | undefined> {
  if (!(endingOf(file.name) in BEGINNINGS)) return fill(wrongKind, file.name, ENDINGS.join(' '));
  if (file.size > LARGEST) return fill(tooLarge, file.name, sizeText(file.size), LARGEST / MEGABYTE);
  if (file.size === 0) return fill(empty, file.name);
  const head = new Uint8Array(await bytesOf(file.slice(0, HEAD)));
  return tellsTruth(file.name, head) ? undefined : fill(lies, file.name, endingOf(file.name).toUpperCase());
}

function bytesOf(part: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(part);
  });
}

/** The content as text that a call can carry. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

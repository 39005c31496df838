/** Blob, EncodingUtil. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_blob.htm and ..._restful_encodingUtil.htm */
import { NotModelledError } from '../../../schema';
import type { PlatformClass } from '../../runtime/types';
import { ApexBlob, ApexException, required } from '../../runtime/values';

export const BLOB: PlatformClass = {
  name: 'Blob',
  members: {
    'static Blob valueOf(String text)': (_x, text: string) => ApexBlob.fromText(required(text)),
    'static Blob toPdf(String html)': () => {
      throw new NotModelledError('Blob.toPdf');
    },
    'Integer size()': (_x, blob: ApexBlob) => blob.bytes.length,
    'String toString()': (_x, blob: ApexBlob) => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(blob.bytes);
      } catch {
        throw new ApexException('StringException', 'BLOB is not a valid UTF-8 string');
      }
    },
  },
};
/** application/x-www-form-urlencoded, as java.net.URLEncoder writes it. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, '+');

function utf8(encoding: string): void {
  if (!/^utf-?8$/i.test(required(encoding))) throw new NotModelledError(`the encoding ${encoding}`);
}

export const ENCODING_UTIL: PlatformClass = {
  name: 'EncodingUtil',
  members: {
    'static Blob base64Decode(String text)': (_x, text: string) => new ApexBlob(Buffer.from(required(text), 'base64')),
    'static String base64Encode(Blob bytes)': (_x, blob: ApexBlob) => Buffer.from(required(blob).bytes).toString('base64'),
    'static String base64urlEncode(Blob bytes)': (_x, blob: ApexBlob) => Buffer.from(required(blob).bytes).toString('base64url'),
    'static Blob convertFromHex(String hex)': (_x, hex: string) => {
      if (!/^(?:[0-9a-f]{2})*$/i.test(required(hex))) throw new ApexException('InvalidParameterValueException', `Invalid hex string: ${hex}`);
      return new ApexBlob(Buffer.from(hex, 'hex'));
    },
    'static String convertToHex(Blob bytes)': (_x, blob: ApexBlob) => Buffer.from(required(blob).bytes).toString('hex'),
    'static String urlDecode(String text, String encoding)': (_x, text: string, encoding: string) => {
      utf8(encoding);
      return decodeURIComponent(required(text).replace(/\+/g, ' '));
    },
    'static String urlEncode(String text, String encoding)': (_x, text: string, encoding: string) => {
      utf8(encoding);
      return encode(required(text));
    },
  },
};

/** Crypto and UUID. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_restful_crypto.htm */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { PlatformClass } from '../../runtime/types';
import { ApexBlob, ApexException, PlatformObject, required } from '../../runtime/values';

const DIGESTS: Readonly<Record<string, string>> = { md5: 'md5', sha1: 'sha1', 'sha-1': 'sha1', sha256: 'sha256', 'sha-256': 'sha256', sha512: 'sha512', 'sha-512': 'sha512', 'sha3-256': 'sha3-256', 'sha3-384': 'sha3-384', 'sha3-512': 'sha3-512' };
const MACS: Readonly<Record<string, string>> = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512' };
const CIPHERS: Readonly<Record<string, string>> = { aes128: 'aes-128-cbc', aes192: 'aes-192-cbc', aes256: 'aes-256-cbc' };

function named(table: Readonly<Record<string, string>>, name: string): string {
  const found = table[required(name).toLowerCase()];
  if (!found) throw new ApexException('NoSuchAlgorithmException', `Algorithm not supported: ${name}`);
  return found;
}
const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(bytes);
const mac = (algorithm: string, input: ApexBlob, key: ApexBlob): Buffer => createHmac(named(MACS, algorithm), required(key).bytes).update(required(input).bytes).digest();

function crypt(algorithm: string, key: ApexBlob, iv: Uint8Array, data: Uint8Array, encrypting: boolean): Buffer {
  try {
    const cipher = (encrypting ? createCipheriv : createDecipheriv)(named(CIPHERS, algorithm), required(key).bytes, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
  } catch (failure) {
    if (failure instanceof ApexException) throw failure;
    throw new ApexException('SecurityException', (failure as Error).message);
  }
}

class ApexUuid extends PlatformObject {
  readonly apexType = 'UUID';
  constructor(readonly text: string) {
    super();
  }
  override get equalityKey(): string {
    return `uuid:${this.text}`;
  }
  override toString(): string {
    return this.text;
  }
}

export const CRYPTO: readonly PlatformClass[] = [
  {
    name: 'Crypto',
    members: {
      'static Blob encrypt(String algorithm, Blob key, Blob iv, Blob clear)': (_x, algorithm: string, key: ApexBlob, iv: ApexBlob, clear: ApexBlob) => blob(crypt(algorithm, key, required(iv).bytes, required(clear).bytes, true)),
      'static Blob decrypt(String algorithm, Blob key, Blob iv, Blob cipher)': (_x, algorithm: string, key: ApexBlob, iv: ApexBlob, cipher: ApexBlob) => blob(crypt(algorithm, key, required(iv).bytes, required(cipher).bytes, false)),
      'static Blob encryptWithManagedIV(String algorithm, Blob key, Blob clear)': (_x, algorithm: string, key: ApexBlob, clear: ApexBlob) => {
        const iv = randomBytes(16);
        return blob(Buffer.concat([iv, crypt(algorithm, key, iv, required(clear).bytes, true)]));
      },
      'static Blob decryptWithManagedIV(String algorithm, Blob key, Blob cipher)': (_x, algorithm: string, key: ApexBlob, cipher: ApexBlob) => blob(crypt(algorithm, key, required(cipher).bytes.slice(0, 16), cipher.bytes.slice(16), false)),
      'static Blob generateAesKey(Integer size)': (_x, size: number) => blob(randomBytes(required(size) / 8)),
      'static Blob generateDigest(String algorithm, Blob input)': (_x, algorithm: string, input: ApexBlob) => blob(createHash(named(DIGESTS, algorithm)).update(required(input).bytes).digest()),
      'static Blob generateMac(String algorithm, Blob input, Blob key)': (_x, algorithm: string, input: ApexBlob, key: ApexBlob) => blob(mac(algorithm, input, key)),
      'static Integer getRandomInteger()': () => randomInt(-2147483648, 2147483647),
      'static Long getRandomLong()': () => randomBytes(8).readBigInt64BE(),
      'static Boolean verifyHMac(String algorithm, Blob input, Blob key, Blob macToVerify)': (_x, algorithm: string, input: ApexBlob, key: ApexBlob, given: ApexBlob) => {
        const made = mac(algorithm, input, key);
        return made.length === required(given).bytes.length && timingSafeEqual(made, given.bytes);
      },
    },
  },
  {
    name: 'UUID',
    members: {
      'static UUID randomUUID()': () => new ApexUuid(randomUUID()),
      'static UUID fromString(String text)': (_x, text: string) => {
        if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(required(text))) throw new ApexException('IllegalArgumentException', `Invalid UUID string: ${text}`);
        return new ApexUuid(text.toLowerCase());
      },
      'String toString()': (_x, uuid: ApexUuid) => uuid.text,
    },
  },
];

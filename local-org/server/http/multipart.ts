/** Bodies of several parts (RFC 7578), as files are uploaded: a JSON part and a part of bytes. */
import { PlatformError } from '../../schema';
import type { OrgRequest } from '../types';

export interface BodyPart { readonly name: string; readonly fileName?: string; readonly contentType: string; readonly bytes: Buffer; }

const MALFORMED = (why: string): PlatformError => new PlatformError('INVALID_MULTIPART_REQUEST', `The request is not multipart/form-data: ${why}.`);

/** The parts of the body; undefined when it is no multipart body. */
export function partsOfBody(request: OrgRequest): BodyPart[] | undefined {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return undefined;
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) throw MALFORMED('the boundary is missing');
  const delimiter = Buffer.from(`\r\n--${mark}`);
  // The first delimiter may stand at the very beginning, without the line end that belongs to the others.
  const body = Buffer.concat([Buffer.from('\r\n'), request.body]);
  const parts: BodyPart[] = [];
  let at = body.indexOf(delimiter);
  if (at < 0) throw MALFORMED('no part begins with the boundary');
  for (;;) {
    const start = at + delimiter.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const end = body.indexOf(delimiter, start);
    if (end < 0) throw MALFORMED('the last part does not end');
    parts.push(partOf(body.subarray(start, end)));
    at = end;
  }
}

function partOf(raw: Buffer): BodyPart {
  const split = raw.indexOf('\r\n\r\n');
  if (split < 0) throw MALFORMED('a part has no headers');
  const headers = raw.subarray(0, split).toString('utf8');
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw MALFORMED('a part has no name');
  const fileName = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1];
  return { name, ...(fileName === undefined ? {} : { fileName }), contentType: /^content-type:\s*([^\r\n;]+)/im.exec(headers)?.[1] ?? 'text/plain', bytes: raw.subarray(split + 4) };
}

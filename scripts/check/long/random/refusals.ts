/** How a refusal must look, whatever refused it. */
import { NotModelledError, PlatformError, SourceError } from '../../../../local-org/schema';

const TRACE = /\bat .*\.(ts|js|cjs):\d+|node_modules|SQLITE|sqlite|TypeError|RangeError|\[object Object\]/;

/** Undefined when `failure` is an error the org means to give; else what is wrong with it. */
export function faultOf(failure: unknown): string | undefined {
  if (!(failure instanceof PlatformError) && !(failure instanceof SourceError) && !(failure instanceof NotModelledError)) return `crashed: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`;
  if (failure.message.trim() === '') return 'was refused without a word';
  return TRACE.test(failure.message) ? `told of its insides: ${failure.message}` : undefined;
}

/** A resource whose own Apex throws: the platform says 500 (https://salesforce.stackexchange.com/questions/54010/apexrest-controlling-http-error-codes-on-exceptions). */
const THROWN = /^\[\{"errorCode":"APEX_ERROR","message":"[\w.]+Exception: /;

/** The same for an answer over HTTP: its status, its media type and its text. */
export function faultOfAnswer(status: number, type: string, text: string): string | undefined {
  // SOAP answers every fault with 500 (https://www.w3.org/TR/2000/NOTE-SOAP-20000508/#_Toc478383529).
  if ((status === 500 && !/xml/.test(type) && !THROWN.test(text)) || text.includes('UNKNOWN_EXCEPTION')) return `answered ${status}: ${text.slice(0, 400)}`;
  if (status < 400) return undefined;
  if (TRACE.test(text)) return `told of its insides: ${text.slice(0, 400)}`;
  return inForm(type, text) ? undefined : `answered ${status} in no form of the platform: ${text.slice(0, 400)}`;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** `[{errorCode, message}]`; OAuth and SOAP have forms of their own, and the tree names each record. */
function inForm(type: string, text: string): boolean {
  if (/xml/.test(type)) return /<faultcode>[^<]+<\/faultcode>\s*<faultstring>[^<]+<\/faultstring>/.test(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return false;
  }
  if (Array.isArray(json)) return json.length > 0 && json.every((each: { errorCode?: unknown; message?: unknown } | null) => isText(each?.errorCode) && isText(each?.message));
  const { error, error_description: description, hasErrors, results } = json as Record<string, unknown>;
  return (isText(error) && isText(description)) || (hasErrors === true && Array.isArray(results) && results.length > 0);
}

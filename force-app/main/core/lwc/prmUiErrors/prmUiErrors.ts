import offline from '@salesforce/label/c.PRM_UI_Error_Offline';
import unknown from '@salesforce/label/c.PRM_UI_Error_Unknown';

interface PageError {
  readonly message?: unknown;
}
interface ErrorBody extends PageError {
  readonly pageErrors?: readonly PageError[];
  readonly fieldErrors?: Readonly<Record<string, readonly PageError[]>>;
  readonly output?: { readonly errors?: readonly PageError[]; readonly fieldErrors?: Readonly<Record<string, readonly PageError[]>> };
}
interface PlatformFailure extends PageError {
  readonly status?: number;
  readonly body?: ErrorBody | readonly ErrorBody[] | string;
}

const textOf = (error: PageError | undefined): string[] => (typeof error?.message === 'string' && error.message.trim() !== '' ? [error.message] : []);
const fieldsOf = (fields: Readonly<Record<string, readonly PageError[]>> | undefined): string[] =>
  Object.values(fields ?? {}).flatMap((errors) => errors.flatMap(textOf));

/** Sentences of one body, the nearest to the cause first; the body's own message only when it holds nothing finer. */
function sentencesOf(body: ErrorBody): string[] {
  const inner = [...(body.pageErrors ?? []), ...(body.output?.errors ?? [])].flatMap(textOf);
  const all = [...fieldsOf(body.fieldErrors), ...fieldsOf(body.output?.fieldErrors), ...inner];
  return all.length > 0 ? all : textOf(body);
}

function sentences(error: unknown): string[] {
  if (typeof error === 'string') return error.trim() === '' ? [] : [error];
  if (Array.isArray(error)) return error.flatMap(sentences);
  if (typeof error !== 'object' || error === null) return [];
  const failure = error as PlatformFailure;
  if (failure.status === 0) return [offline];
  if (Array.isArray(failure.body)) return failure.body.flatMap(sentencesOf);
  if (typeof failure.body === 'object') return sentencesOf(failure.body as ErrorBody);
  // A fault of the page itself: its text is for developers, not for readers.
  return error instanceof Error ? [] : textOf(failure);
}

/** Whatever a wire, an Apex call or Lightning Data Service threw, as sentences to show: at least one, none twice. */
export function reduceErrors(error: unknown): string[] {
  const found = [...new Set(sentences(error))];
  return found.length > 0 ? found : [unknown];
}

/** One generated function: parameters, prologue, body, and the frame it runs in. */
import type { Session } from '../context';
import { Body } from '../context';
import type { ClassSymbol, ParameterSymbol } from '../symbols';
import type { ApexType } from '../types';
import type { CodeWriter } from './writer';

export interface FunctionShape {
  readonly symbol: ClassSymbol;
  readonly isStatic: boolean;
  readonly returns: ApexType;
  readonly parameters: readonly Pick<ParameterSymbol, 'name' | 'type' | 'line' | 'column' | 'final'>[];
  /** Everything before the body: `function Foo$$bar$(x` ... without parameters and brace. */
  readonly head: string;
  /** As stack traces name it: `Foo.bar`. */
  readonly shown: string;
  readonly options?: Body['options'];
  /** Code before the body that is not Apex. */
  readonly before?: string;
  /** Code after it, reached when the body completes. */
  readonly after?: string;
}

export function emitFunction(session: Session, writer: CodeWriter, shape: FunctionShape, write: (body: Body) => void): void {
  const { symbol } = shape;
  const body = new Body(session, writer, symbol, shape.isStatic, shape.returns, shape.options ?? {});
  writer.enter(shape.shown, symbol.source.file);
  const parameters = shape.parameters.map((parameter) => session.problems.within(symbol.source.file, () => body.declare(parameter.name, parameter.type, parameter, parameter.final))?.js ?? `v_${parameter.name.toLowerCase()}`);
  writer.line(`${shape.head}(${['x', ...parameters].join(', ')}) {`);
  const prologue = writer.position;
  writer.line('');
  if (shape.before) writer.line(shape.before);
  body.inScope(() => write(body));
  if (shape.after) writer.line(shape.after);
  const start: string[] = [];
  if (body.usesLimits) start.push('const $l = x.limits;');
  if (body.temporaryNames.length > 0) start.push(`let ${body.temporaryNames.join(', ')};`);
  if (body.needsFrame) {
    start.push(`const $f = x.frame; x.frame = ${frameCode(session, symbol, shape.options?.trigger !== undefined)}; try {`);
    writer.line('} finally { x.frame = $f; }');
  }
  writer.patch(prologue, start.join(' '));
  writer.line('}');
  writer.leave();
}

/** API version from which user mode is the default and classes without a keyword are `with sharing` (Summer '26 release notes). */
const USER_MODE_VERSION = 67;

/** Code of the frame a method of this class runs in. Triggers run in system mode without sharing. */
function frameCode(session: Session, symbol: ClassSymbol, trigger: boolean): string {
  const { apiVersion } = symbol.source;
  const mode = !trigger && symbol.source.kind === 'class' && apiVersion >= USER_MODE_VERSION ? 'user' : 'system';
  const frame = (sharing: boolean): string => session.pool.constant(`$r.frame(${JSON.stringify(symbol.name)}, ${sharing}, ${JSON.stringify(mode)}, ${apiVersion})`);
  if (symbol.source.kind === 'trigger') return frame(false);
  switch (symbol.sharing) {
    case 'with': return frame(true);
    case 'without': return frame(false);
    // As the entry point of a transaction `inherited sharing` means with sharing, no keyword without (Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords").
    case 'inherited': return `$f === undefined || $f.sharing ? ${frame(true)} : ${frame(false)}`;
    case 'none': return apiVersion >= USER_MODE_VERSION ? frame(true) : `$f !== undefined && $f.sharing ? ${frame(true)} : ${frame(false)}`;
  }
}

/** Generated code of a class: one JS class for its objects, functions for its static members. */
import type { Block, Statement } from '../../syntax';
import type { Body, Session } from '../context';
import { compileAs } from '../expressions';
import { constructorCall } from '../expressions/calls';
import { blockCompletes } from '../flow';
import { usesGetter, usesSetter, writeField } from '../members';
import { fail } from '../problems';
import { compileStatement, compileStatements, count } from '../statements';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../symbols';
import { emitFunction } from './functions';
import type { CodeWriter } from './writer';

/** Names that other programs (anonymous Apex) and the loader need of what was emitted. */
export type Exports = Set<string>;

export function emitClass(session: Session, writer: CodeWriter, symbol: ClassSymbol, names: Exports): void {
  if (symbol.kind !== 'class') return;
  emitObjects(session, writer, symbol, names);
  emitStatics(session, writer, symbol, names);
  for (const method of allMethods(symbol)) {
    if (!method.static) continue;
    names.add(`${symbol.js}$$${method.js}`);
    emitMethod(session, writer, method, `function ${symbol.js}$$${method.js}`);
  }
  for (const field of symbol.fields.values()) if (field.static) emitAccessors(session, writer, field, names);
}

function allMethods(symbol: ClassSymbol): MethodSymbol[] {
  return [...symbol.methods.values()].flat();
}

function emitObjects(session: Session, writer: CodeWriter, symbol: ClassSymbol, names: Exports): void {
  names.add(symbol.js);
  const parent = symbol.superSymbol?.js ?? (symbol.superType?.base === 'Exception' ? '$o.ApexException' : symbol.superType ? '$o.PlatformObject' : undefined);
  const exception = symbol.platformRoot()?.base === 'Exception';
  writer.line(`class ${symbol.js}${parent ? ` extends ${parent}` : ''} {`);
  const own = [...symbol.fields.values()].filter((field) => !field.static);
  writer.line(`constructor(${exception ? 'type' : ''}) { ${parent ? `super(${exception ? `type ?? ${JSON.stringify(symbol.name)}` : ''});` : ''}${own.map((field) => ` this.${field.js} = null;`).join('')} }`);
  if (exception) writer.line('get isUserType() { return true; } set isUserType(value) {}');
  emitFieldSetUp(session, writer, symbol);
  emitConstructors(session, writer, symbol);
  for (const method of allMethods(symbol)) if (!method.static && method.declaration && 'body' in method.declaration && method.declaration.body) emitMethod(session, writer, method, method.js);
  for (const field of own) emitAccessors(session, writer, field, names);
  writer.line('}');
}

/** Initial values and initialiser blocks of objects, in source order. */
function emitFieldSetUp(session: Session, writer: CodeWriter, symbol: ClassSymbol): void {
  const steps = symbol.setUp.filter((each) => !each.static && ('body' in each || each.value));
  if (steps.length === 0) return;
  emitFunction(session, writer, { symbol, isStatic: false, returns: session.world.types.void, parameters: [], head: `${symbol.js}$init`, shown: `${symbol.name}.<init>`, options: { initialiser: true } }, (body) => setUpCode(body, steps, 'this'));
}

function hasSetUp(symbol: ClassSymbol): boolean {
  return symbol.setUp.some((each) => !each.static && ('body' in each || each.value));
}

function setUpCode(body: Body, steps: readonly ClassSymbol['setUp'][number][], receiver: string | undefined): void {
  for (const step of steps) {
    if ('body' in step) {
      body.writer.line('{');
      body.inScope(() => compileStatements(body, step.body.statements));
      body.writer.line('}');
      continue;
    }
    body.session.problems.within(body.file, () => {
      const value = compileAs(body, step.value as NonNullable<FieldSymbol['value']>, step.type);
      body.writer.line(`${count(body, step)} ${receiver ? `this.${step.js} = ${value}` : `${writeField(body, step, undefined, value)}`};`, step);
    });
  }
}

function emitConstructors(session: Session, writer: CodeWriter, symbol: ClassSymbol): void {
  const exception = symbol.platformRoot()?.base === 'Exception';
  const { void: nothing } = session.world.types;
  const options = { isConstructor: true };
  if (symbol.constructors.length === 0 || exception) {
    const args = exception ? '(x, ...args)' : undefined;
    if (args) {
      writer.line(`${symbol.js}$new${args} { ${symbol.superSymbol ? `this.${symbol.superSymbol.js}$new(x, ...args)` : '$o.setException(x, this, ...args)'};${hasSetUp(symbol) ? ` this.${symbol.js}$init(x);` : ''} return this; }`);
    } else {
      emitFunction(session, writer, { symbol, isStatic: false, returns: nothing, parameters: [], head: `${symbol.js}$new`, shown: `${symbol.name}.<init>`, options, after: 'return this;' }, (body) => {
        staticsFirst(body, symbol);
        superAndSetUp(body, symbol);
      });
    }
  }
  for (const constructor of symbol.constructors) {
    const block = (constructor.declaration as { body: Block }).body;
    emitFunction(session, writer, { symbol, isStatic: false, returns: nothing, parameters: constructor.parameters, head: `${symbol.js}$new$${constructor.js.slice(constructor.js.indexOf('$') + 1)}`, shown: `${symbol.name}.<init>`, options, after: 'return this;' }, (body) => constructorCode(body, symbol, block));
  }
}

function staticsFirst(body: Body, symbol: ClassSymbol): void {
  if (symbol.hasStatics) body.writer.line(`${symbol.js}$S(x);`);
}

function superAndSetUp(body: Body, symbol: ClassSymbol): void {
  if (symbol.superSymbol) body.session.problems.within(body.file, () => body.writer.line(`${constructorCall(body, { line: symbol.declaration.line, column: symbol.declaration.column, args: [] }, 'this', symbol.superType as NonNullable<ClassSymbol['superType']>, [])};`, symbol.declaration));
  if (hasSetUp(symbol)) body.writer.line(`this.${symbol.js}$init(x);`, symbol.declaration);
}

function constructorCode(body: Body, symbol: ClassSymbol, block: Block): void {
  staticsFirst(body, symbol);
  const [first, ...rest] = block.statements;
  const delegate = first?.kind === 'expression' && first.value.kind === 'delegate' ? first.value.to : undefined;
  if (!delegate) {
    superAndSetUp(body, symbol);
    compileStatements(body, block.statements);
    return;
  }
  body.mayDelegate = true;
  compileStatement(body, first as Statement);
  body.mayDelegate = false;
  if (delegate === 'super' && hasSetUp(symbol)) body.writer.line(`this.${symbol.js}$init(x);`);
  compileStatements(body, rest);
}

function emitMethod(session: Session, writer: CodeWriter, method: MethodSymbol, head: string): void {
  const block = method.declaration && 'body' in method.declaration ? method.declaration.body : undefined;
  if (!block) return;
  const { owner } = method;
  const ends = blockCompletes(block);
  emitFunction(session, writer, { symbol: owner, isStatic: method.static, returns: method.returns, parameters: method.parameters, head, shown: `${owner.name}.${method.name}`, after: ends && method.returns.kind === 'void' ? 'return null;' : undefined }, (body) => {
    if (method.static) staticsFirst(body, owner);
    compileStatements(body, block.statements);
    if (ends && method.returns.kind !== 'void') session.problems.within(owner.source.file, () => fail(method, `Missing return statement required return type: ${method.returns.name}`));
  });
}

function emitAccessors(session: Session, writer: CodeWriter, field: FieldSymbol, names: Exports): void {
  const { property, owner } = field;
  if (!property) return;
  const { void: nothing } = session.world.types;
  const head = (kind: string): string => {
    const name = field.static ? `${owner.js}$$${kind}$${field.js}` : `${kind}$${field.js}`;
    if (field.static) names.add(name);
    return field.static ? `function ${name}` : name;
  };
  const place = field.static ? `${owner.js}$S(x)` : 'this';
  const options = { accessor: field.name };
  if (usesGetter(field) && property.getter && !property.abstract) {
    const block = property.getter.body;
    emitFunction(session, writer, { symbol: owner, isStatic: field.static, returns: field.type, parameters: [], head: head('get'), shown: `${owner.name}.${field.name}`, options, after: block ? undefined : `return ${place}.${field.js};` }, (body) => {
      if (!block) return;
      compileStatements(body, block.statements);
      if (blockCompletes(block)) session.problems.within(owner.source.file, () => fail(property.getter as NonNullable<typeof property.getter>, `Missing return statement required return type: ${field.type.name}`));
    });
  }
  if (usesSetter(field) && property.setter && !property.abstract) {
    const block = property.setter.body;
    emitFunction(session, writer, { symbol: owner, isStatic: field.static, returns: nothing, parameters: [{ name: 'value', type: field.type, line: field.line, column: field.column, final: false }], head: head('set'), shown: `${owner.name}.${field.name}`, options, after: block ? 'return v_value;' : `return ${place}.${field.js} = v_value;` }, (body) => {
      if (block) compileStatements(body, block.statements);
    });
  }
}

/** Static state: made on first use in a transaction, kept in the execution, remembered for the last one. */
function emitStatics(session: Session, writer: CodeWriter, symbol: ClassSymbol, names: Exports): void {
  if (!symbol.hasStatics) return;
  const { js } = symbol;
  names.add(`${js}$S`);
  const fields = [...symbol.fields.values()].filter((field) => field.static);
  writer.line(`let ${js}$X, ${js}$V;`);
  writer.line(`function ${js}$S(x) { return x === ${js}$X ? ${js}$V : ${js}$load(x); }`);
  writer.line(`function ${js}$load(x) {`);
  writer.line(`let s = x.statics.get(${JSON.stringify(symbol.name)});`);
  writer.line(`if (s !== undefined) { ${js}$X = x; return ${js}$V = s; }`);
  writer.line(`s = { ${fields.map((field) => `${field.js}: null`).join(', ')} };`);
  writer.line(`x.statics.set(${JSON.stringify(symbol.name)}, s); ${js}$X = x; ${js}$V = s;`);
  writer.line(`${js}$clinit(x);`);
  writer.line(`${js}$X = x; return ${js}$V = s;`);
  writer.line('}');
  const steps = symbol.setUp.filter((each) => each.static && ('body' in each || each.value));
  emitFunction(session, writer, { symbol, isStatic: true, returns: session.world.types.void, parameters: [], head: `function ${js}$clinit`, shown: `${symbol.name}.<clinit>`, options: { initialiser: true } }, (body) => setUpCode(body, steps, undefined));
}

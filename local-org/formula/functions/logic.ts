/** Logical functions, and those that ask about blanks and changes. https://help.salesforce.com/s/articleView?id=platform.customize_functions_i_z.htm */
import { equal } from '../equality';
import { isBlank, Num, text, type Env, type Kind, type Val } from '../values';
import { ANY, common, type Call, type FormulaFunction, type Typed } from './entry';

const BLANKABLE: readonly Kind[] = [...ANY, 'picklist', 'multipicklist', 'location'];
/** Text is never null: ISNULL is false and NULLVALUE never replaces it. */
const isNull = (arg: Typed) => (env: Env): boolean => arg.run(env) === null && arg.kind !== 'text';
const changeUses = ['validationRule'] as const;

function picklistTest(call: Call, field: Kind): (env: Env) => { value: string; wanted: string } {
  const [value, wanted] = call.args as [Typed, Typed];
  call.expect(value, [field]);
  call.expect(wanted, ['text', 'null']);
  if (wanted.literal === undefined) call.fail(`Incorrect parameter type for function '${call.name}()'. Expected Text literal, received Text`, wanted.at);
  return (env) => ({ value: text(value.run(env)), wanted: text(wanted.literal) });
}

/** The field a change function looks at. */
function changed(call: Call): { slot: number; field: Typed } {
  const field = call.args[0] as Typed;
  if (field.slot === undefined) call.fail(`Incorrect parameter type for function '${call.name}()'. Expected field reference`, field.at);
  if (field.name?.includes('.')) call.fail(`Incorrect parameter for function '${call.name}()'. Field ${field.name} may not be used`, field.at);
  return { slot: field.slot, field };
}
const inPast = (slot: number) => (env: Env): Env => ({ ...env, read: (index) => (index === slot ? env.prior(slot) : env.read(index)), prior: env.prior.bind(env) });

function buildCase(call: Call): { kind: Kind; run(env: Env): Val } {
  const [subject, ...rest] = call.args as [Typed, ...Typed[]];
  if (call.args.length % 2 !== 0) call.fail(`Incorrect number of parameters for function 'CASE()'. Expected ${call.args.length + 1}, received ${call.args.length}`);
  const otherwise = rest.pop() as Typed;
  const values = rest.filter((_, index) => index % 2 === 0);
  const results = rest.filter((_, index) => index % 2 === 1);
  call.expect(subject, [...ANY, 'picklist']);
  for (const value of values) call.expect(value, subject.kind === 'picklist' ? ['text', 'null'] : subject.kind === 'null' ? ANY : [subject.kind, 'null']);
  const textual = subject.kind === 'picklist' || subject.kind === 'text';
  return {
    kind: common(call, [...results, otherwise]),
    run: (env) => {
      const is = subject.run(env);
      for (const [index, value] of values.entries()) {
        const wanted = value.run(env);
        const same = textual ? text(is) === text(wanted) : is === null || wanted === null ? is === wanted : equal(is, wanted);
        if (same) return (results[index] as Typed).run(env);
      }
      return otherwise.run(env);
    },
  };
}

export const logic: readonly FormulaFunction[] = [
  {
    name: 'IF', params: ['boolean', 'any', 'any'], result: 1, page: 'if',
    build: (call) => {
      const [test, yes, no] = call.args as [Typed, Typed, Typed];
      call.expect(test, ['boolean', 'null']);
      return { kind: common(call, [yes, no]), run: (env) => (test.run(env) === true ? yes.run(env) : no.run(env)) };
    },
  },
  { name: 'CASE', params: ['any', 'any', 'any', 'any', '...any'], result: 3, page: 'case', build: buildCase },
  {
    name: 'AND', params: ['boolean', '...boolean'], result: 'boolean', page: 'and',
    build: (call) => { call.args.forEach((arg) => call.expect(arg, ['boolean', 'null'])); return { kind: 'boolean', run: (env) => call.args.every((arg) => arg.run(env) === true) }; },
  },
  {
    name: 'OR', params: ['boolean', '...boolean'], result: 'boolean', page: 'or',
    build: (call) => { call.args.forEach((arg) => call.expect(arg, ['boolean', 'null'])); return { kind: 'boolean', run: (env) => call.args.some((arg) => arg.run(env) === true) }; },
  },
  { name: 'NOT', params: ['boolean'], result: 'boolean', blanks: true, page: 'not', run: ([value]) => value !== true },
  {
    name: 'ISBLANK', params: ['any'], result: 'boolean', page: 'isblank',
    build: (call) => { const [value] = call.args as [Typed]; call.expect(value, BLANKABLE); return { kind: 'boolean', run: (env) => isBlank(value.run(env)) }; },
  },
  {
    name: 'ISNULL', params: ['any'], result: 'boolean', page: 'isnull',
    build: (call) => { const [value] = call.args as [Typed]; call.expect(value, BLANKABLE); return { kind: 'boolean', run: isNull(value) }; },
  },
  {
    name: 'BLANKVALUE', params: ['any', 'any'], result: 0, page: 'blankvalue',
    build: (call) => {
      const [value, substitute] = call.args as [Typed, Typed];
      return { kind: common(call, call.args), run: (env) => { const is = value.run(env); return isBlank(is) ? substitute.run(env) : is; } };
    },
  },
  {
    name: 'NULLVALUE', params: ['any', 'any'], result: 0, page: 'nullvalue',
    build: (call) => {
      const [value, substitute] = call.args as [Typed, Typed];
      const empty = isNull(value);
      return { kind: common(call, call.args), run: (env) => (empty(env) ? substitute.run(env) : value.run(env)) };
    },
  },
  {
    name: 'ISPICKVAL', params: ['any', 'text'], result: 'boolean', page: 'ispickval',
    build: (call) => { const read = picklistTest(call, 'picklist'); return { kind: 'boolean', run: (env) => { const { value, wanted } = read(env); return value === wanted; } }; },
  },
  {
    name: 'INCLUDES', params: ['any', 'text'], result: 'boolean', page: 'includes',
    build: (call) => { const read = picklistTest(call, 'multipicklist'); return { kind: 'boolean', run: (env) => { const { value, wanted } = read(env); return value.split(';').includes(wanted); } }; },
  },
  {
    name: 'PICKLISTCOUNT', params: ['any'], result: 'number', page: 'picklistcount',
    build: (call) => {
      const [value] = call.args as [Typed];
      call.expect(value, ['multipicklist']);
      return { kind: 'number', run: (env) => new Num(text(value.run(env)).split(';').filter(Boolean).length) };
    },
  },
  { name: 'ISNEW', params: [], result: 'boolean', uses: changeUses, page: 'isnew', build: () => ({ kind: 'boolean', run: (env) => env.isNew }) },
  {
    name: 'ISCHANGED', params: ['any'], result: 'boolean', uses: changeUses, page: 'ischanged',
    build: (call) => {
      const { slot } = changed(call);
      // A new record has no change: https://help.salesforce.com/s/articleView?id=platform.customize_functions_ischanged.htm
      const normal = (value: unknown): unknown => (value === '' || value === undefined ? null : typeof value === 'boolean' ? Number(value) : value);
      return { kind: 'boolean', run: (env) => !env.isNew && normal(env.read(slot)) !== normal(env.prior(slot)) };
    },
  },
  {
    name: 'PRIORVALUE', params: ['any'], result: 0, uses: changeUses, page: 'priorvalue',
    build: (call) => { const { slot, field } = changed(call); const past = inPast(slot); return { kind: field.kind, run: (env) => field.run(past(env)) }; },
  },
];

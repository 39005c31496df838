/** Database.query and its kin: `:name` in the text means the variable of that name where the call stands. */
import type { Body, Expr } from '../context';
import type { BoundMethod } from '../members';
import { platformMethods, readField, staticsOf } from '../members';

const WITH_BINDS: Readonly<Record<string, string>> = { query: 'queryWithBinds', countquery: 'countQueryWithBinds', getquerylocator: 'getQueryLocatorWithBinds' };

/** Code of such a call; undefined for every other method. */
export function dynamicQuery(body: Body, bound: BoundMethod, given: readonly string[]): Expr | undefined {
  const { method } = bound;
  const bindingName = method.owner.name === 'Database' ? WITH_BINDS[method.name.toLowerCase()] : undefined;
  if (!bindingName || !bound.parameters[0]?.is('String')) return undefined;
  const binding = platformMethods(body.world, body.types.platform('Database'), bindingName)[0];
  if (!binding) return undefined;
  const level = given[1] ?? `$o.levelOf(x, ${levels(body)})`;
  const text = body.temporary();
  const original = `() => ${body.pool.member(method)}(${['x', text, ...given.slice(1)].join(', ')})`;
  return {
    type: bound.returns, soql: bound.returns.is('List') ? 'rows' : undefined,
    js: `$o.dynamicQuery(x, ${text} = ${given[0]}, ${original}, ${body.pool.member(binding.method)}, () => ${level}, ${resolver(body)})`,
  };
}

/** The two access levels, read when a query with binds states none. */
function levels(body: Body): string {
  const info = body.world.platform.find('AccessLevel');
  const read = (name: string): string => {
    const property = info?.properties.get(name);
    return property ? `() => ${body.pool.member(property)}(x)` : 'null';
  };
  return `${read('user_mode')}, ${read('system_mode')}`;
}

/** A function from lower-case name to value: locals, then fields of the class and of the class around it. */
function resolver(body: Body): string {
  const cases = new Map<string, string>();
  for (const local of body.scope.all()) cases.set(local.name.toLowerCase(), local.js);
  for (const owner of [...body.symbol.chain(), ...(body.symbol.outer ? [body.symbol.outer] : [])]) {
    for (const field of owner.fields.values()) {
      const name = field.name.toLowerCase();
      if (cases.has(name) || (!field.static && (body.isStatic || owner === body.symbol.outer))) continue;
      cases.set(name, field.property ? readField(body, field, field.static ? undefined : 'this').js : field.static ? `${staticsOf(field.owner)}.${field.js}` : `this.${field.js}`);
    }
  }
  return `(n) => { switch (n) { ${[...cases].map(([name, js]) => `case ${JSON.stringify(name)}: return ${js};`).join(' ')} } }`;
}

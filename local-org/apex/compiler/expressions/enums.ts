/** Methods of enums, the user's and the platform's. */
import type { Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import type { ApexType } from '../types';
import { missing } from './calls';

export function enumCall(body: Body, node: Expression & { kind: 'call' }, type: ApexType, receiver: Expr | undefined, args: readonly Expr[]): Expr {
  const { types } = body;
  const values = type.symbol ? type.symbol.declaration.values.map((each) => each.text) : types.info(type)?.values ?? [];
  const all = body.pool.constant(`$o.enumValues(${JSON.stringify(type.name)}, ${JSON.stringify(values)})`);
  const key = `${receiver ? '' : 'static '}${node.name.toLowerCase()}/${args.length}`;
  const target = receiver ? body.unboxed(receiver) : '';
  const arg = args[0];
  switch (key) {
    case 'static values/0': return { type: types.list(type), js: `$o.enumList(${JSON.stringify(type.name)}, ${all})`, nonNull: true };
    case 'static valueof/1':
      if (!arg?.type.isText && arg?.type.kind !== 'null') break;
      return { type, js: `$o.enumValueOf(x, ${JSON.stringify(type.name)}, ${all}, ${arg.js})`, nonNull: true };
    case 'name/0': case 'tostring/0': return { type: types.String, js: `${target}.name`, nonNull: true };
    case 'ordinal/0': return { type: types.Integer, js: `${target}.ordinal`, nonNull: true };
    case 'hashcode/0': return { type: types.Integer, js: `$o.hash(x, ${target})`, nonNull: true };
    case 'equals/1': return { type: types.Boolean, js: `(${target} === ${arg?.js ?? 'null'})`, nonNull: true };
    default:
  }
  return missing(body, node, type.name, args);
}

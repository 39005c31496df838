/** Static methods of custom metadata types. Those of custom settings are refused. */
import type { Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { fail } from '../problems';
import type { ApexType } from '../types';

export function objectCall(body: Body, node: Expression & { kind: 'call' }, type: ApexType, args: readonly Expr[]): Expr | undefined {
  const object = type.object as NonNullable<ApexType['object']>;
  if (object.kind === 'customSetting') return fail(node.nameAt, `The local org does not model custom settings in Apex (${object.name}.${node.name}). See docs/local-org-gaps.md.`);
  const name = JSON.stringify(object.name);
  switch (`${node.name.toLowerCase()}/${args.length}`) {
    case 'getall/0': return { type: body.types.map(body.types.String, type), js: `$o.metadataAll(x, ${name})`, nonNull: true };
    case 'getinstance/1': return args[0]?.type.isText ? { type, js: `$o.metadataInstance(x, ${name}, ${args[0].js})` } : undefined;
    default: return undefined;
  }
}

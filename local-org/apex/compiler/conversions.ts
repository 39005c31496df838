/** Which type may stand where another is wanted, and the code that converts the value. */
import type { World } from './resolve';
import type { ApexType } from './types';

/** Distance of an implicit conversion; undefined when there is none. 0 is the same type; larger is further. */
export function distance(world: World, from: ApexType, to: ApexType): number | undefined {
  if (from === to || from.kind === 'unknown' || to.kind === 'unknown') return 0;
  if (from.kind === 'void' || to.kind === 'void') return undefined;
  if (from.kind === 'null') return 1;
  if (to.is('Object')) return 100;
  if (from.kind === 'platform' && to.kind === 'platform') {
    const simple = PRIMITIVE_CONVERSIONS.get(from.base)?.indexOf(to.base) ?? -1;
    if (simple >= 0) return simple + 1;
    if (from.is('List') && to.is('List')) return elementDistance(world, from.args[0] as ApexType, to.args[0] as ApexType);
    if (from.is('Set') && to.is('Set')) return upcast(from.args[0] as ApexType, to.args[0] as ApexType);
    if (from.is('Map') && to.is('Map') && (from.args[0] === to.args[0] || (to.args[0] as ApexType).is('Object'))) return elementDistance(world, from.args[1] as ApexType, to.args[1] as ApexType);
  }
  if (from.kind === 'sobject' && to === world.types.SObject) return 1;
  return superDistance(world, from, to);
}

/** Each list of targets is ordered from near to far. */
const PRIMITIVE_CONVERSIONS = new Map<string, readonly string[]>([
  ['Integer', ['Long', 'Double', 'Decimal']],
  ['Long', ['Double', 'Decimal']],
  ['Double', ['Decimal']],
  ['Decimal', ['Double']],
  ['Id', ['String']],
  ['String', ['Id']],
  ['Date', ['Datetime']],
]);

/** Lists follow their elements, maps their values: upward by class, both ways between SObject and its objects, and between Id and String. */
function elementDistance(world: World, from: ApexType, to: ApexType): number | undefined {
  if (from === world.types.SObject && to.kind === 'sobject') return 2;
  if (from.isNumber && to.isNumber) return undefined;
  if (from.is('Date')) return to.is('Object') ? 100 : undefined;
  return distance(world, from, to);
}

function upcast(from: ApexType, to: ApexType): number | undefined {
  if (from === to) return 0;
  if (from.kind === 'sobject' && to.base === 'SObject') return 1;
  if (from.is('List', 'Set', 'Map') && from.base === to.base) {
    const parts = from.args.map((arg, i) => upcast(arg, to.args[i] as ApexType));
    return parts.every((part) => part !== undefined) ? 1 : undefined;
  }
  return undefined;
}

/** Steps up the classes and interfaces. */
function superDistance(world: World, from: ApexType, to: ApexType): number | undefined {
  let layer: ApexType[] = [from];
  const seen = new Set<ApexType>(layer);
  for (let steps = 1; layer.length > 0; steps++) {
    const next: ApexType[] = [];
    for (const type of layer) {
      for (const parent of directSupers(world, type)) {
        if (parent === to || sameInterface(parent, to)) return steps;
        if (!seen.has(parent)) next.push(parent);
        seen.add(parent);
      }
    }
    layer = next;
  }
  return undefined;
}

/** `Iterable<Account>` serves where `Iterable<SObject>` is wanted. */
function sameInterface(found: ApexType, wanted: ApexType): boolean {
  if (found.base !== wanted.base || found.args.length === 0 || found.args.length !== wanted.args.length || found.isCollection) return false;
  return found.args.every((arg, i) => {
    const other = wanted.args[i] as ApexType;
    return arg === other || other.is('Object') || (arg.kind === 'sobject' && other.kind === 'sobject' && (other.base === 'SObject' || arg.base === 'SObject'));
  });
}

export function directSupers(world: World, type: ApexType): ApexType[] {
  if (type.symbol) return [...(type.symbol.superType ? [type.symbol.superType] : []), ...type.symbol.interfaces];
  const info = world.types.info(type);
  if (!info) return [];
  const bound = new Map(info.typeParameters.map((name, i) => [name, type.args[i] ?? world.types.Object] as const));
  return [...(info.superType ? [info.superType] : []), ...info.interfaces].map((each) => world.types.substitute(each, bound));
}

export function assignable(world: World, from: ApexType, to: ApexType): boolean {
  return distance(world, from, to) !== undefined;
}

/** Whether a cast could ever succeed: along the classes in either direction, or to and from an interface. */
export function castable(world: World, from: ApexType, to: ApexType): boolean {
  if (assignable(world, from, to) || assignable(world, to, from)) return true;
  if (from.isNumber && to.isNumber) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return from === world.types.SObject || to === world.types.SObject;
  if (from.isCollection && from.base === to.base) return from.args.every((arg, i) => castable(world, arg, to.args[i] as ApexType));
  if (isInterface(world, from)) return !to.isNumber && !to.isText && (isInterface(world, to) || to.kind === 'class' || to.kind === 'platform');
  if (isInterface(world, to)) return from.kind === 'class' && from.symbol?.kind === 'class';
  return false;
}

export function isInterface(world: World, type: ApexType): boolean {
  return type.symbol ? type.symbol.kind === 'interface' : type.kind === 'platform' && world.types.info(type)?.kind === 'interface';
}

/** Code that turns a value of one type into another; the type must be assignable. Null stays null. */
export function converted(js: string, from: ApexType, to: ApexType): string {
  if (from === to || from.kind !== 'platform' || to.kind !== 'platform') return js;
  const how = CONVERSION_CODE.get(`${from.base}>${to.base}`);
  if (how) return how(js);
  if (from.is('List') && to.is('List') && (from.args[0] as ApexType).is('String') && (to.args[0] as ApexType).is('Id')) return `$o.toIdList(x, ${js})`;
  return js;
}

const whole = /^-?\d+$/;
const CONVERSION_CODE = new Map<string, (js: string) => string>([
  ['Integer>Long', (js) => (whole.test(js) ? `${js}n` : `$o.toLong(${js})`)],
  ['Integer>Double', (js) => `$o.toDouble(${js})`],
  ['Integer>Decimal', (js) => `$o.toDecimal(${js})`],
  ['Long>Double', (js) => `$o.toDouble(${js})`],
  ['Long>Decimal', (js) => `$o.toDecimal(${js})`],
  ['Double>Decimal', (js) => `$o.toDecimal(${js})`],
  ['Decimal>Double', (js) => `$o.toDouble(${js})`],
  ['String>Id', (js) => `$o.toId(x, ${js})`],
  ['Date>Datetime', (js) => `$o.toDatetime(x, ${js})`],
]);

/** Compiled classes as the runtime knows them, with their names in generated code: everything here is plain data that is cached. */
import type { CompiledClass, CompiledMethod } from '../runtime/types';
import type { ClassSymbol, MethodSymbol } from './symbols';
import { usesGetter, usesSetter } from './members';

export interface MethodRecord extends CompiledMethod { readonly js: string; readonly abstract: boolean; }
export interface FieldRecord { readonly name: string; readonly type: string; readonly static: boolean; readonly transient: boolean; readonly annotations: readonly string[]; readonly js: string; readonly getter: boolean; readonly setter: boolean; readonly readable: boolean; readonly writable: boolean; }
export interface ClassRecord extends CompiledClass {
  readonly js: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly file: string;
  readonly outer?: string;
  readonly abstract: boolean;
  /** Every type it is an instance of, in lower case: itself, super classes, interfaces. */
  readonly allTypes: readonly string[];
  readonly methods: readonly MethodRecord[];
  readonly constructors: readonly MethodRecord[];
  readonly fields: readonly FieldRecord[];
}

function annotations(list: MethodSymbol['annotations']): CompiledMethod['annotations'] {
  return list.map((each) => ({ name: each.name, parameters: each.parameters }));
}

function methodRecord(method: MethodSymbol, js: string): MethodRecord {
  return {
    name: method.name, static: method.static, access: method.access, returnType: method.returns.name, parameters: method.parameters.map((each) => ({ name: each.name, type: each.type.name })),
    annotations: annotations(method.annotations), isTest: isTestMethod(method), js, abstract: method.abstract,
  };
}

export function isTestMethod(method: MethodSymbol): boolean {
  const { declaration } = method;
  return method.annotations.some((each) => each.name.toLowerCase() === 'istest') || (declaration?.modifiers.words.has('testmethod') ?? false);
}

export function classRecord(symbol: ClassSymbol): ClassRecord {
  const methods = [...symbol.methods.values()].flat();
  const platform = symbol.platformRoot();
  return {
    name: symbol.name, js: symbol.js, kind: symbol.kind, file: symbol.source.file, outer: symbol.outer?.name, abstract: symbol.abstract, superName: symbol.superType?.name, interfaces: symbol.interfaces.map((each) => each.name),
    allTypes: [...symbol.chain().map((each) => each.name), ...symbol.allInterfaces().flatMap((each) => (each.args.length > 0 ? [each.name, each.base] : [each.name])), ...(platform ? [platform.name] : [])].map((each) => each.toLowerCase()),
    isTest: symbol.isTest, apiVersion: symbol.source.apiVersion, sharing: symbol.sharing, annotations: annotations(symbol.declaration.modifiers.annotations),
    methods: methods.map((method) => methodRecord(method, method.static ? `${symbol.js}$$${method.js}` : method.js)),
    constructors: symbol.constructors.map((each) => methodRecord(each, `${symbol.js}$new$${each.js.slice(each.js.indexOf('$') + 1)}`)),
    fields: [...symbol.fields.values()].map((field) => ({
      name: field.name, type: field.type.name, static: field.static, transient: field.transient, annotations: field.annotations.map((each) => each.name), js: field.js,
      getter: usesGetter(field), setter: usesSetter(field), readable: !field.property || field.property.getter !== undefined, writable: !field.property || field.property.setter !== undefined,
    })),
    enumValues: symbol.kind === 'enum' ? symbol.declaration.values.map((each) => each.text) : undefined,
  };
}

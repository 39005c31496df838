/** Annotations: the known ones and what each demands. Any other is refused. */
import type { Annotation, MethodDeclaration } from '../syntax';
import { NotModelledError } from '../../schema';
import { checkWritesNothing } from './cacheable';
import { fail } from './problems';
import type { World } from './resolve';
import { PRIMITIVES, type ApexType } from './types';
import { hasAnnotation, type ClassSymbol, type FieldSymbol, type MethodSymbol } from './symbols';

type Place = 'class' | 'method' | 'field';
interface Rule { readonly places: readonly Place[]; readonly parameters: readonly string[]; check?(world: World, owner: ClassSymbol, annotation: Annotation, method?: MethodSymbol, field?: FieldSymbol): void; }

const staticVoid = (world: World, name: string, method: MethodSymbol | undefined): void => {
  if (method && (!method.static || method.returns !== world.types.void)) fail(method, `${name} methods must be static and return void`);
};

const HTTP: Rule = {
  places: ['method'], parameters: [],
  check(_world, owner, annotation, method) {
    if (method && (!method.static || method.access !== 'global')) fail(method, `@${annotation.name} method must be global static: ${method.name}`);
    if (!hasAnnotation(owner.declaration.modifiers.annotations, 'restresource')) fail(annotation, `@${annotation.name} methods must be in a class annotated with @RestResource`);
  },
};

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation.htm */
const RULES: Readonly<Record<string, Rule>> = {
  auraenabled: {
    places: ['method', 'field'], parameters: ['cacheable', 'continuation', 'scope'],
    check(_world, owner, annotation, method) {
      if (!method) return;
      if (method.access !== 'public' && method.access !== 'global') fail(annotation, `AuraEnabled methods must be public or global: ${method.name}`);
      if (annotation.parameters['cacheable'] === 'true' && !method.static) fail(annotation, `AuraEnabled(cacheable=true) methods must be static: ${method.name}`);
      if (annotation.parameters['cacheable'] === 'true') checkWritesNothing(method);
      if ((owner.methods.get(method.name.toLowerCase()) ?? []).filter((each) => hasAnnotation(each.annotations, 'auraenabled')).length > 1) fail(annotation, `Methods annotated with @AuraEnabled cannot be overloaded: ${method.name}`);
    },
  },
  istest: {
    places: ['class', 'method'], parameters: ['seealldata', 'isparallel', 'onfailure', 'testfor', 'critical'],
    check(world, owner, annotation, method) {
      if (annotation.parameters['seealldata']?.toLowerCase() === 'true') fail(annotation, new NotModelledError('@IsTest(SeeAllData=true)').problem);
      if (!method) return;
      if (!method.static || method.returns !== world.types.void) fail(method, `Test methods must be static and return void: ${method.name}`);
      if (method.parameters.length > 0) fail(method, 'Test methods must have no arguments');
      if (!owner.isTest) fail(method, `Defining type for testMethod declarations must be declared as IsTest`);
    },
  },
  testsetup: {
    places: ['method'], parameters: [],
    check(world, owner, annotation, method) {
      staticVoid(world, '@TestSetup', method);
      if (!owner.isTest) fail(annotation, 'Test setup methods must be in test classes');
      if (method && method.parameters.length > 0) fail(method, 'Test methods must have no arguments');
    },
  },
  testvisible: { places: ['class', 'method', 'field'], parameters: [] },
  future: {
    places: ['method'], parameters: ['callout'],
    check(world, _owner, _annotation, method) {
      staticVoid(world, '@Future', method);
      for (const parameter of method?.parameters ?? []) if (!isFutureType(parameter.type)) fail(parameter, `Future methods do not support parameter type of ${parameter.type.name}`);
    },
  },
  invocablemethod: {
    places: ['method'], parameters: ['label', 'description', 'callout', 'category', 'configurationeditor', 'iconname'],
    check(_world, owner, annotation, method) {
      if (!method) return;
      if (!method.static || (method.access !== 'public' && method.access !== 'global')) fail(annotation, `InvocableMethod methods must be static and public or global: ${method.name}`);
      if (method.parameters.length > 1 || (method.parameters[0] && !method.parameters[0].type.is('List'))) fail(annotation, `InvocableMethod methods must take one parameter that is a list: ${method.name}`);
      if ([...owner.methods.values()].flat().filter((each) => hasAnnotation(each.annotations, 'invocablemethod')).length > 1) fail(annotation, `Only one method per type can be defined with: InvocableMethod`);
    },
  },
  invocablevariable: { places: ['field'], parameters: ['label', 'description', 'required', 'defaultvalue', 'placeholdertext'] },
  restresource: { places: ['class'], parameters: ['urlmapping'] },
  httpget: HTTP, httppost: HTTP, httpput: HTTP, httppatch: HTTP, httpdelete: HTTP,
  jsonaccess: { places: ['class'], parameters: ['serializable', 'deserializable'] },
  suppresswarnings: { places: ['class', 'method', 'field'], parameters: ['value'] },
  deprecated: { places: ['class', 'method', 'field'], parameters: [] },
  namespaceaccessible: { places: ['class', 'method', 'field'], parameters: [] },
  readonly: { places: ['method'], parameters: [] },
};

function isFutureType(type: ApexType): boolean {
  if (type.is('List', 'Set', 'Map')) return type.args.every(isFutureType);
  return type.kind === 'platform' && PRIMITIVES.has(type.base);
}

function check(world: World, owner: ClassSymbol, annotations: readonly Annotation[], place: Place, method?: MethodSymbol, field?: FieldSymbol): void {
  const seen = new Set<string>();
  for (const annotation of annotations) {
    const name = annotation.name.toLowerCase();
    const rule = RULES[name];
    if (!rule) fail(annotation, `Annotation does not exist: ${annotation.name}`);
    if (!rule.places.includes(place)) fail(annotation, `Annotation is not allowed here: ${annotation.name}`);
    if (seen.has(name)) fail(annotation, `Duplicate annotation: ${annotation.name}`);
    seen.add(name);
    for (const parameter of Object.keys(annotation.parameters)) if (!rule.parameters.includes(parameter)) fail(annotation, `No such property, ${parameter}, defined on this annotation: ${annotation.name}`);
    rule.check?.(world, owner, annotation, method, field);
  }
}

export function checkClassAnnotations(world: World, symbol: ClassSymbol): void {
  check(world, symbol, symbol.declaration.modifiers.annotations, 'class');
}
export function checkMethodAnnotations(world: World, method: MethodSymbol): void {
  check(world, method.owner, method.annotations, 'method', method);
  const declaration = method.declaration as MethodDeclaration | undefined;
  if (declaration?.modifiers.words.has('testmethod') && !method.owner.isTest) fail(method, 'Defining type for testMethod declarations must be declared as IsTest');
}
export function checkFieldAnnotations(world: World, field: FieldSymbol): void {
  check(world, field.owner, field.annotations, 'field', undefined, field);
}

/** Names of the annotations, for the list of what is supported. */
export const annotationNames: readonly string[] = Object.keys(RULES);

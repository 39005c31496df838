/** `Account.SObjectType`, `Account.Name` as a field token, and Type. */
import type { FieldModel, ObjectModel } from '../../../schema';
import { PlatformObject } from './object';

const types = new WeakMap<ObjectModel, SObjectTypeToken>();
const fields = new WeakMap<FieldModel, SObjectFieldToken>();

/** Schema.SObjectType. One token for each object, so that identity is equality. */
export class SObjectTypeToken extends PlatformObject {
  readonly apexType = 'Schema.SObjectType';
  private constructor(readonly object: ObjectModel) {
    super();
  }
  static of(object: ObjectModel): SObjectTypeToken {
    let token = types.get(object);
    if (!token) types.set(object, (token = new SObjectTypeToken(object)));
    return token;
  }
  override toString(): string {
    return this.object.name;
  }
}

/** Schema.SObjectField. */
export class SObjectFieldToken extends PlatformObject {
  readonly apexType = 'Schema.SObjectField';
  private constructor(readonly object: ObjectModel, readonly field: FieldModel) {
    super();
  }
  static of(object: ObjectModel, field: FieldModel): SObjectFieldToken {
    let token = fields.get(field);
    if (!token) fields.set(field, (token = new SObjectFieldToken(object, field)));
    return token;
  }
  override toString(): string {
    return this.field.name;
  }
}

/** System.Type: the Apex type of this name, as the compiler writes it. */
export class ApexType extends PlatformObject {
  readonly apexType = 'Type';
  constructor(readonly name: string) {
    super();
  }
  override get equalityKey(): string {
    return `type:${this.name.toLowerCase()}`;
  }
  override toString(): string {
    return this.name;
  }
}

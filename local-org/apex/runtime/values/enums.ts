/** Values of enums: one object per value, so that identity is equality. */
const interned = new Map<string, ApexEnumValue>();

export class ApexEnumValue {
  private constructor(readonly type: string, readonly name: string, readonly ordinal: number) {}
  /** The value of this enum; always the same object for the same type, name and ordinal. */
  static of(type: string, name: string, ordinal: number): ApexEnumValue {
    const key = `${type}|${name}|${ordinal}`;
    let value = interned.get(key);
    if (!value) interned.set(key, (value = new ApexEnumValue(type, name, ordinal)));
    return value;
  }
  static all(type: string, names: readonly string[]): ApexEnumValue[] {
    return names.map((name, ordinal) => ApexEnumValue.of(type, name, ordinal));
  }
  toString(): string {
    return this.name;
  }
}

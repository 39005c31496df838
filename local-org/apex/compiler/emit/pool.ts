/** Constants of the generated program, made once when it is loaded: library functions, types, queries, frames. */
import type { PlatformInfo } from '../platform';
import type { ApexType } from '../types';

export class ConstantPool {
  private readonly names = new Map<string, string>();
  private readonly lines: string[] = [];

  constructor(private readonly prefix = '$k') {}

  /** Name of a constant made by `code`. */
  constant(code: string): string {
    let name = this.names.get(code);
    if (!name) {
      name = `${this.prefix}${this.names.size}`;
      this.names.set(code, name);
      this.lines.push(`const ${name} = ${code};`);
    }
    return name;
  }
  /** Implementation of a library member. */
  member(member: { readonly owner: PlatformInfo; readonly key: string }): string {
    return this.constant(`$r.member(${JSON.stringify(member.owner.name)}, ${JSON.stringify(member.key)})`);
  }
  /** Description of a type for checks at run time. */
  type(type: ApexType): string {
    return this.constant(`$r.type(${JSON.stringify(type.name)})`);
  }
  /** A query, analysed when first run. */
  query(text: string): string {
    return this.constant(`$r.query(${JSON.stringify(text)})`);
  }
  get declarations(): readonly string[] {
    return this.lines;
  }
}

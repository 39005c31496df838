/** Base of the instances of platform classes that have a class of their own here (HttpRequest, Database.SaveResult ...). */
export abstract class PlatformObject {
  /** Name of the PlatformClass table: `HttpRequest`, `Database.SaveResult`. */
  abstract readonly apexType: string;
  /** Equal text for objects that Apex holds equal; undefined where identity decides. */
  get equalityKey(): string | undefined {
    return undefined;
  }
  /** As String.valueOf and logs write it. */
  toString(): string {
    return `${this.apexType}:[]`;
  }
}

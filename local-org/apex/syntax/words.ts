/** Words of modifiers: a set that JSON writes as a list, so that no function has to look at every node of a tree. */
export class Words extends Set<string> {
  toJSON(): string[] {
    return [...this];
  }
}

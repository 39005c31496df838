/** Waits until wires, promises and renderings that are under way are through. */
export const settle = (turns = 10): Promise<void> => (turns === 0 ? Promise.resolve() : Promise.resolve().then(() => settle(turns - 1)));

/** Elements inside a component. */
export const all = (element: Element | undefined, selector: string): HTMLElement[] => [...(element?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

export const one = (element: Element | undefined, selector: string): HTMLElement | undefined => all(element, selector)[0];

/** Details of the events of this name that a component fires from now on. */
export function heard(element: HTMLElement, name: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(name, (event) => {
    details.push((event as CustomEvent<unknown>).detail);
  });
  return details;
}

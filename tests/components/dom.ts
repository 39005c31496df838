/** Short ways for component tests: mount, look, press, wait. */
import { createElement, type LightningElement } from 'lwc';

type Constructor<Component> = new () => Component;
type Mounted<Component> = HTMLElement & Omit<Component, keyof LightningElement>;

/** Puts a component with these properties into the document. */
export function mount<Component extends LightningElement>(
  tag: string,
  is: Constructor<Component>,
  properties: Record<string, unknown> = {}
): Mounted<Component> {
  const element = createElement(tag, { is: is as never }) as unknown as Mounted<Component>;
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

/** Takes all components out of the document again. */
export function unmountAll(): void {
  document.body.replaceChildren();
}

/** The elements below a component that match, its own template only. */
export function findAll<Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found[] {
  return [...element.shadowRoot!.querySelectorAll<Found>(selector)];
}

/** The one element that matches; fails when there is none. */
export function find<Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found {
  const found = element.shadowRoot!.querySelector<Found>(selector);
  if (!found) throw new Error(`Nothing matches ${selector} in ${element.tagName.toLowerCase()}.`);
  return found;
}

/** What a reader sees of an element, shadow trees included, spaces folded. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof HTMLStyleElement) return;
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    for (const child of (node as Element).shadowRoot?.childNodes ?? node.childNodes) walk(child);
  };
  walk(element);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Types into a native input, textarea or select. */
export function enter(control: HTMLElement, value: string): void {
  (control as HTMLInputElement).value = value;
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

export function press(element: HTMLElement, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

/** Lets promises and renders that are under way come to their end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** Remembers the events of one name. */
export function recorded<Detail = unknown>(element: HTMLElement, name: string): Detail[] {
  const details: Detail[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail));
  return details;
}

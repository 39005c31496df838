/** https://developer.salesforce.com/docs/component-library/bundle/lightning-platform-resource-loader */

const loaded = new Map<string, Promise<void>>();

/** Loads one file once, whoever asks for it. A failed load may be tried again. */
function load(url: string, make: () => HTMLElement): Promise<void> {
  let promise = loaded.get(url);
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      const element = make();
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => {
        loaded.delete(url);
        reject(new Error(`The resource ${url} could not be loaded.`));
      });
      document.head.append(element);
    });
    loaded.set(url, promise);
  }
  return promise;
}

export const loadScript = (_component: unknown, url: string): Promise<void> => load(url, () => Object.assign(document.createElement('script'), { src: url, async: false }));
export const loadStyle = (_component: unknown, url: string): Promise<void> => load(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));

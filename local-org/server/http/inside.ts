/** The platform as a request sees it that runs inside the transaction of something larger: its own follow each other in that one. */
import type { Platform } from '../types';

export function insideTransaction(platform: Platform): Platform {
  const database = new Proxy(platform.database, {
    get: (target, name) => {
      if (name === 'transaction') return (work: () => unknown) => target.successive(work);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return Object.create(platform, { database: { value: database } }) as Platform;
}

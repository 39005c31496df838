/** The finished model, with lookups in any case. */
import type { MetadataComponent, ObjectModel, OrgModel } from '../types';

type Parts = Omit<OrgModel, 'object' | 'objectOfId' | 'component'>;

export class OrgView implements OrgModel {
  declare readonly projectDir: string;
  declare readonly apiVersion: number;
  declare readonly objects: OrgModel['objects'];
  declare readonly customMetadata: OrgModel['customMetadata'];
  declare readonly apex: OrgModel['apex'];
  declare readonly lwc: OrgModel['lwc'];
  declare readonly labels: OrgModel['labels'];
  declare readonly components: OrgModel['components'];
  declare readonly sites: OrgModel['sites'];
  declare readonly staticResources: OrgModel['staticResources'];
  readonly #byPrefix = new Map<string, ObjectModel | undefined>();

  constructor(parts: Parts) {
    Object.assign(this, parts);
    for (const object of parts.objects.values()) {
      if (!object.keyPrefix) continue;
      // Share tables of custom objects have one prefix in common: it names none of them.
      this.#byPrefix.set(object.keyPrefix, this.#byPrefix.has(object.keyPrefix) ? undefined : object);
    }
    Object.freeze(this);
  }

  object(name: string): ObjectModel | undefined {
    return this.objects.get(name.toLowerCase());
  }

  objectOfId(id: string): ObjectModel | undefined {
    return this.#byPrefix.get(id.slice(0, 3));
  }

  component(type: string, fullName: string): MetadataComponent | undefined {
    return this.components.get(type)?.get(fullName);
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_id.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexException, idOf, required, SObjectTypeToken, to18 } from '../../runtime/values';

export const ID: PlatformClass = {
  name: 'Id',
  members: {
    'static Id valueOf(String text)': (_x, text: string) => idOf(required(text)),
    'static Id valueOf(String text, Boolean restoreCasing)': (_x, text: string) => idOf(required(text)),
    'Schema.SObjectType getSObjectType()': (x, id: string) => {
      const object = x.org.objectOfId(id);
      if (!object) throw new ApexException('SObjectException', `Cannot locate Apex Type for ID ${id}`);
      return SObjectTypeToken.of(object);
    },
    'String to15()': (_x, id: string) => id.slice(0, 15),
    'String toString()': (_x, id: string) => to18(id),
    'Boolean equals(Object other)': (_x, id: string, other: unknown) => typeof other === 'string' && to18(id) === to18(other),
    // Off triggers this marks nothing that is saved; inside one it marks the record of this id.
    'void addError(String message)': (x, id: string, message: string) => x.services.triggerRecord(id)?.addError(message),
    'void addError(Exception error)': (x, id: string, error: ApexException) => x.services.triggerRecord(id)?.addError(error.text),
  },
};

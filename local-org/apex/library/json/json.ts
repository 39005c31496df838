/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm */
import type { PlatformClass } from '../../runtime/types';
import { required, type ApexType } from '../../runtime/values';
import { JsonGenerator } from './generator';
import { JsonParser } from './parser';
import { parseJson } from './parse';
import { readJson, untyped } from './read';
import { writeJson } from './write';

export const JSON_CLASS: PlatformClass = {
  name: 'JSON',
  members: {
    'static JSONGenerator createGenerator(Boolean prettyPrint)': (x, pretty: boolean) => new JsonGenerator(x, pretty),
    'static JSONParser createParser(String text)': (_x, text: string) => new JsonParser(required(text)),
    'static Object deserialize(String text, System.Type type)': (x, text: string, type: ApexType) => readJson(x, parseJson(required(text)), required(type).name),
    'static Object deserializeStrict(String text, System.Type type)': (x, text: string, type: ApexType) => readJson(x, parseJson(required(text)), required(type).name, { strict: true }),
    'static Object deserializeUntyped(String text)': (_x, text: string) => untyped(parseJson(required(text))),
    'static String serialize(Object value)': (x, value) => writeJson(x, value),
    'static String serialize(Object value, Boolean suppressNulls)': (x, value, suppressNulls: boolean) => writeJson(x, value, { suppressNulls }),
    'static String serializePretty(Object value)': (x, value) => writeJson(x, value, { indent: '  ' }),
    'static String serializePretty(Object value, Boolean suppressNulls)': (x, value, suppressNulls: boolean) => writeJson(x, value, { suppressNulls, indent: '  ' }),
  },
};

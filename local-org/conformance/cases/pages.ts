/** Addresses of the documentation that cases hold to. */
import type { Source } from '../types';

type Pages = (page: string, section: string) => Source;

const atlas = (guide: string): Pages => (page, section) => ({ url: `https://developer.salesforce.com/docs/atlas.en-us.${guide}.meta/${guide}/${page}.htm`, section });

/** Apex Developer Guide. */
export const guide = atlas('apexcode');
/** Apex Reference Guide. */
export const reference = atlas('apexref');
/** SOQL and SOSL Reference. */
export const soql = atlas('soql_sosl');
/** REST API Developer Guide. */
export const restGuide = atlas('api_rest');
/** Object Reference. */
export const objects = atlas('object_reference');
/** SOAP API Developer Guide. */
export const soapGuide = atlas('api');
/** Metadata API Developer Guide. */
export const metadata = atlas('api_meta');
/** Salesforce Help. */
export const help: Pages = (page, section) => ({ url: `https://help.salesforce.com/s/articleView?id=${page}.htm`, section });

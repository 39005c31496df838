/** Every route of this floor, in the order they are tried. A new resource is one more table here. */
import type { Route } from './types';
import { bulkRoutes } from './bulk/routes';
import { oauthRoutes } from './oauth/routes';
import { collectionRoutes } from './rest/collections';
import { compositeRoutes } from './rest/composite';
import { queryRoutes } from './rest/query';
import { resourceRoutes } from './rest/resources';
import { sobjectRoutes } from './rest/sobjects';
import { soapRoutes } from './soap/routes';
import { uiApiRoutes } from './uiapi/routes';

export const serverRoutes: readonly Route[] = [...oauthRoutes, ...resourceRoutes, ...queryRoutes, ...sobjectRoutes, ...compositeRoutes, ...collectionRoutes, ...bulkRoutes, ...soapRoutes, ...uiApiRoutes];

/** Every route of this floor, in the order they are tried. A new resource is one more table here. */
import type { Route } from './types';
import { bulkRoutes } from './bulk/routes';
import { deploymentRoutes } from './deployments/routes';
import { oauthRoutes } from './oauth/routes';
import { collectionRoutes } from './rest/collections';
import { queryRoutes } from './rest/query';
import { compositeRoutes } from './rest/composite';
import { refusedRoutes, resourceRoutes } from './rest/resources';
import { sobjectRoutes } from './rest/sobjects';
import { soapRoutes } from './soap/routes';
import { toolingRoutes } from './tooling/routes';
import { uiApiRoutes } from './uiapi/routes';

export const serverRoutes: readonly Route[] = [...oauthRoutes, ...resourceRoutes, ...queryRoutes, ...sobjectRoutes, ...collectionRoutes, ...compositeRoutes(() => serverRoutes), ...bulkRoutes, ...deploymentRoutes, ...toolingRoutes, ...soapRoutes, ...uiApiRoutes, ...refusedRoutes];

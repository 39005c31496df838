export * from './types';
export { createPlatform, systemClock, type PlatformOptions } from './platform';
export { listen, type Listening, type ListenOptions } from './http/listen';
export { apiErrorOf, errorResponse } from './http/errors';
export { supportList } from './support';
export { serverRoutes } from './routes';
export { onDeployment } from './deployments/acceptance';
export { startWorker, type Worker } from './worker';

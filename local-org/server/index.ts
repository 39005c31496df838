export * from './types';
export { createPlatform, systemClock, type PlatformOptions } from './platform';
export { listen, type Listening, type ListenOptions } from './http/listen';
export { directRequests, type RequestHead } from './http/request';
export { insideTransaction } from './http/inside';
export { apiErrorOf, errorResponse } from './http/errors';
export { serverRoutes } from './routes';
export { startWorker, type Worker } from './worker';

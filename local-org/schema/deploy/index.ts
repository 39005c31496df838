/** Deployments in metadata format: from a zip file to sources of the org. */
export { deployProjectAgain } from './restart';
export { unpack, type DeployedComponent, type DeployedFile, type PackageFault, type Unpacked, type UnpackOptions } from './unpack';
export { currentDeployed, draftOf, dropDraft, hasComponent, keepDraft, removableTypes, type Draft } from './store';

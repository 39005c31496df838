/** What else must hold before an org goes over to new sources: floors above this one have their say. */
import { SourceError } from '../../schema';
import type { Platform } from '../types';
import type { DeployFailure } from './request';

/** Makes what it needs of the new sources, throwing SourceError where they are wrong; what it answers puts that in place. */
export type Acceptor = (candidate: Platform) => Promise<() => void>;

const acceptors = new WeakMap<Platform, Acceptor>();

/** There is one such floor at most: the pages. */
export function onDeployment(platform: Platform, acceptor: Acceptor): void {
  acceptors.set(platform, acceptor);
}

export async function acceptance(platform: Platform, candidate: Platform, told: (failure: SourceError) => DeployFailure): Promise<{ install(): void } | { readonly failure: DeployFailure }> {
  try {
    const install = (await acceptors.get(platform)?.(candidate)) ?? ((): void => undefined);
    return { install };
  } catch (failure) {
    if (failure instanceof SourceError) return { failure: told(failure) };
    throw failure;
  }
}

// How is it found out whether Partner Center's events still arrive? It is asked for one that means nothing.

import { isSameAddress } from '../../domain/same-address.js';
import type { Log } from '../../runtime/log.js';
import type { Webhooks } from './webhooks.js';

/**
 * Has Partner Center send a test event, if its events go to this address: one call where that is known, else two. None where
 * nobody knows our address. Resolves to whether one was asked for.
 * @throws MicrosoftError
 */
export async function requestTestEvent(
  webhooks: Webhooks,
  { ourUrl, areOurs }: { readonly ourUrl: string | undefined; readonly areOurs: boolean },
  log: Log,
): Promise<boolean> {
  if (ourUrl === undefined) return false;
  const registration = areOurs ? { url: ourUrl } : await webhooks.registration();
  if (registration && isSameAddress(registration.url, ourUrl)) {
    await webhooks.sendTest();
    return true;
  }
  log.info('eventsGoElsewhere', { isRegistered: registration !== undefined });
  return false;
}

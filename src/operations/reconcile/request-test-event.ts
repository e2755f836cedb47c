// Requests a test event, which shows whether Partner Center's events still arrive.

import { isSameAddress } from '../../domain/same-address.js';
import type { Log } from '../../runtime/log.js';
import type { PartnerWebhooks } from '../ports/webhooks.js';

/**
 * Has Partner Center send a test event, if its events go to this address: one call where that's known, else two, none where
 * our address isn't set. Resolves to whether one was requested.
 * @throws MicrosoftError
 */
export async function requestTestEvent(
  webhooks: PartnerWebhooks,
  { ourUrl, areOurs }: { readonly ourUrl: string | undefined; readonly areOurs: boolean },
  log: Log,
): Promise<boolean> {
  if (ourUrl === undefined) return false;
  const registration = areOurs ? { url: ourUrl } : await webhooks.registration();
  if (registration && isSameAddress(registration.url, ourUrl)) {
    await webhooks.sendTest();
    return true;
  }
  log.info('partnerEventsGoElsewhere', { isRegistered: registration !== undefined });
  return false;
}

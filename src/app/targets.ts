// The partner's own systems that the settings name.
import type { Config } from '../config/config.js';
import type { OutgoingTarget } from '../operations/ports/outgoing.js';

type Settings = Pick<Config, 'webhooksOutUrl' | 'webhooksOutSecret' | 'webhooksOutAllow'>;

/** The targets of events. Empty: none is named. What sends to them is loaded only where there are some. */
export async function targetsOf({
  webhooksOutUrl: urls,
  webhooksOutSecret: secret,
  webhooksOutAllow: allowedInside = [],
}: Settings): Promise<readonly OutgoingTarget[]> {
  if (!urls || secret === undefined) return [];
  const { outgoingTargets } = await import('../outgoing/targets.js');
  return outgoingTargets({ urls, secret, allowedInside });
}

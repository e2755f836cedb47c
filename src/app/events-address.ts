// Where Partner Center sends its events, as far as the settings say.
import type { Config } from '../config/config.js';
import { eventsPath } from '../http/events-route.js';
import { addressOf } from '../runtime/loopback.js';

/**
 * Where the bot takes events; `undefined` when nobody has said where the internet reaches it. A sandbox is on this machine and
 * reaches it where it listens: at `listening`, if that is known better than from the settings.
 */
export function eventsAddress(
  { publicUrl, isSandbox, host, port }: Config,
  listening = addressOf(host, port),
): string | undefined {
  const base = publicUrl ?? (isSandbox ? listening : undefined);
  return base && base + eventsPath;
}

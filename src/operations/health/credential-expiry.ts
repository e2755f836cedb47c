// When Gatehouse's own secrets end. Only Entra knows, and it's asked once a day.

import { AccessDenied } from '../../domain/errors.js';
import { type CredentialEnds, endOfOurs } from '../../domain/health/credential-expiry.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { MicrosoftCheckupDeps, OwnCredential } from './checkup.js';

const freshForMs = 86_400_000;

/**
 * Reads the ends as far as possible. Never fails: what can't be read stays as it was last; without the permission Entra isn't
 * asked again for a day.
 */
export function credentialEndsReader(
  { calls, signIn, app, bot }: Pick<MicrosoftCheckupDeps, 'calls' | 'signIn' | 'app' | 'bot'>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): () => Promise<CredentialEnds> {
  const end = (own: OwnCredential) => {
    let last: { readonly endsAt: Instant | undefined; readonly atMs: number } | undefined;
    return async (): Promise<Instant | undefined> => {
      const atMs = clock.elapsedMs();
      if (own.hint === undefined || (last && atMs - last.atMs < freshForMs)) return last?.endsAt;
      try {
        last = { endsAt: endOfOurs(own.hint, (await calls.credentialsOf(own.appId)) ?? []), atMs };
      } catch (error) {
        log.info('credentialEndNotRead', { appId: own.appId, error });
        if (error instanceof AccessDenied && error.problem.reason === 'noRights') last = { endsAt: last?.endsAt, atMs };
      }
      return last?.endsAt;
    };
  };
  const [ofApp, ofBot] = [end(app), bot ? end(bot) : undefined];
  return async () => {
    // A certificate says when it ends.
    const { expiresAt } = signIn().credential;
    return { app: expiresAt ?? (await ofApp()), bot: await ofBot?.() };
  };
}

// When Gatehouse's own secrets end. Only Entra knows, and it's asked once a day.

import { AccessDenied } from '../../domain/errors.js';
import { type CredentialEnds, endOfOurs } from '../../domain/health/credential-expiry.js';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import type { MicrosoftCheckupDeps, OwnCredential } from './checkup.js';

const freshForMs = 86_400_000;

interface Read {
  readonly endsAt: Instant | undefined;
  /** By the clock's `elapsedMs`. */
  readonly atMs: number;
}

/** What is asked for the ends. */
export type CredentialDeps = Pick<MicrosoftCheckupDeps, 'calls' | 'tokens' | 'app' | 'bot'> & {
  readonly clock: Clock;
  readonly log: Log;
};

/** Knows when the secrets end, as far as that can be read. */
export class CredentialExpiry {
  readonly #deps: CredentialDeps;
  readonly #last = new Map<OwnCredential, Read>();

  constructor(deps: CredentialDeps) {
    this.#deps = deps;
  }

  /**
   * Reads the ends. Never fails: what can't be read stays as it was last; without the permission Entra isn't asked again for
   * a day.
   */
  async read(): Promise<CredentialEnds> {
    const { tokens, app, bot } = this.#deps;
    // A certificate says when it ends.
    const { expiresAt } = tokens.signIn().credential;
    return { app: expiresAt ?? (await this.#endOf(app)), bot: bot && (await this.#endOf(bot)) };
  }

  async #endOf(own: OwnCredential): Promise<Instant | undefined> {
    const { calls, clock, log } = this.#deps;
    const atMs = clock.elapsedMs();
    const last = this.#last.get(own);
    if (own.hint === undefined || (last && atMs - last.atMs < freshForMs)) return last?.endsAt;
    try {
      const endsAt = endOfOurs(own.hint, (await calls.credentialsOf(own.appId)) ?? []);
      this.#last.set(own, { endsAt, atMs });
    } catch (error) {
      log.info('credentialEndNotRead', { appId: own.appId, error });
      if (error instanceof AccessDenied && error.problem.reason === 'noRights')
        this.#last.set(own, { endsAt: last?.endsAt, atMs });
    }
    return this.#last.get(own)?.endsAt;
  }
}

// Who reacts to what: one row for each thing that happens, its reactions in their order.

import type { OpenBot } from '../bot/open-bot.js';
import type { Operations } from '../bot/replies/bot-services.js';
import type { Tokens } from '../microsoft/sign-in/tokens.js';
import type { Duties } from '../operations/ports/duties.js';
import type { Saving } from '../operations/ports/saving.js';
import type { Store } from '../operations/ports/store.js';
import type { Templates } from '../operations/ports/templates.js';
import type { TokenPlaces } from '../operations/ports/token-places.js';
import type { Background } from './operations.js';

/** Everything that something happens to, or that reacts. */
export interface ReactionDeps {
  readonly store: Store;
  readonly duties: Duties;
  readonly saving: Saving;
  readonly tokens: Tokens;
  readonly tokenPlaces: Pick<TokenPlaces, 'writtenElsewhere'>;
  readonly templates: Templates;
  /** Has other replicas know by which templates this one compares. */
  readonly tellTemplates: () => void;
  readonly operations: Operations;
  readonly background: Background;
  readonly bot: OpenBot;
}

/** Has everything react from now on. */
export function react(parts: ReactionDeps): void {
  const { store, duties, saving, tokens, tokenPlaces, templates, operations, background, bot } = parts;
  const { scheduler, watchedRequestMonitor, reconciles, heartbeat, eventHandler, alarms, signInWaiter, outgoing } =
    background;
  const { updater, notifier, digests, subscriptions, sendQueue, postedCards } = bot;
  const { commands, batches } = operations;
  commands.tenantChanged.on((tenantId) => scheduler.scheduleAfterCommand(tenantId));
  store.committed.on(
    ({ eventIds }) => eventHandler.handle(eventIds),
    ({ tenantIds, areOurs }) => areOurs || tenantIds.map((tenantId) => scheduler.schedule(tenantId)),
    ({ watchedRequestIds, areOurs }) => areOurs || watchedRequestMonitor.carryOn(watchedRequestIds),
    ({ tenantIds, batchIds }) => tenantIds.length + batchIds.length > 0 && batches.carryOn(),
    () => outgoing.send(),
    () => updater.refresh(),
    () => notifier.send(),
  );
  duties.changed.on(
    () => scheduler.takeUp(),
    () => watchedRequestMonitor.takeUp(),
    () => eventHandler.takeUp(),
    // What one that has gone was about to look at again is found by comparing everything.
    () => reconciles.takeUp(),
    () => heartbeat.takeUp(),
    () => batches.takeUp(),
    () => outgoing.send(),
    () => digests.check(),
    () => notifier.send(),
    () => updater.refresh(),
  );
  templates.changed.on(
    () => parts.tellTemplates(),
    // The tenants of another template are checked.
    () => reconciles.soon(),
    () => updater.refresh(),
    // One that was chosen for tenants may be gone.
    () => alarms.check(),
  );
  templates.judged.on(() => alarms.check());
  saving.savesAgain.on(
    () => reconciles.soon(),
    () => batches.takeUp(),
    () => notifier.send(),
  );
  saving.loss?.noticed.on(
    () => alarms.check(),
    () => reconciles.soon(),
  );
  saving.time?.changed.on(() => alarms.check());
  reconciles.firstReconciled.on(
    () => alarms.check(),
    () => operations.fleetDays.start(),
  );
  reconciles.reconciled.on(() => updater.refresh());
  tokenPlaces.writtenElsewhere.on(() => tokens.takeUpNew());
  tokens.signInChanged.on(
    (signIn) => signInWaiter.take(signIn),
    () => alarms.check(),
    () => updater.refresh(),
  );
  signInWaiter.signInBack.on(() => reconciles.again());
  postedCards.clickedElsewhere.on((cards) => cards.map((card) => updater.isPainted(card)));
  postedCards.changedElsewhere.on(() => updater.refresh());
  sendQueue.taken.on((conversationId, wasFailing) => subscriptions.taken(conversationId, wasFailing));
  sendQueue.lost.on((conversationId, failing) => subscriptions.lost(conversationId, failing));
  subscriptions.conversationBack.on(
    (conversationId) => notifier.retry(conversationId),
    (conversationId) => updater.wake(conversationId),
  );
}

// Who reacts to what: one row for each thing that happens, its reactions in their order.

import type { OpenBot } from '../bot/open-bot.js';
import type { Operations } from '../bot/replies/bot-services.js';
import type { SignIn } from '../domain/health/sign-in.js';
import type { Tokens } from '../microsoft/sign-in/tokens.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { DiskWatch } from '../store/disk-watch.js';
import type { FileStore } from '../store/file-store.js';
import { playDemoOnboarding } from './cloud.js';
import type { Background } from './operations.js';

/** What happens, and what is told of it. */
interface Events {
  /** A command has changed a tenant. */
  readonly tenantChanged: [tenantId: string];
  /** Something has been saved. */
  readonly committed: [];
  /** The data folder can be written again. */
  readonly diskBack: [];
  /** All tenants have been reconciled. */
  readonly reconciled: [];
  /** The same, for the first time since the start: it is known by then whether the sign-in still opens anything. */
  readonly firstReconciled: [];
  readonly signInChanged: [signIn: SignIn];
  /** A sign-in that was lost works again. */
  readonly signInBack: [];
  /** A conversation is to be tried again, or Teams takes again what is sent to it. */
  readonly conversationBack: [conversationId: string];
}

/** Everything that something happens to, or that reacts. */
export interface ReactingParts {
  readonly store: FileStore;
  readonly disk: DiskWatch;
  readonly tokens: Tokens;
  readonly operations: Operations;
  readonly background: Background;
  readonly bot: OpenBot;
  /** A sandbox that is seen for the first time. */
  readonly newSandbox: Sandbox | false | undefined;
}

/** Has everything react from now on. */
export function react(parts: ReactingParts): void {
  const { store, disk, tokens, operations, background, bot, newSandbox } = parts;
  const { scheduler, reconciles, alarms, signInWaiter } = background;
  const { updater, notifier, subscriptions, sendQueue } = bot;
  const { commands } = operations;
  const reactions: { readonly [E in keyof Events]: readonly ((...told: Events[E]) => unknown)[] } = {
    tenantChanged: [(tenantId) => scheduler.schedule(tenantId)],
    committed: [() => updater.refresh(), () => notifier.send()],
    diskBack: [() => reconciles.soon(), () => notifier.send()],
    reconciled: [() => updater.refresh()],
    firstReconciled: [() => alarms.look(), () => newSandbox && playDemoOnboarding(newSandbox.openingScene, commands)],
    signInChanged: [(signIn) => signInWaiter.take(signIn), () => alarms.look(), () => updater.refresh()],
    signInBack: [() => reconciles.again()],
    conversationBack: [(id) => notifier.retry(id), (id) => updater.wake(id)],
  };
  const tell = <E extends keyof Events>(event: E, ...told: Events[E]) => reactions[event].map((each) => each(...told));
  commands.onTenantChanged((tenantId) => tell('tenantChanged', tenantId));
  store.onCommit(() => tell('committed'));
  disk.onBack(() => tell('diskBack'));
  reconciles.onReconciled(() => tell('reconciled'));
  reconciles.onFirst(() => Promise.all(tell('firstReconciled')));
  tokens.onSignInChange((signIn) => tell('signInChanged', signIn));
  signInWaiter.onBack(() => tell('signInBack'));
  subscriptions.onBack((conversationId) => tell('conversationBack', conversationId));
  sendQueue.onReach(subscriptions);
}

// What happens to one tenant while the bot is killed again and again, and what has been acknowledged.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Status } from '../../src/domain/tenant/status.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import type { Verb } from '../../src/views/render/verbs.js';
import { pressables, textOf } from '../support/card-reading.js';
import type { BotMessage, Chat } from '../support/fake-teams.js';
import { en } from '../support/filled-by-hand.js';
import type { MicrosoftProcess } from './microsoft-process.js';
import type { Bell } from './moments.js';
import type { News } from './news.js';
import type { SavedState } from './saved-state.js';

/** What a person does, by the fact that the audit log has of it. */
export type PersonAction = 'onboardingRequested' | 'limitationsAccepted' | 'disabled' | 'offboardingDecided';

/** How a story ends: as it has come to rest, disabled, or offboarded completely. */
export type Ending = 'asItIs' | 'disabled' | 'left';

/** What a story takes. */
export interface Scene {
  readonly chat: Chat;
  /** The message whose card is clicked. */
  readonly message: BotMessage;
  readonly microsoft: MicrosoftProcess;
  readonly saved: SavedState;
  readonly news: News;
  readonly bell: Bell;
  /** Resolves when the bot takes clicks. */
  readonly up: () => Promise<unknown>;
}

interface Click {
  readonly action: PersonAction;
  /** The buttons that lead there. */
  readonly verbs: readonly Verb[];
  /** What a card says once it is done. */
  readonly shows: RegExp;
  /** What is chosen and typed for the last of them. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

const enable: Click = {
  action: 'onboardingRequested',
  verbs: ['tenant.askEnable', 'tenant.enable'],
  shows: /^Enabled by/m,
};
const accept: Click = {
  action: 'limitationsAccepted',
  verbs: ['tenant.reviewLimitations', 'tenant.askAcceptLimitations', 'tenant.acceptLimitations'],
  shows: /^Accepted by/m,
  inputs: { reason: 'known', reviewOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) },
};
const disable: Click = {
  action: 'disabled',
  verbs: ['tenant.askDisable', 'tenant.disable'],
  shows: /Not configured/,
};
const leave = (name: string): Click => ({
  action: 'offboardingDecided',
  verbs: ['offboarding.plan', 'offboarding.decide'],
  shows: new RegExp(`^${en.offboarding.card.decidedBy}$`, 'm'),
  inputs: { steps: 'assignments,consent,relationships,delegatedAdmin', name },
});
const actionVerbs: readonly Verb[] = [
  'tenant.enable',
  'tenant.acceptLimitations',
  'tenant.disable',
  'offboarding.decide',
];

/** Whether an activity is a click that does something. */
export function isActionClick(activity: string): boolean {
  return actionVerbs.some((verb) => activity.includes(`"verb":"${verb}"`));
}

const refusal = /nothing was (done|changed)|nothing to do|Try again/i;
// It may yet be done, or have been.
const open = [
  en.replies.stillWorking.title,
  en.replies.failed.uncertain,
  en.offboarding.notices.decisionSlow({ tenant: '' }).slice(0, 60),
];
const isOpen = (text: string) => open.some((words) => text.includes(words));
const patienceMs = 240_000;

/** One tenant: enabled, Approved or accepted as it is, disabled, enabled again, and then perhaps disabled or gone for good. */
export class TenantStory {
  readonly tenantId: string;
  readonly name: string;
  /** What the bot has said is so. Absent: a click that may change it is or was under way, without an answer. */
  readonly said: { onboarded?: boolean; accepted?: boolean } = { onboarded: false };
  /** How often each action was acknowledged, and how often it was asked for. */
  readonly acknowledged = new Map<PersonAction, number>();
  readonly asked = new Map<PersonAction, number>();
  readonly #scene: Scene;
  readonly #isAzureLater: boolean;
  readonly ending: Ending;

  constructor(
    number: number,
    scene: Scene,
    { isAzureLater, ending }: { readonly isAzureLater: boolean; readonly ending: Ending },
  ) {
    this.tenantId = `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    this.name = `Contoso ${String(number).padStart(5, '0')}`;
    this.#scene = scene;
    this.#isAzureLater = isAzureLater;
    this.ending = ending;
  }

  /** Plays it to its end. */
  async plays(): Promise<void> {
    const { microsoft } = this.#scene;
    await this.#known();
    await this.#setAzure(!this.#isAzureLater);
    await this.#does(enable);
    await this.#becomes('needsApproval');
    const [relationship] = (await microsoft.relationships()).filter(
      ({ customer, status }) => customer?.tenantId === this.tenantId && status === 'approvalPending',
    );
    assert.ok(relationship, `${this.name} needs approval, but Microsoft has nothing to approve`);
    await microsoft.control(`/relationships/${relationship.id}/approve`);
    await this.#comesToRest(!this.#isAzureLater);
    await this.#does(disable);
    await this.#setAzure(this.#isAzureLater);
    await this.#does(enable);
    await this.#comesToRest(this.#isAzureLater);
    if (this.ending === 'disabled') await this.#does(disable);
    if (this.ending === 'left') await this.#leaves();
  }

  // All of it: a consent and delegated admin have to be there to be taken away.
  async #leaves(): Promise<void> {
    const { microsoft } = this.#scene;
    await microsoft.control(`/customers/${this.tenantId}/consent`, { isOn: true });
    await microsoft.control(`/customers/${this.tenantId}/delegated-admin`, { isOn: true });
    await this.#does(leave(this.name));
    await this.#until(() => this.#isCertified(), 'is certified');
    const line = `✅ You no longer have access to ${this.name}.`;
    await this.#until(async () => this.#scene.news.hasReached(line), `is told as “${line}”`);
  }

  /** Whether a record of the tenant has everything that the bot has said. */
  check(tenant: Tenant | undefined): void {
    const { onboarded, accepted } = this.said;
    const told = `${this.name}: the bot said ${JSON.stringify(this.said)}, and has ${JSON.stringify(tenant)}`;
    if (onboarded !== undefined) assert.equal(tenant?.onboarding !== undefined, onboarded, told);
    if (accepted) assert.ok(tenant?.onboarding?.accepted, told);
  }

  async #comesToRest(hasAzure: boolean): Promise<void> {
    await this.#becomes(hasAzure ? 'approved' : 'issuesFound');
    if (!hasAzure) await this.#does(accept);
    const cause = hasAzure ? {} : { cause: en.limitations.noAzurePlan.title };
    const telling = { tenant: this.name, ...cause };
    await this.#until(async () => this.#scene.news.hasReachedAll(telling), `is told as ${JSON.stringify(telling)}`);
  }

  async #isCertified(): Promise<boolean> {
    const { certificates } = await this.#scene.saved.contents();
    return [...certificates.values()].some(({ tenantId }) => tenantId === this.tenantId);
  }

  #setAzure(isActive: boolean): Promise<void> {
    const state = isActive ? 'active' : 'none';
    return this.#scene.microsoft.control(`/customers/${this.tenantId}/azure-plan`, { state });
  }

  #known(): Promise<void> {
    return this.#until(async () => (await this.#tenant()) !== undefined, 'is found');
  }

  #becomes(status: Status): Promise<void> {
    return this.#until(async () => (await this.#tenant())?.status === status, `becomes ${status}`);
  }

  async #tenant(): Promise<Tenant | undefined> {
    return (await this.#scene.saved.contents()).tenants.get(this.tenantId);
  }

  async #until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!(await isSo())) {
      assert.ok(Date.now() < deadline, `${this.name} never ${what}; it is ${JSON.stringify(await this.#tenant())}`);
      await pause(60);
    }
  }

  async #does(click: Click): Promise<void> {
    await this.#until(async () => {
      await this.#scene.up();
      // Of an offboarding that was decided without an answer nothing is left on the tenant's card once it's done.
      return (click.action === 'offboardingDecided' && (await this.#isCertified())) || this.#tries(click);
    }, `has ${click.action}`);
  }

  /** Whether the bot says that it is done. A bot that dies meanwhile says nothing. */
  async #tries({ action, verbs, shows, inputs }: Click): Promise<boolean> {
    const { bell } = this.#scene;
    let card = await this.#presses('tenant.open', { tenantId: this.tenantId });
    if (card === undefined) return false;
    if (shows.test(textOf(card))) return this.#takeNote(action);
    for (const verb of verbs) {
      const button = pressables(card).find((each) => each.verb === verb);
      if (!button) return false;
      const isLast = verb === verbs.at(-1);
      if (isLast) {
        this.asked.set(action, (this.asked.get(action) ?? 0) + 1);
        this.#forget(action);
        bell.ring('clicked');
      }
      card = await this.#presses(verb, { ...button.data, ...(isLast && inputs) });
      if (isLast) bell.ring('answered');
      if (card === undefined) return false;
    }
    const text = textOf(card);
    if (shows.test(text) && !refusal.test(text)) {
      this.acknowledged.set(action, (this.acknowledged.get(action) ?? 0) + 1);
      return this.#takeNote(action);
    }
    if (isOpen(text)) return false;
    assert.match(text, refusal, `${this.name}: ${action} was neither done nor refused:\n${text}`);
    return false;
  }

  async #presses(verb: Verb, data: Record<string, unknown>): Promise<unknown> {
    const { chat, message } = this.#scene;
    const answer = await chat.clicks(message, { type: 'Action.Execute', verb, data }).catch(() => undefined);
    if (answer === undefined) return undefined;
    const { statusCode, type, value } = (answer.body ?? {}) as { statusCode?: number; type?: string; value?: unknown };
    assert.deepEqual([answer.status, statusCode, type], [200, 200, 'application/vnd.microsoft.card.adaptive']);
    return value;
  }

  #forget(action: PersonAction): void {
    if (action === 'limitationsAccepted') delete this.said.accepted;
    else delete this.said.onboarded;
    if (action === 'disabled' || action === 'offboardingDecided') delete this.said.accepted;
  }

  #takeNote(action: PersonAction): true {
    if (action === 'limitationsAccepted') this.said.accepted = true;
    // An offboarding that was decided ends it a moment later.
    else if (action !== 'offboardingDecided') this.said.onboarded = action === 'onboardingRequested';
    return true;
  }
}

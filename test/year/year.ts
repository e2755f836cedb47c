// A year with many tenants and the clock in hand: what happens, and what was told, asked for and answered meanwhile.

import { DeliveryError } from '../../src/bot/delivery/messenger.js';
import type { AccessTemplate } from '../../src/domain/access/access-template.js';
import type { AccessTemplates } from '../../src/domain/access/access-templates.js';
import { knownCoverage, type WayToKeep } from '../../src/domain/access/coverage.js';
import { globalAdministratorId } from '../../src/domain/access/gdap-roles.js';
import type { Command } from '../../src/domain/tenant/commands.js';
import { newTenant } from '../../src/domain/tenant/tenant.js';
import { addSeconds, type Instant } from '../../src/domain/time.js';
import type { Change } from '../../src/operations/ports/rows.js';
import { alex, aTemplate, everyRole, securityTeam, serviceDesk } from '../support/builders.js';
import { textOf } from '../support/card-reading.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryStore } from '../support/memory-store.js';
import { BotOfAYear } from './bot-of-a-year.js';
import { MicrosoftOfAYear } from './microsoft-of-a-year.js';
import type { Downtime, Part, Story } from './stories.js';

/** Days before an end on which people are warned, and after which they're reminded. */
export const expiryWarningDays = [60, 30, 14, 7, 1];
export const nudgeDays = [30, 10, 3];
/** Seconds between two reconciliations. */
export const reconcileSeconds = 4 * 3600;

const requireAzure = false;
const root = { id: globalAdministratorId, name: 'Global Administrator' };
const [first, second] = aTemplate().assignments;
const rootAssignments = [{ ...first, roles: [...(first?.roles ?? []), root] }, second] as AccessTemplate['assignments'];

/** The template of each kind of story. */
export const templatesOfAYear = {
  Standard: aTemplate({ name: 'Standard', templateHash: 'standard', requireAzure }),
  Short: aTemplate({ name: 'Short', templateHash: 'short', requireAzure, autoExtend: false, durationDays: 120 }),
  Root: aTemplate({
    ...{ name: 'Root', templateHash: 'root', requireAzure, autoExtend: false, durationDays: 200 },
    assignments: rootAssignments,
  }),
};

const templates: AccessTemplates = {
  default: 'Standard',
  templates: new Map(Object.entries(templatesOfAYear)),
  rules: [
    { name: 'Short *', template: 'Short' },
    { name: 'Root *', template: 'Root' },
  ],
};

/** News that Teams has taken. */
export interface Told {
  readonly at: Instant;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly news: string;
  /** The end that it's about, and the threshold. Absent: it warns of none. */
  readonly on?: Instant | undefined;
  readonly withinDays?: number | undefined;
  /** What the message says, and whether it says it of this tenant alone. */
  readonly text: string;
  readonly isAlone: boolean;
  /** Which of all messages it is. */
  readonly message: number;
}

/** A press of a button, and what came of it. */
export interface Pressed {
  readonly at: Instant;
  readonly tenantId: string;
  readonly does: Command['do'];
  readonly way?: WayToKeep | undefined;
  readonly refused?: string | undefined;
}

/** A person who wanted to keep access and found no button. */
export interface NoButton {
  readonly at: Instant;
  readonly tenantId: string;
  readonly coverage: string;
}

interface Event {
  readonly at: Instant;
  readonly run: () => unknown;
}

/** Its id says which tenant's story it is. */
export function tenantIdOf(index: number): string {
  return `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** Lives through a year. */
export class Year {
  readonly clock = new ManualClock('2026-01-05T08:00:00.000Z');
  readonly microsoft = new MicrosoftOfAYear(() => this.clock.now());
  readonly stories: readonly Story[];
  readonly downtimes: readonly Downtime[];
  readonly told: Told[] = [];
  readonly pressed: Pressed[] = [];
  readonly withoutButton: NoButton[] = [];
  readonly start = this.clock.now();
  #store: MemoryStore;
  #bot: BotOfAYear | undefined;
  #areTeamsDown = false;
  #messages = 0;
  /** By conversation. */
  readonly #posted = new Map<string, { readonly text: string; readonly summary: string }>();
  #events: Event[] = [];
  readonly #answered = new Set<string>();

  constructor(stories: readonly Story[], downtimes: readonly Downtime[]) {
    this.stories = stories;
    this.downtimes = downtimes;
    const tenants = stories.map((story, index) => {
      const displayName = `${story.template} ${String(index).padStart(3, '0')}`;
      return newTenant(tenantIdOf(index), { displayName, domain: `t${index}.onmicrosoft.com` }, this.start);
    });
    this.microsoft.listedCustomers = tenants.map(({ tenantId, customer }) => ({ tenantId, ...customer }));
    const conversations = [
      { id: 'team', kind: 'channel' as const, subscribed: true, reference: {} },
      {
        id: 'alex',
        kind: 'personal' as const,
        subscribed: false,
        people: [{ ...alex, teamsId: 'alex' }],
        reference: {},
      },
    ];
    this.#store = new MemoryStore({ tenants, conversations });
    for (const [index, story] of stories.entries()) this.#prepare(story, tenantIdOf(index));
    for (const { part, from, to } of downtimes) {
      this.#plan(this.instant(from), () => this.#goes(part, true));
      this.#plan(this.instant(to), () => this.#goes(part, false));
    }
  }

  /** A moment of the year, from its minutes since the beginning. */
  instant(minutes: number): Instant {
    return addSeconds(this.start, minutes * 60);
  }

  /** The tenant as it is known at the end. */
  tenant(tenantId: string) {
    return this.#store.tenant(tenantId);
  }

  /** Lets the year pass. */
  async passes(days = 365): Promise<void> {
    const end = this.instant(days * 24 * 60);
    await this.#startBot();
    for (;;) {
      const next = this.#events.shift();
      if (!next || next.at > end) break;
      await this.#passesTo(next.at);
      await next.run();
      await this.#settles();
    }
    await this.#passesTo(end);
    await this.#bot?.stop();
  }

  #prepare(story: Story, tenantId: string): void {
    const { microsoft } = this;
    const template = templatesOfAYear[story.template];
    const wanted = template.assignments.flatMap(({ roles }) => roles.map(({ id }) => id));
    microsoft.failingRemovals.set(tenantId, story.failingRemovals);
    microsoft.areTouched.set(tenantId, story.isTouched);
    if (story.found) {
      const { endsInMinutes, autoExtends, hasGlobalAdministrator, lacksRole } = story.found;
      const roleIds = [
        ...wanted.filter((id) => id !== globalAdministratorId && !(lacksRole && id === everyRole[1])),
        ...(hasGlobalAdministrator || story.template === 'Root' ? [globalAdministratorId] : []),
      ];
      const isRoot = roleIds.includes(globalAdministratorId);
      const made = { roleIds, autoExtends: autoExtends && !isRoot, endsAt: this.instant(endsInMinutes) };
      microsoft.make(tenantId, `By hand ${tenantId}`, made, {
        [serviceDesk]: roleIds.filter((id) => id !== everyRole[1]),
        [securityTeam]: [everyRole[1] ?? ''],
      });
    }
    const enable = () => this.#press(tenantId, { do: 'enable', by: alex, conversationId: 'team' });
    this.#plan(this.instant(story.enabledAt), enable, 'bot');
    for (const { at, does } of story.events) this.#plan(this.instant(at), () => this.#happens(tenantId, does));
  }

  #happens(tenantId: string, does: Story['events'][number]['does']): void {
    const { microsoft } = this;
    const living = microsoft.of(tenantId).findLast(({ status }) => status === 'active');
    if (!living) return;
    const isRoot = living.roleIds.includes(globalAdministratorId);
    if (does === 'switchesOff') microsoft.change(living.id, 'active', { autoExtends: false });
    if (does === 'switchesOn' && !isRoot) microsoft.change(living.id, 'active', { autoExtends: true });
    if (does === 'terminates') microsoft.change(living.id, 'active', { status: 'terminationRequested' });
    if (does === 'dropsRole')
      microsoft.change(living.id, 'active', { roleIds: living.roleIds.filter((id) => id !== everyRole[1]) });
    if (does === 'makesAnother') {
      const endsAt = addSeconds(this.clock.now(), 100 * 86_400);
      const made = { roleIds: everyRole, autoExtends: false, endsAt };
      microsoft.make(tenantId, `Another ${this.clock.now()} ${tenantId}`, made, {});
    }
  }

  async #press(tenantId: string, command: Command, way?: WayToKeep): Promise<void> {
    const outcome = await this.#bot?.commands.perform({ tenantId, command });
    const at = this.clock.now();
    this.pressed.push({ at, tenantId, does: command.do, way, refused: outcome?.refused });
  }

  /** A person who was warned opens the tenant and presses what its card offers. */
  async #keeps(tenantId: string): Promise<void> {
    const { onboarding } = this.#store.tenant(tenantId) ?? {};
    if (!onboarding || onboarding.keeping) return;
    const coverage = knownCoverage(onboarding);
    const way = coverage?.keep;
    if (way === 'removeGlobalAdministrator')
      return this.#press(tenantId, { do: 'removeGlobalAdministrator', by: alex }, way);
    if (way) return this.#press(tenantId, { do: 'keepAccess', by: alex, way }, way);
    this.withoutButton.push({ at: this.clock.now(), tenantId, coverage: coverage?.is ?? 'unknown' });
  }

  /** Runs it then, or once what it needs is there again. */
  #plan(at: Instant, run: () => unknown, needs?: Part): void {
    const away = this.downtimes.find(
      ({ part, from, to }) => part === needs && this.instant(from) <= at && at < this.instant(to),
    );
    const event = { at: away ? addSeconds(this.instant(away.to), 60) : at, run };
    const index = this.#events.findIndex((each) => each.at > event.at);
    this.#events.splice(index < 0 ? this.#events.length : index, 0, event);
  }

  async #goes(part: Part, isDown: boolean): Promise<void> {
    if (part === 'teams') this.#areTeamsDown = isDown;
    if (part === 'microsoft') this.microsoft.setDown(isDown);
    if (part === 'bot' && !isDown) await this.#startBot();
    if (part === 'bot' && isDown) {
      await this.#bot?.stop();
      this.#bot = undefined;
    }
  }

  async #startBot(): Promise<void> {
    const store = this.#store.reopened();
    this.#store = store;
    const commit = store.commit.bind(store);
    store.commit = (change) => {
      this.#reads(change);
      return commit(change);
    };
    const { clock, microsoft } = this;
    const settings = { templates, expiryWarningDays, nudgeDays, reconcileSeconds };
    this.#bot = new BotOfAYear({
      ...settings,
      clock,
      store,
      microsoft,
      post: (conversationId, { card, summary }) => {
        if (this.#areTeamsDown) throw new DeliveryError('passing', 'Teams is away');
        this.#posted.set(conversationId, { summary, text: textOf(card) });
      },
    });
    await this.#bot.start();
    await this.#settles();
  }

  // What's taken off the list right after a message has been in it.
  #reads({ doneDeliveryIds = [] }: Change): void {
    if (doneDeliveryIds.length === 0) return;
    const done = [...this.#store.deliveries()].filter(({ id }) => doneDeliveryIds.includes(id));
    const conversationId = done[0]?.conversationId ?? '';
    const posted = this.#posted.get(conversationId);
    this.#posted.delete(conversationId);
    if (!posted) return;
    this.#messages += 1;
    const isAlone = new Set(done.map((due) => (due.kind === 'tenant' ? due.tenantId : ''))).size === 1;
    for (const due of done) {
      if (due.kind !== 'tenant') continue;
      const { tenantId, news } = due;
      const [, , , on, withinDays] = due.id.split(' ');
      const isWarning = news === 'accessEnding';
      const end = isWarning && { on, withinDays: Number(withinDays) };
      const text = `${posted.summary}\n${posted.text}`;
      this.told.push({
        at: this.clock.now(),
        conversationId,
        tenantId,
        news,
        ...end,
        text,
        isAlone,
        message: this.#messages,
      });
      const { pressesAfter } = this.#storyOf(tenantId);
      if (isWarning && conversationId === 'team' && pressesAfter !== undefined)
        this.#plan(addSeconds(this.clock.now(), pressesAfter * 60), () => this.#keeps(tenantId), 'bot');
    }
  }

  #storyOf(tenantId: string): Story {
    const story = this.stories[Number(tenantId.slice(-12))];
    if (!story) throw new Error(`${tenantId} has no story`);
    return story;
  }

  async #passesTo(at: Instant): Promise<void> {
    const until = Date.parse(at);
    while (this.clock.next(until)) await this.#settles();
  }

  async #settles(): Promise<void> {
    await this.#bot?.idle();
    this.#answers();
  }

  /** Customers find the requests that wait for them. */
  #answers(): void {
    for (const { id, customerTenantId } of this.microsoft.takeRequests()) {
      const { answer } = this.#storyOf(customerTenantId);
      if (!answer || this.#answered.has(id)) continue;
      this.#answered.add(id);
      const status = answer.isYes ? 'approved' : 'terminated';
      const at = addSeconds(this.clock.now(), answer.after * 60);
      this.#plan(at, () => this.microsoft.change(id, 'approvalPending', { status }));
    }
  }
}

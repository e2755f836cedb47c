// What a day of a partner's fleet costs in calls to Microsoft: hardly more than before anyone looked at ends of access.

import assert from 'node:assert/strict';
import { onlyTemplate } from '../../src/domain/access/access-templates.js';
import { newTenant } from '../../src/domain/tenant/tenant.js';
import { addDays } from '../../src/domain/time.js';
import { alex, aTemplate, everyRole, securityTeam, serviceDesk } from '../support/builders.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryStore } from '../support/memory-store.js';
import { BotOfAYear } from './bot-of-a-year.js';
import { MicrosoftOfAYear } from './microsoft-of-a-year.js';
import { tenantIdOf } from './year.js';

const fleet = 300;
const day = 86_400;
const reconcileSeconds = 300;

const isToLack = (index: number) => index % 20 === 1;

/**
 * Of ten customers two aren't onboarded, and one has issues. Of the others, access ends in weeks for one in ten, and one in twenty
 * has a request beside its living access that waits for the customer.
 */
class Fleet {
  readonly clock = new ManualClock();
  readonly microsoft = new MicrosoftOfAYear(() => this.clock.now());
  readonly store: MemoryStore;
  readonly bot: BotOfAYear;
  readonly onboarded: readonly string[];

  constructor() {
    const now = this.clock.now();
    const tenants = Array.from({ length: fleet }, (_, index) =>
      newTenant(tenantIdOf(index), { displayName: `Customer ${index}`, domain: `c${index}.onmicrosoft.com` }, now),
    );
    this.onboarded = tenants.filter((_, index) => index % 5 !== 4).map(({ tenantId }) => tenantId);
    this.store = new MemoryStore({ tenants });
    const { microsoft } = this;
    microsoft.listedCustomers = tenants.map(({ tenantId, customer }) => ({ tenantId, ...customer }));
    this.onboarded.forEach((tenantId, index) => {
      // What ends on different days is warned of on different days.
      const ends = index % 10 === 0;
      const endsAt = addDays(now, ends ? 3 + (index % 57) : 300 + index);
      const made = { roleIds: everyRole, autoExtends: !ends && !isToLack(index), endsAt };
      const assigned = { [serviceDesk]: everyRole.slice(0, 1), [securityTeam]: everyRole.slice(1) };
      microsoft.make(tenantId, `Gatehouse-${tenantId}-1`, made, assigned);
    });
    this.bot = new BotOfAYear({
      ...{ clock: this.clock, store: this.store, microsoft, reconcileSeconds },
      templates: onlyTemplate(aTemplate()),
      expiryWarningDays: [60, 30, 14, 7, 1],
      nudgeDays: [30, 10, 3],
      post: () => undefined,
    });
  }

  async begins(): Promise<void> {
    await this.bot.start();
    const by = alex;
    for (const tenantId of this.onboarded)
      await this.bot.commands.perform({ tenantId, command: { do: 'enable', by, conversationId: 'chat' } });
    await this.passes(3600);
    const lacking = this.onboarded.filter((_, index) => isToLack(index));
    for (const { id } of lacking.flatMap((tenantId) => this.microsoft.of(tenantId)))
      this.microsoft.change(id, 'active', { roleIds: everyRole.slice(0, 1) });
    await this.passes(3600);
    for (const tenantId of lacking)
      await this.bot.commands.perform({ tenantId, command: { do: 'keepAccess', by, way: 'request' } });
    // Afterwards nothing begins by itself.
    await this.passes(day);
  }

  async passes(seconds: number): Promise<void> {
    const until = this.clock.milliseconds + seconds * 1000;
    await this.bot.idle();
    while (this.clock.next(until)) await this.bot.idle();
  }

  /** Calls in one more day. */
  async dayOfCalls(): Promise<number> {
    this.microsoft.counts.clear();
    await this.passes(day);
    return [...this.microsoft.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}

describe('a day of three hundred customers', () => {
  it('costs at most a fifth more calls than the lists and one check of each tenant', async () => {
    const living = new Fleet();
    await living.begins();
    const waiting = [...living.store.tenants()].filter(
      ({ onboarding }) => onboarding?.keeping?.successor?.status === 'approvalPending',
    );
    assert.equal(waiting.length, 12);
    // Before ends were looked at: a page of customers and one of relationships each time, and once a day the assignments and the
    // Azure plan of each onboarded tenant.
    const before = 2 * (day / reconcileSeconds) + 2 * living.onboarded.length;
    const calls = await living.dayOfCalls();
    await living.bot.stop();
    assert.ok(calls <= 1.2 * before, `${calls} calls a day, ${before} before: ${[...living.microsoft.counts]}`);
    assert.ok(calls >= 0.9 * before, `${calls} calls a day can’t be all of them`);
  });
});

// A form whose answer is refused is shown again with what was typed, so that nothing has to be typed twice.
import assert from 'node:assert/strict';
import { acceptanceActions } from '../../../src/bot/actions/acceptance-actions.js';
import type { TenantClick } from '../../../src/bot/actions/action.js';
import { type Click, type ClickData, readClick } from '../../../src/bot/actions/action-data.js';
import { attentionActions } from '../../../src/bot/actions/attention-actions.js';
import type { RefusalReason } from '../../../src/domain/tenant/decide.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { CommandHandler } from '../../../src/operations/commands/command-handler.js';
import { refusalNotice } from '../../../src/views/explain/notices.js';
import type { Verb } from '../../../src/views/render/verbs.js';
import { en } from '../../../src/views/words/en/index.js';
import { alex, contoso, having, megan, now, tenantBy } from '../../support/builders.js';
import { inputsOf, textOf, verbsOf } from '../../support/card-reading.js';
import { aTurn, someServices } from '../../support/some-services.js';
import { standIn } from '../../support/stand-in.js';

/** Clicks at a tenant whose commands are answered so, in turn: with a refusal, or by what follows from them. */
function formAt(tenant: Tenant, ...answers: readonly (RefusalReason | 'done')[]) {
  const { services } = someServices('admin', tenant);
  const performed: string[] = [];
  let then = tenant;
  const commands = standIn(CommandHandler, {
    perform: async ({ command }) => {
      const answer = answers[performed.length] ?? 'done';
      performed.push(command.do);
      if (answer !== 'done') return { tenant: then, facts: [], refused: answer };
      const decision = decide(command, then);
      assert.ok('facts' in decision);
      then = having(then, ...decision.facts);
      return { tenant: then, facts: [] };
    },
  });
  const clickOn = (verb: Verb, typed: Partial<ClickData>): TenantClick<keyof ClickData> => {
    const click: Click = readClick(verb, { tenantId: contoso, version: tenant.version, ...typed }) ?? assert.fail();
    return { services: { ...services, commands }, tenant, turn: aTurn(), click, data: click.data };
  };
  return {
    performed,
    attend: (typed: Partial<ClickData>) => attentionActions['tenant.attend'].run(clickOn('tenant.attend', typed)),
    accept: (typed: Partial<ClickData>) =>
      acceptanceActions['tenant.acceptLimitations'].run(clickOn('tenant.acceptLimitations', typed)),
  };
}

describe('a note, a ticket and a snooze that are typed at once', () => {
  const tenant = tenantBy.approved();
  const typed = { note: 'calls back', ticket: 'INC-1', snoozeDays: '7', reason: 'holiday' };

  it('stand in the form again where the tenant is busy, which is waited for once', async () => {
    const { attend, performed } = formAt(tenant, 'busy');
    const { card, othersMustSee } = await attend(typed);
    assert.deepEqual(inputsOf(card), typed);
    assert.ok(textOf(card).includes(refusalNotice('busy', tenant, en)));
    assert.deepEqual([performed, othersMustSee], [['note'], false]);
  });

  it('stand in the form as far as they weren’t taken, with what was said of each', async () => {
    const { attend } = formAt(tenant, 'done', 'busy');
    const { card, othersMustSee } = await attend(typed);
    assert.deepEqual(inputsOf(card), { ...typed, note: '', deletedNote: '' });
    const name = { tenant: tenant.customer.displayName as never };
    assert.ok(textOf(card).includes(`${en.attention.done.note(name)} ${refusalNotice('busy', tenant, en)}`));
    assert.equal(othersMustSee, true);
  });

  it('lead back to the tenant’s card once all is taken, or was before', async () => {
    const { attend } = formAt(tenant, 'alreadyDone');
    const { card } = await attend(typed);
    assert.ok(!verbsOf(card).includes('tenant.attend'));
    assert.ok(textOf(card).includes('INC-1'));
  });
});

describe('a ticket that is emptied in the form', () => {
  const tenant = having(tenantBy.approved(), { type: 'ticketSet', by: megan, ticket: 'INC-2' });

  it('goes where it’s the one that was shown', async () => {
    const { attend, performed } = formAt(tenant);
    await attend({ ticket: '', shownTicket: 'INC-2' });
    assert.deepEqual(performed, ['setTicket']);
  });

  it('stays where someone else has set another meanwhile, which is said beside the other', async () => {
    const { attend, performed } = formAt(tenant);
    const { card } = await attend({ note: 'calls back', ticket: '', shownTicket: 'INC-1' });
    assert.deepEqual(performed, []);
    assert.deepEqual([inputsOf(card).ticket, inputsOf(card).note], ['INC-2', 'calls back']);
    assert.ok(textOf(card).includes(refusalNotice('outdated', tenant, en)));
  });
});

describe('a reason for accepting limitations', () => {
  const tenant = tenantBy.issuesFound();
  const reviewOn = `${now.slice(0, 4)}-12-24`;
  const typed = { reason: 'They buy Azure elsewhere {{DATE(x)}}', accountableId: alex.id, reviewOn };

  for (const refused of ['busy', 'outdated'] as const)
    it(`stands in the form again where the tenant is ${refused}, and is nothing that a client fills in`, async () => {
      const { card, othersMustSee } = await formAt(tenant, refused).accept(typed);
      const reason = 'They buy Azure elsewhere {\u200B{DATE(x)}}';
      assert.deepEqual(inputsOf(card), { ...typed, reason });
      assert.ok(textOf(card).includes(refusalNotice(refused, tenant, en)));
      assert.equal(othersMustSee, undefined);
    });

  it('is not asked for again where there is nothing left to accept', async () => {
    const { card } = await formAt(tenant, 'doesNotApply').accept(typed);
    const { card: approved } = await formAt(tenantBy.approved(), 'doesNotApply').accept(typed);
    assert.ok(verbsOf(card).includes('tenant.acceptLimitations'));
    assert.ok(!verbsOf(approved).includes('tenant.acceptLimitations'));
  });
});

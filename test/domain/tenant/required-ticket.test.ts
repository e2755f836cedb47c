// The reference of a ticket, where the partner has it asked for.
import assert from 'node:assert/strict';
import type { Command } from '../../../src/domain/tenant/commands.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import {
  type TicketSubject,
  takesTicket,
  ticketSubjects,
  withTicket,
} from '../../../src/domain/tenant/required-ticket.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { alex, aTenant, having, megan, now, tenantBy } from '../../support/builders.js';

const ticketed = (tenant: Tenant) => having(tenant, { type: 'ticketSet', by: alex, ticket: 'INC-1' });
const came = (
  command: Command,
  tenant: Tenant,
  ticket?: string,
  subjects: readonly TicketSubject[] = ticketSubjects,
) => {
  const decision = withTicket(decide(command, tenant), { command, ticket }, tenant, subjects);
  return 'refused' in decision ? `(${decision.refused})` : decision.facts.map(({ type }) => type).join(' ');
};
const disable: Command = { do: 'disable', by: alex };

describe('a command that takes a ticket', () => {
  it('is refused without one, also where the tenant has one, since the question shows that to be confirmed', () => {
    assert.deepEqual(
      [came(disable, tenantBy.approved()), came(disable, ticketed(tenantBy.approved()))],
      ['(ticketMissing)', '(ticketMissing)'],
    );
  });

  it('has it set before all else, unless the tenant has that very one', () => {
    assert.equal(came(disable, tenantBy.approved(), 'INC-1'), 'ticketSet disabled');
    assert.equal(came(disable, ticketed(tenantBy.approved()), 'INC-1'), 'disabled');
    assert.equal(came(disable, ticketed(tenantBy.approved()), 'INC-2'), 'ticketSet disabled');
  });

  it('sets none where it is refused for another reason, which is the answer', () => {
    assert.equal(came(disable, aTenant(), 'INC-1'), '(alreadyDone)');
    assert.equal(came(disable, aTenant()), '(alreadyDone)');
  });

  it('is refused without one also where it ends what waits for a second admin', () => {
    const asked = { id: 'a', action: { do: 'removeGlobalAdministrator' }, conversationId: 'c', basis: ' ' } as const;
    const waiting = having(tenantBy.approved(), { type: 'secondAdminAsked', by: alex, asked });
    assert.deepEqual(
      [came(disable, waiting), came(disable, waiting, 'INC-1')],
      ['(ticketMissing)', 'ticketSet secondAdminDropped disabled'],
    );
  });

  it('is one of those that the partner names', () => {
    assert.equal(came(disable, tenantBy.approved(), undefined, ['enable', 'offboard']), 'disabled');
    assert.equal(came({ do: 'revalidate', by: alex }, tenantBy.approved()), 'revalidationRequested');
    const all: readonly Command['do'][] = ['enable', 'keepAccess', 'endEarlier', 'removeDelegatedAdmin', 'disable'];
    for (const each of all) assert.ok(takesTicket(each, ticketSubjects) && !takesTicket(each), each);
    for (const each of ['tag', 'import', 'note', 'take'] as const) assert.ok(!takesTicket(each, ticketSubjects), each);
  });

  it('goes by the tenant’s own where a second admin says yes, and waits where that is gone', () => {
    const asked = { id: 'a', action: { do: 'removeGlobalAdministrator' }, conversationId: 'c', basis: ' ' } as const;
    const waiting = having(aTenant(), { type: 'secondAdminAsked', by: alex, asked });
    const { awaitedSecond } = waiting;
    const yes = { do: 'approveSecond', by: megan, askedId: 'a', mayAsk: true, now } as Command;
    const decided = { facts: [{ type: 'secondAdminApproved', by: megan }] } as const;
    const of = (tenant: Tenant) => withTicket(decided, { command: yes }, tenant, ticketSubjects);
    assert.ok(awaitedSecond);
    assert.deepEqual([of(waiting), of(ticketed(waiting))], [{ refused: 'ticketMissing' }, decided]);
    const dropped = { facts: [{ type: 'secondAdminDropped', why: 'stale' }] } as const;
    assert.deepEqual(withTicket(dropped, { command: yes }, waiting, ticketSubjects), dropped);
  });
});

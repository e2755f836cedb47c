// Notes, tickets and snoozes: what people leave at a tenant for each other.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AttentionCommand,
  mostNotes,
  mostSnoozeDays,
  noteText,
  secondsToWake,
  ticketIn,
} from '../../../src/domain/tenant/attention.js';
import { decide } from '../../../src/domain/tenant/decide.js';
import { evolve } from '../../../src/domain/tenant/evolve.js';
import type { FactData } from '../../../src/domain/tenant/facts.js';
import { lapsedBy } from '../../../src/domain/tenant/lapsed.js';
import { statuses } from '../../../src/domain/tenant/status.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { worstAt } from '../../../src/domain/tenant/waiting-list.js';
import { addDays, addSeconds } from '../../../src/domain/time.js';
import { auditEntry } from '../../../src/operations/recording/audit-entries.js';
import {
  alex,
  anObservation,
  aRelationship,
  aTenant,
  having,
  megan,
  now,
  seen,
  tenantBy,
} from '../../support/builders.js';

const outcome = (command: AttentionCommand, tenant: Tenant) => {
  const decision = decide(command, tenant);
  return 'refused' in decision ? `(${decision.refused})` : decision.facts.map(({ type }) => type).join(' ');
};
const snooze = (days = 14, reason = 'customer on holiday'): AttentionCommand => ({
  do: 'snooze',
  by: alex,
  days,
  reason,
});
const snoozed = (tenant: Tenant) => having(tenant, { type: 'snoozed', by: alex, days: 14, reason: 'holiday' });

describe('a ticket', () => {
  it('has letters, digits and few signs, in one line', () => {
    assert.deepEqual(['INC-4711', ' #12 ', 'ＰＳＡ/7', 'a  b', 'x'.repeat(64)].map(ticketIn), [
      'INC-4711',
      '#12',
      'PSA/7',
      'a b',
      'x'.repeat(64),
    ]);
    for (const text of ['', '-', '[x](y)', '*1*', 'x'.repeat(65), '{{a}}', '<b>'])
      assert.equal(ticketIn(text), undefined);
  });

  it('is set, changed and removed, and refused where it is so already', () => {
    const set = (ticket?: string): AttentionCommand => ({ do: 'setTicket', by: alex, ticket });
    assert.equal(outcome(set('INC-1'), aTenant()), 'ticketSet');
    const tenant = having(aTenant(), { type: 'ticketSet', by: alex, ticket: 'INC-1' });
    assert.deepEqual(
      [tenant.ticket, outcome(set('INC-1'), tenant), outcome(set(), aTenant())],
      ['INC-1', '(alreadyDone)', '(alreadyDone)'],
    );
    assert.equal(having(tenant, { type: 'ticketRemoved', by: alex }).ticket, undefined);
  });

  it('stands in the audit log beside what people do to the tenant from then on, and a note’s text never', () => {
    const tenant = having(aTenant(), { type: 'ticketSet', by: alex, ticket: 'INC-1' });
    const entryOf = (fact: FactData, on = tenant) => auditEntry(on, { ...fact, at: now });
    assert.equal(entryOf({ type: 'tagged', by: megan, added: ['vip'], removed: [] })?.ticket, 'INC-1');
    assert.equal(entryOf({ type: 'ticketSet', by: alex, ticket: 'INC-2' })?.subject, 'ticket INC-2');
    for (const fact of [
      { type: 'noteWritten', by: alex, text: 'secret' },
      { type: 'snoozed', by: alex, days: 3, reason: 'secret' },
    ] as const)
      assert.ok(!JSON.stringify(entryOf(fact)).includes('secret'));
    assert.equal(
      entryOf({ type: 'noteDeleted', by: alex, writtenAt: now, writer: alex.id }, aTenant())?.ticket,
      undefined,
    );
  });
});

describe('a note', () => {
  it('is one line of 500 characters at most', () => {
    assert.equal(noteText(' a\n\tb \u202E c '), 'a b c');
    assert.equal([...noteText('😀'.repeat(600))].length, 500);
  });

  it('is kept with its writer, the newest ten', () => {
    let tenant = aTenant();
    for (let number = 0; number < 12; number += 1)
      tenant = evolve(tenant, { type: 'noteWritten', by: alex, text: `${number}`, at: addSeconds(now, number) });
    assert.equal(tenant.notes?.length, mostNotes);
    assert.deepEqual(tenant.notes?.at(-1), { by: alex, at: addSeconds(now, 11), text: '11' });
  });

  it('is deleted by its writer and by an admin, and by no one else', () => {
    const tenant = having(aTenant(), { type: 'noteWritten', by: alex, text: 'x' });
    const by = (name: 'deleteNote' | 'deleteOthersNote', person = alex, writtenAt = now) =>
      outcome({ do: name, by: person, writtenAt, writer: alex.id }, tenant);
    assert.deepEqual(
      [
        by('deleteNote'),
        by('deleteNote', megan),
        by('deleteOthersNote', megan),
        by('deleteNote', alex, addDays(now, 1)),
      ],
      ['noteDeleted', '(ofSomeoneElse)', 'noteDeleted', '(alreadyDone)'],
    );
    assert.equal(having(tenant, { type: 'noteDeleted', by: alex, writtenAt: now, writer: alex.id }).notes, undefined);
  });
});

describe('a snooze', () => {
  const lost = seen(tenantBy.approved(), anObservation({ relationships: [aRelationship({ status: 'terminated' })] }));

  it('takes a reason and 90 days at most, and lost access none', () => {
    assert.equal(outcome(snooze(), tenantBy.issuesFound()), 'snoozed');
    assert.deepEqual(
      [snooze(0), snooze(mostSnoozeDays + 1), snooze(3, '')].map((each) => outcome(each, aTenant())),
      ['(doesNotApply)', '(doesNotApply)', '(doesNotApply)'],
    );
    assert.equal(outcome(snooze(), lost), '(neverSnoozed)');
    assert.equal(outcome({ do: 'wake', by: alex }, aTenant()), '(alreadyDone)');
    assert.equal(outcome({ do: 'wake', by: megan }, snoozed(aTenant())), 'snoozeEnded');
  });

  it('takes the tenant out of what waits until its days are over', () => {
    const tenant = tenantBy.issuesFound();
    assert.equal(worstAt(tenant, now)?.matter, 'issues');
    assert.equal(worstAt(snoozed(tenant), now), undefined);
    assert.deepEqual(lapsedBy(addDays(now, 13.9), snoozed(tenant), 0), []);
    assert.deepEqual(lapsedBy(addDays(now, 14), snoozed(tenant), 0), [{ type: 'snoozeEnded' }]);
    assert.equal(secondsToWake(snoozed(tenant), now), 14 * 86_400);
  });

  it('ends once the status or its cause is another, and stays when the same is found again', () => {
    const approved = snoozed(tenantBy.approved());
    const after = seen(approved, anObservation({ relationships: [aRelationship({ status: 'terminated' })] }));
    assert.deepEqual(
      [after.status, after.snooze, worstAt(after, addDays(now, 1))?.matter],
      ['issuesFound', undefined, 'accessLost'],
    );
    assert.ok(seen(approved, anObservation()).snooze);
  });

  it('is never there where access is lost, whatever happens in whatever order', () => {
    const fact = fc.constantFrom<FactData>(
      { type: 'snoozed', by: alex, days: 3, reason: 'x' },
      { type: 'accessLost', limitations: [{ code: 'relationshipLost', ending: 'terminated', relationshipName: 'r' }] },
      { type: 'issuesFound', limitations: [{ code: 'noAzurePlan' }] },
      { type: 'accessApproved' },
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), fc.constantFrom(...statuses), (facts, status) => {
        let tenant = tenantBy[status]();
        for (const each of facts) {
          const refused = each.type === 'snoozed' && 'refused' in decide(snooze(3, 'x'), tenant);
          if (!refused) tenant = having(tenant, each);
          const isLost = tenant.onboarding?.limitations.some(({ code }) => code === 'relationshipLost');
          assert.ok(!(isLost && tenant.snooze));
        }
      }),
    );
  });

  it('is forgotten by Disable, with notes and ticket', () => {
    const left = having(
      tenantBy.approved(),
      { type: 'noteWritten', by: alex, text: 'x' },
      { type: 'ticketSet', by: alex, ticket: '1' },
      { type: 'snoozed', by: alex, days: 3, reason: 'x' },
      { type: 'disabled', by: alex },
    );
    assert.deepEqual([left.notes, left.ticket, left.snooze], [undefined, undefined, undefined]);
  });
});

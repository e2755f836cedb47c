// "✅" and "no longer has access" stand over nothing that still gives access, nor over what couldn't be read.
import assert from 'node:assert/strict';
import type { RelationshipStatus } from '../../../src/domain/access/relationship.js';
import { messageLanguages } from '../../../src/domain/message-languages.js';
import { givesAccess } from '../../../src/domain/offboarding/access-left.js';
import { recordOf } from '../../../src/domain/offboarding/certificate-items.js';
import { certificateOf, issuedOf } from '../../../src/domain/offboarding/certify.js';
import type { Inventory } from '../../../src/domain/offboarding/inventory.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { certificateIn } from '../../../src/views/certificate/languages.js';
import { certificatePage } from '../../../src/views/certificate/page.js';
import { statementOf } from '../../../src/views/certificate/statement.js';
import { historyLines } from '../../../src/views/explain/history-words.js';
import { certificatesView } from '../../../src/views/offboarding/certificates.js';
import { offboardingView } from '../../../src/views/offboarding/offboarding.js';
import { certificateHeadline, certifiedOffboardingView } from '../../../src/views/offboarding/past-offboarding.js';
import type { ViewContext } from '../../../src/views/render/context.js';
import { tenantView } from '../../../src/views/tenant/tenant.js';
import { anEndedOffboarding, certified, failedReading, fewTies } from '../../support/an-offboarding.js';
import {
  anAssignment,
  aRelationship,
  aTemplates,
  aTenant,
  now,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';
import { textOf } from '../../support/card-reading.js';

const relationship = (status: RelationshipStatus): Partial<Inventory> => ({
  relationships: { value: [{ relationship: aRelationship({ id: 'r-9', status }) }] },
});
const working = ['approved', 'activating', 'active', 'expiring', 'terminationRequested', 'terminating'] as const;

/** What may be left, each alone beside what gives no access. */
const left: Readonly<Record<string, Partial<Inventory>>> = {
  'delegated admin': { standing: { value: { isReseller: true, delegatedAdmin: true } } },
  'the application': { consent: { value: 'given' } },
  ...Object.fromEntries(working.map((status) => [`a relationship that is ${status}`, relationship(status)])),
  'a relationship with a status that Microsoft has added': relationship('unknown'),
  'a relationship with assignments': {
    relationships: {
      value: [{ relationship: aRelationship({ id: 'r-9' }), assignments: { value: [anAssignment(serviceDesk)] } }],
    },
  },
  'a relationship whose assignments were not read': {
    relationships: { value: [{ relationship: aRelationship({ id: 'r-9' }), assignments: failedReading }] },
  },
};
const unread: Readonly<Record<string, Partial<Inventory>>> = Object.fromEntries(
  (['relationships', 'consent', 'standing', 'subscriptions', 'reservations'] as const).map((part) => [
    `what was not read of ${part}`,
    { [part]: failedReading },
  ]),
);

/** The certificate of an offboarding after which this is left, and all that the chat says with it. */
function whatIsSaid(after: Partial<Inventory>) {
  const offboarding = anEndedOffboarding({ after: fewTies(after) });
  const facts = certificateOf(certified(offboarding));
  const issued = issuedOf(certified(offboarding), { json: 'a', pdf: 'b' });
  const inChat = languages.map((language) => {
    const context: ViewContext = {
      ...{ words: wordsIn(language), isSandbox: false, templates: aTemplates(), now, asOf: now },
      ...{ partnerName: 'Northbridge IT', certificateOf: () => issued },
    };
    const leaving = { ...aTenant(), offboarding };
    return [
      certificateHeadline(issued, context),
      textOf(certifiedOffboardingView(issued, undefined, context)),
      textOf(certificatesView([issued], context)),
      textOf(tenantView({ ...tenantBy.notConfigured(), leftoverAccess: 'none' }, context)),
      // While the certificate is being written.
      textOf(tenantView(leaving, context)),
      historyLines([{ at: now, what: 'offboardingCertified' }], 1, context.words)[0]?.what ?? '',
      context.words.offboarding.stages.finished,
      context.words.offboarding.stageSentences.finished,
    ].join('\n');
  });
  const printed = messageLanguages.map((language) => {
    const text = certificatePage(facts, 'hash', language).parts.map((part) => part.text);
    return [statementOf({ ...facts, language }), ...text].join('\n');
  });
  return { facts, issued, inChat, printed };
}

const denial = (language: (typeof messageLanguages)[number]) =>
  certificateIn(language).words.statement.none({ partner: 'Northbridge IT', tenant: 'Contoso Ltd' });

describe('what an offboarding has left behind', () => {
  it('is every kind of thing that gives access or may', () => {
    const kinds = Object.values({ ...left, ...unread }).flatMap((after) =>
      planOf(fewTies(after)).lines.map((line) => recordOf(line)),
    );
    const giving = new Set(kinds.filter((each) => givesAccess(each) !== 'no').map(({ what }) => what));
    assert.deepEqual([...giving].sort(), ['assignment', 'consent', 'delegatedAdmin', 'relationship', 'unread']);
  });

  for (const [what, after] of Object.entries({ ...left, ...unread })) {
    it(`is never called done in any language: ${what}`, () => {
      const { facts, inChat, printed } = whatIsSaid(after);
      assert.ok(facts.access.is !== 'none' || facts.access.notKnown.length > 0);
      for (const text of [...inChat, ...printed]) assert.doesNotMatch(text, /✅/, text);
      for (const [index, language] of messageLanguages.entries()) {
        const says = printed[index]?.includes(denial(language));
        assert.equal(says, facts.access.is === 'none', `${language}: ${printed[index]}`);
      }
    });
  }

  it('is called done only when nothing gives access and everything was read', () => {
    const { issued, facts } = whatIsSaid({});
    assert.deepEqual(facts.access, { is: 'none', by: [], notKnown: [] });
    for (const language of languages)
      assert.match(certificateHeadline(issued, { words: wordsIn(language), partnerName: undefined }), /^✅ /);
  });

  it('is not called done while the certificate is being written either', () => {
    const tenant = { ...aTenant(), offboarding: anEndedOffboarding() };
    for (const language of languages) {
      const context = { words: wordsIn(language), isSandbox: false, templates: aTemplates(), now };
      const [stage = ''] = textOf(offboardingView(tenant, context)).split('\n').slice(1, 3);
      assert.doesNotMatch(stage, /✅/);
    }
  });
});

// A tenant's card.

import type { TemplateAssignment } from '../../domain/access/access-template.js';
import { isEnded, type RelationshipStatus } from '../../domain/access/relationship.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import { assignmentOf } from '../../domain/onboarding/assess-assignments.js';
import type { Onboarding, Tenant } from '../../domain/tenant/tenant.js';
import { wayToOffboarding } from '../offboarding/buttons.js';
import { certificateButton } from '../offboarding/certificates.js';
import { offboardingSentence } from '../offboarding/stage-words.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { type ListPosition, leftoversButton, listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { day, dayAndTime, literal } from '../render/text.js';
import { delegatedAdminNote } from '../words/delegated-admin-words.js';
import { historyLines } from '../words/history-words.js';
import { wordsFor } from '../words/limitation-words.js';
import { manualRemovalLinks, manualRemovalSentences } from '../words/manual-removal.js';
import { styleOf } from '../words/status-style.js';
import { statusSentences } from '../words/status-words.js';
import { tenantButtons } from './buttons.js';
import { progressRows } from './progress-rows.js';

const shownEvents = 5;

/** What the card says beyond the tenant itself. */
export interface TenantCardExtras {
  /** First line of a message. */
  readonly headline?: string | undefined;
  /** Answer to the last click. */
  readonly notice?: string | undefined;
  readonly position?: ListPosition | undefined;
}

/** The card of a tenant, with all details and the buttons of its status. */
export function tenantView(tenant: Tenant, context: ViewContext, extras: TenantCardExtras = {}): Card {
  return memoizedTenant(tenant, context, extras);
}

const memoizedTenant = memoize(drawTenant);

function drawTenant(tenant: Tenant, context: ViewContext, extras: TenantCardExtras): Card {
  const { customer, onboarding, status, history, offboarding } = tenant;
  const style = styleOf(status);
  const name = literal(customer.displayName);
  const position = extras.position ?? {};
  // The card says how to remove leftover access as long as there is any.
  const hasLeftoverAccess = status === 'notConfigured' && tenant.leftoverAccess !== 'none' && !offboarding;
  // A tenant that's configured again has a new story.
  const offboarded = status === 'notConfigured' && !offboarding ? context.certificateOf?.(tenant.tenantId) : undefined;
  const progress = offboarding ? [] : progressRows(tenant, context.template, context.now);
  const data = {
    headline: extras.headline ?? '',
    notice: extras.notice ?? '',
    name,
    domain: literal(customer.domain),
    tenantId: tenant.tenantId,
    status: `${style.icon} ${style.word}`,
    colour: style.colour,
    // Nothing else can be done to it meanwhile, so nothing else is suggested.
    sentences: offboarding
      ? [offboardingSentence(offboarding)]
      : [
          ...(offboarded ? [offboardedSentence(offboarded, tenant)] : []),
          // The offboarding explains why nothing is configured; what came later is told beside it.
          ...(offboarded && tenant.leftoverAccess === 'none'
            ? []
            : statusSentences(tenant, context.now, progress.length > 0)),
          ...(hasLeftoverAccess ? manualRemovalSentences(tenant) : []),
        ],
    limitations: (offboarding ? [] : (onboarding?.limitations ?? [])).map((limitation) => wordsFor(limitation).title),
    progress,
    delegatedAdmin: delegatedAdminNote(tenant.delegatedAdmin),
    facts: [
      ...(offboarded ? [fact('Offboarded by', literal(offboarded.by.name, 40), dayAndTime(offboarded.issuedAt))] : []),
      ...peopleFacts(onboarding),
      ...relationshipFacts(onboarding),
      ...azureFacts(onboarding),
      delegatedAdminFact(tenant),
    ],
    groups: groupRows(onboarding, context),
    history: historyLines(history, shownEvents),
    links: hasLeftoverAccess ? manualRemovalLinks(tenant.tenantId) : [],
    // A former customer is in the other list.
    actions: [
      ...tenantButtons(tenant, position, context),
      ...(offboarded ? [certificateButton(offboarded, 'Exit certificate')] : []),
      ...wayToOffboarding(tenant, position, context),
      tenant.formerCustomer ? leftoversButton('Still tied to you') : listButton(position),
    ],
  };
  return render('tenant', data, {
    banner: sandboxBanner(context, tenant.tenantId),
    fallbackText: `${name}: ${style.word}`,
  });
}

function offboardedSentence({ issuedAt, access }: IssuedCertificate, { formerCustomer }: Tenant): string {
  const left = {
    none: 'that no access is left',
    remains: 'that access remains',
    notKnown: 'that it’s not known whether access remains',
    unsaid: 'what stayed in place',
  }[access?.is ?? 'unsaid'];
  const again = formerCustomer ? '' : ' Enable would ask the customer for access again.';
  return `⚠️ This tenant was offboarded completely on ${dayAndTime(issuedAt)}. Its exit certificate says ${left}.${again}`;
}

/** A line of label and value: foreign text for a text run, a date for a text block, or one below the other. */
interface FactRow {
  readonly label: string;
  readonly text: string;
  readonly date: string;
}

function fact(label: string, text: string, date = ''): FactRow {
  return { label, text, date };
}

function peopleFacts(onboarding: Onboarding | undefined): readonly FactRow[] {
  if (!onboarding) return [];
  const { requestedBy, requestedAt, accepted } = onboarding;
  return [
    fact('Enabled by', literal(requestedBy.name, 40), dayAndTime(requestedAt)),
    ...(accepted ? [fact('Accepted by', literal(accepted.by.name, 40), dayAndTime(accepted.at))] : []),
  ];
}

function relationshipFacts(onboarding: Onboarding | undefined): readonly FactRow[] {
  const relationship = onboarding?.relationship;
  if (!relationship) return [];
  const { displayName, endsAt, autoExtends, status } = relationship;
  const ends =
    endsAt === undefined || !isNotEnded(status)
      ? []
      : [fact('Ends', '', `${day(endsAt)}${autoExtends ? ', then renews itself' : ''}`)];
  return [fact('Relationship', literal(displayName)), ...ends];
}

/** Whether groups, roles and Azure are shown: with access that's over they would look as if it were there. */
function isNotEnded(status: RelationshipStatus): boolean {
  return !isEnded(status) && status !== 'expiring';
}

function azureFacts(onboarding: Onboarding | undefined): readonly FactRow[] {
  const { azure, relationship } = onboarding ?? {};
  if (azure === undefined || !relationship || !isNotEnded(relationship.status)) return [];
  const words = {
    active: 'Plan active',
    notActive: 'Plan not active',
    none: 'No plan',
    notReseller: 'Not bought through you',
  };
  return [fact('Azure', typeof azure === 'object' ? 'Could not be checked' : words[azure])];
}

function delegatedAdminFact({ delegatedAdmin: { state }, formerCustomer }: Tenant): FactRow {
  const unknown = formerCustomer ? 'Partner Center does not say' : 'Not checked yet';
  return fact('Delegated admin (DAP)', { unknown, granted: 'Yes', none: 'No' }[state]);
}

function groupRows(onboarding: Onboarding | undefined, { template }: ViewContext) {
  if (!onboarding?.assignments || !onboarding.relationship || !isNotEnded(onboarding.relationship.status)) return [];
  return template.assignments.map((wanted) => groupRow(wanted, onboarding));
}

function groupRow({ groupId, groupName, roles }: TemplateAssignment, { assignments = [] }: Onboarding) {
  const status = assignmentOf(groupId, assignments)?.status;
  const icon = status === 'active' ? '✅' : status === 'pending' || status === 'deleting' ? '⏳' : '⚠️';
  const word =
    status === 'active' ? '' : status === 'pending' || status === 'deleting' ? ' (being assigned)' : ' (not assigned)';
  return { name: `${icon} ${literal(groupName)}${word}`, roles: roles.map((role) => literal(role.name)).join(', ') };
}

// The facts on a tenant's card: who looks after it and by what, and until when there's access.
import {
  type AccessTemplates,
  missingChoice,
  templateFor,
  templateReason,
} from '../../domain/access/access-templates.js';
import { type Coverage, knownCoverage } from '../../domain/access/coverage.js';
import { isEnded, type RelationshipStatus } from '../../domain/access/relationship.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Person } from '../../domain/person.js';
import { mostTicketCharacters } from '../../domain/tenant/attention.js';
import type { Onboarding } from '../../domain/tenant/onboarding.js';
import { isInPartnerCenter, type Snooze, type Tenant } from '../../domain/tenant/tenant.js';
import { type Instant, isSameDay } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import { templateReasonWords } from '../explain/template-words.js';
import type { ViewContext } from '../render/context.js';
import { capital, dateInWords, dayAndTime, literal, personName, phrase } from '../render/text.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';

/** A line of label and value: foreign text for a text run, a date for a text block, or one below the other. */
interface FactRow {
  readonly label: Text;
  readonly text: Literal;
  readonly date: Markdown;
}

/** The rows that say something. `offboarded`: the tenant was offboarded completely and isn't configured again. */
export function factRows(
  tenant: Tenant,
  context: ViewContext,
  offboarded: IssuedCertificate | undefined,
): readonly FactRow[] {
  const { words } = context;
  const { owner, onboarding } = tenant;
  const { facts } = words.tenant;
  return [
    ...(owner ? [personFact(facts.owner, owner.person, owner.since, words)] : []),
    ...attentionFacts(tenant, words),
    ...(offboarded ? [personFact(facts.offboardedBy, offboarded.by, offboarded.issuedAt, words)] : []),
    ...tagFacts(tenant, context),
    ...peopleFacts(onboarding, words),
    ...relationshipFacts(onboarding, context),
    ...azureFacts(onboarding, words),
    delegatedAdminFact(tenant, words),
  ];
}

function fact(label: Text, text: Literal, date: Markdown = ''): FactRow {
  return { label, text, date };
}

// The newest are enough to know where things stand; the export has the last.
const shownNotes = 3;

function attentionFacts({ ticket, snooze, notes = [] }: Tenant, words: Words): readonly FactRow[] {
  const { facts, said } = words.attention;
  const saidBy = (person: Person, text: string) =>
    said({ person: personName(person, words), text: literal(text, 500) });
  const newest = [...notes].reverse().slice(0, shownNotes);
  return [
    ...(ticket === undefined ? [] : [fact(facts.ticket, literal(ticket, mostTicketCharacters))]),
    ...(snooze ? [fact(facts.snooze, snoozeWords(snooze, words))] : []),
    ...newest.map(({ by, at, text }, index) =>
      fact(facts.note({ number: index + 1 }), saidBy(by, text), dayAndTime(at)),
    ),
  ];
}

function snoozeWords({ by, until, reason }: Snooze, words: Words): Literal {
  const day = dateInWords(until, words);
  return words.attention.facts.snoozed({ day, person: personName(by, words), text: literal(reason, 500) });
}

function personFact(label: Text, person: Person, at: Instant, words: Words): FactRow {
  return fact(label, personName(person, words), dayAndTime(at));
}

// With one template for all there's nothing to tell apart.
function tagFacts(tenant: Tenant, { templates, words }: ViewContext): readonly FactRow[] {
  const { facts } = words.tenant;
  const { tags = [] } = tenant;
  const isOneOfSeveral = templates.templates.size > 1;
  const missing = missingChoice(templates, tenant);
  return [
    ...(tags.length > 0 ? [fact(facts.tags, literal(tags.join(', '), 700))] : []),
    ...(isOneOfSeveral || missing !== undefined
      ? [fact(facts.template, templateInWords(tenant, templates, words))]
      : []),
    ...(missing === undefined ? [] : [fact(facts.missingTemplate, literal(missing, 64))]),
  ];
}

function templateInWords(tenant: Tenant, templates: AccessTemplates, words: Words): Literal {
  const name = literal(templateFor(templates, tenant).name, 64);
  return phrase`${name} (${templateReasonWords(templateReason(templates, tenant), words)})`;
}

function peopleFacts(onboarding: Onboarding | undefined, words: Words): readonly FactRow[] {
  const { facts } = words.tenant;
  if (!onboarding) return [];
  const { requestedBy, requestedAt, accepted } = onboarding;
  return [
    personFact(facts.enabledBy, requestedBy, requestedAt, words),
    ...(accepted ? [personFact(facts.acceptedBy, accepted.by, accepted.at, words)] : []),
    ...reviewFacts(accepted, words),
  ];
}

function reviewFacts(accepted: Onboarding['accepted'], words: Words): readonly FactRow[] {
  if (accepted?.reviewOn === undefined) return [];
  const { accountable = accepted.by, reason = '', reviewOn } = accepted;
  const text = words.attention.said({ person: personName(accountable, words), text: literal(reason, 500) });
  return [fact(words.tenant.facts.review, text, dateInWords(reviewOn, words))];
}

function relationshipFacts(onboarding: Onboarding | undefined, { now, words }: ViewContext): readonly FactRow[] {
  const { facts } = words.tenant;
  const relationship = onboarding?.relationship;
  if (!relationship) return [];
  const coverage = knownCoverage(onboarding);
  const isShown = coverage !== undefined && coverage.is !== 'ended';
  return [
    fact(facts.relationship, literal(relationship.displayName)),
    ...(isShown ? [endFact(coverage, now, words)] : []),
  ];
}

function endFact({ is, on }: Coverage, now: Instant, words: Words): FactRow {
  const { facts } = words.tenant;
  const name = is === 'rollsOver' ? 'rollsOver' : 'ends';
  if (isSameDay(on, now)) return fact(facts[`${name}Today`], capital(words.card.today));
  return fact(facts[name], dateInWords(on, words));
}

/** Whether groups, roles and Azure are shown: with access that's over they would look as if it were there. */
export function isNotEnded(status: RelationshipStatus): boolean {
  return !isEnded(status) && status !== 'expiring';
}

function azureFacts(onboarding: Onboarding | undefined, { tenant: { facts, azure: states } }: Words) {
  const { azure, relationship } = onboarding ?? {};
  if (azure === undefined || !relationship || !isNotEnded(relationship.status)) return [];
  return [fact(facts.azure, typeof azure === 'object' ? states.failed : states[azure])];
}

function delegatedAdminFact(tenant: Tenant, { tenant: { facts, delegatedAdmin } }: Words): FactRow {
  const { state } = tenant.delegatedAdmin;
  const isUnread = state === 'unknown' && !isInPartnerCenter(tenant);
  return fact(facts.delegatedAdmin, isUnread ? delegatedAdmin.unknownFormer : delegatedAdmin[state]);
}

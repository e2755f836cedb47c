// The card of an offboarding that's over: its certificate, or that it was undone or dropped.
import { type AccessLeft, accessWords, givesAccessWords } from '../../domain/offboarding/access-left.js';
import { certificateKinds, type IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ViewContext } from '../render/context.js';
import { listButton, mayPress, openButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { capital, counted, dayAndTime, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { drawOffboardingCard } from './draw.js';
import { type FileWays, kindLabels, linksOf, waysNotice } from './files.js';
import { fact, type OffboardingCardExtras } from './offboarding.js';
import type { StageStyle } from './stage-words.js';

/** The line for a phone's lock screen: whether the partner still has access. */
export function certificateHeadline(certificate: IssuedCertificate, context: Pick<ViewContext, 'partnerName'>): string {
  return `${accessStyle(certificate).icon} ${accessSentence(certificate, context)}`;
}

/**
 * The tenant is offboarded completely. `tenant`: its present record, if it's still a customer; `ways`: the card answers a
 * person who asked for a file.
 */
export function certifiedOffboardingView(
  certificate: IssuedCertificate,
  tenant: Tenant | undefined,
  context: ViewContext,
  ways?: FileWays,
): Card {
  const { id, tenantId, tenantName, issuedAt, by, approvedBy, hashes } = certificate;
  const { icon, word, colour } = accessStyle(certificate);
  const parts = {
    title: accessSentence(certificate, context),
    stage: `${icon} ${word}`,
    colour,
    sentences: [
      goneWords(certificate),
      ...remainsWords(certificate),
      'Everything else Gatehouse kept about this tenant was deleted, except IDs in the audit log and of approval requests that are still watched.',
    ],
    facts: [
      { ...fact('Decided by', by, issuedAt), date: '' },
      ...(approvedBy ? [{ ...fact('Agreed by', approvedBy, issuedAt), date: '' }] : []),
      { label: 'Issued', text: '', date: dayAndTime(issuedAt) },
      { label: 'Certificate', text: literal(id), date: '' },
      { label: 'SHA-256 of the JSON', text: inGroups(hashes.json), date: '' },
    ],
    ...stillThereRows(certificate),
    actions: [
      ...certificateButtons(certificate).filter((button) => mayPress(button, context)),
      tenant ? openButton(tenant, {}, 'To the tenant') : listButton({}),
    ],
    ...(ways && { ways: waysNotice(ways), links: linksOf(ways, `certificate of ${literal(tenantName, 28)}`) }),
  };
  return drawOffboardingCard(parts, { tenantId, fallbackText: certificateHeadline(certificate, context) }, context);
}

function certificateButtons({ id, tenantName }: IssuedCertificate): readonly Button[] {
  const name = literal(tenantName, 28);
  return certificateKinds.map((kind) => ({
    title: kindLabels[kind],
    tooltip: `Get the certificate as ${kindLabels[kind]}: ${name}`,
    verb: 'certificate.get',
    data: { certificateId: id, file: kind },
    style: kind === 'pdf' ? 'positive' : 'default',
  }));
}

/** Whether the partner still has access by a certificate, as a sentence for text runs. */
export function accessSentence(
  { access, tenantName, remainsCount }: IssuedCertificate,
  { partnerName }: Pick<ViewContext, 'partnerName'>,
): string {
  const name = literal(tenantName, 60);
  const partner = partnerName === undefined ? undefined : literal(partnerName, 60);
  if (access) return literal(accessWords(literalAccess(access), name, partner), 400);
  // Version 1 counted parts that couldn't be read among what remains.
  if (remainsCount === 0) return accessWords({ is: 'none', by: [], notKnown: [] }, name, partner);
  return `${name} was offboarded, and ${counted(remainsCount, 'item')} stayed in place.`;
}

function literalAccess({ is, by, notKnown }: AccessLeft): AccessLeft {
  const each = (names: readonly string[]) => names.map((name) => literal(name, 80));
  return { is, by: each(by), notKnown: each(notKnown) };
}

/** Icon, word and colour for a certificate's answer about access. */
export function accessStyle({ access, remainsCount }: IssuedCertificate): StageStyle & { readonly icon: string } {
  const is = access?.is ?? (remainsCount === 0 ? 'none' : 'unsaid');
  return {
    none: { icon: '✅', word: 'Offboarded: no access left', colour: 'good' },
    remains: { icon: '⚠️', word: 'Offboarded: access remains', colour: 'attention' },
    notKnown: { icon: '❓', word: 'Offboarded: access not known', colour: 'attention' },
    unsaid: { icon: '⚠️', word: 'Offboarded: something remains', colour: 'attention' },
  }[is] as StageStyle & { readonly icon: string };
}

function goneWords({ removedCount }: IssuedCertificate): string {
  if (removedCount === 0) return 'Nothing was removed.';
  return `${counted(removedCount, 'item')} removed. ${removedCount === 1 ? 'The' : 'Each'} removal was verified with Microsoft.`;
}

function remainsWords({ stillThere, remainsCount }: IssuedCertificate): readonly string[] {
  if (stillThere || remainsCount === 0) return [];
  return ['The certificate says what is still in place, whether it gives access, and who can do what about it.'];
}

// A card must be small enough to send; the certificate lists all of it.
const mostStillThere = 8;

/** What's still there, by name; what gives access comes first. */
function stillThereRows({ stillThere = [], remainsCount }: IssuedCertificate) {
  const urgency = { yes: 0, notKnown: 1, no: 2 } as const;
  const sorted = [...stillThere].sort((a, b) => urgency[a.givesAccess] - urgency[b.givesAccess]);
  const hidden = remainsCount - Math.min(sorted.length, mostStillThere);
  return {
    plannedWords: sorted.length === 0 ? '' : 'Still in place:',
    tasks: sorted.slice(0, mostStillThere).map(({ name, givesAccess }) => ({
      title: `•  ${capital(literal(name, 120))}`,
      state: capital(givesAccessWords[givesAccess]),
      colour: givesAccess === 'no' ? 'default' : 'attention',
      notes: [],
    })),
    more: sorted.length === 0 || hidden <= 0 ? '' : `and ${hidden} more: the certificate names them all`,
  };
}

// One long word would overflow the card.
function inGroups(hash: string): string {
  return (hash.match(/.{1,16}/g) ?? []).map((group) => literal(group)).join(' ');
}

/** It was undone or dropped before it began. */
export function droppedOffboardingView(tenant: Tenant, context: ViewContext, extras: OffboardingCardExtras = {}): Card {
  const title = `${literal(tenant.customer.displayName)} was not offboarded`;
  const parts = {
    ...extras,
    title,
    domain: literal(tenant.customer.domain),
    stage: '➖ Dropped',
    sentences: [
      'Offboarding it completely was undone or dropped before it began. Nothing was done, and everything is as it was.',
    ],
    actions: [openButton(tenant, {}, 'To the tenant')],
  };
  return drawOffboardingCard(parts, { tenantId: tenant.tenantId, fallbackText: title }, context);
}

// The card of an offboarding that's over: its certificate, or that it was undone or dropped.
import { messageLanguages } from '../../domain/message-languages.js';
import { certificateKinds, type IssuedCertificate, type StillThere } from '../../domain/offboarding/certificate.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { paragraph } from '../certificate/languages.js';
import { accessSentences } from '../certificate/statement.js';
import { tieName } from '../certificate/tie-names.js';
import { customerMessageIn } from '../customer-messages.js';
import type { ViewContext } from '../render/context.js';
import { listButton, mayPress, openButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { bare, capital, dayAndTime, joined, literal, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { drawOffboardingCard, type OffboardingCardFact, type OffboardingCardParts } from './draw.js';
import { type FileWays, kindLabels, linksOf, waysNotice } from './files.js';
import { fact, type OffboardingCardExtras } from './offboarding.js';
import type { StageStyle } from './stage-words.js';

/** The line for a phone's lock screen: whether the partner still has access. */
export function certificateHeadline(certificate: IssuedCertificate, context: AccessContext): Literal {
  return phrase`${accessStyle(certificate, context.words).icon} ${accessSentence(certificate, context)}`;
}

/** What the sentence about access takes. */
type AccessContext = Pick<ViewContext, 'partnerName' | 'words'>;

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
  const { words } = context;
  const { certificates, buttons } = words;
  const { card } = words.offboarding;
  const { icon, word, colour } = accessStyle(certificate, words);
  const files = certificateButtons(certificate, words).filter((button) => mayPress(button, context));
  const parts: OffboardingCardParts = {
    title: accessSentence(certificate, context),
    stage: phrase`${icon} ${word}`,
    colour,
    sentences: [goneWords(certificate, words), ...remainsWords(certificate, words), certificates.deleted],
    facts: [
      undated(fact(card.decidedBy, by, issuedAt, words)),
      ...(approvedBy ? [undated(fact(card.approvedBy, approvedBy, issuedAt, words))] : []),
      { label: certificates.issued, text: '', date: dayAndTime(issuedAt) },
      { label: certificates.certificate, text: literal(id), date: '' },
      { label: certificates.hash, text: inGroups(hashes.json), date: '' },
    ],
    ...stillThereRows(certificate, words),
    ...(files.length > 0 && pdfLanguages(certificate, words, ways)),
    actions: [...files, tenant ? openButton(tenant, {}, buttons.toTenant, words) : listButton({}, words)],
    ...(ways && {
      ways: joined([...(ways.language ? [certificates.translation] : []), waysNotice(ways, words)]),
      links: linksOf(ways, certificates.of({ tenant: literal(tenantName, 28) }), words),
    }),
  };
  return drawOffboardingCard(parts, { tenantId, fallbackText: certificateHeadline(certificate, context) }, context);
}

/** The choice of the PDF's language. Version 1 doesn't say what remains, so that it can only be had as it was issued. */
function pdfLanguages({ access, language = 'en' }: IssuedCertificate, { certificates }: Words, ways?: FileWays) {
  if (!access) return {};
  return {
    languageLabel: certificates.pdfLanguage,
    language: ways?.language ?? language,
    languages: messageLanguages.map((tag) => ({ title: customerMessageIn(tag).languageName, value: tag })),
  };
}

function undated(row: OffboardingCardFact): OffboardingCardFact {
  return { ...row, date: '' };
}

function certificateButtons({ id, tenantName }: IssuedCertificate, { certificates }: Words): readonly Button[] {
  return certificateKinds.map((kind) => ({
    title: kindLabels[kind],
    tooltip: certificates.get({ kind: kindLabels[kind], tenant: literal(tenantName, 28) }),
    verb: 'certificate.get',
    data: { certificateId: id, file: kind },
    style: kind === 'pdf' ? 'positive' : 'default',
  }));
}

/** Whether the partner still has access by a certificate, as a sentence for text runs. */
export function accessSentence(
  { access, tenantName, remainsCount }: IssuedCertificate,
  { partnerName, words }: AccessContext,
): Literal {
  const tenant = literal(tenantName, 60);
  // Version 1 counted parts that couldn't be read among what remains.
  const left = access ?? (remainsCount === 0 ? ({ is: 'none', by: [], notKnown: [] } as const) : undefined);
  if (!left) return words.certificates.someStayed({ tenant, count: remainsCount });
  const partner = partnerName === undefined ? '' : literal(partnerName, 60);
  const { statement } =
    partnerName === undefined
      ? { statement: words.certificates.yours as unknown as Words['certificate']['statement'] }
      : words.certificate;
  const show = (name: string) => literal(name, 80);
  const sentences = accessSentences({ access: left, partner, tenant }, words.certificate, { statement, show });
  return literal(paragraph(sentences, words.certificate), 400);
}

// "✅" stands over nothing that gives access, or that couldn't be read.
const accessStyles = {
  none: { icon: phrase`✅`, colour: 'good' },
  unread: { icon: phrase`❓`, colour: 'attention' },
  remains: { icon: phrase`⚠️`, colour: 'attention' },
  notKnown: { icon: phrase`❓`, colour: 'attention' },
  unsaid: { icon: phrase`⚠️`, colour: 'attention' },
} as const;

/** Icon, word and colour for a certificate's answer about access. */
export function accessStyle(certificate: IssuedCertificate, words: Words): StageStyle & { readonly icon: Text } {
  const is = answerOf(certificate);
  return { ...accessStyles[is], word: words.certificates.access[is] };
}

/** That a tenant was offboarded, when, and what its certificate says about access. */
export function offboardedWords(certificate: IssuedCertificate, words: Words): Markdown {
  const is = answerOf(certificate);
  return phrase`${accessStyles[is].icon} ${words.tenant.offboarded[is]({ at: dayAndTime(certificate.issuedAt) })}`;
}

function answerOf({ access, remainsCount }: IssuedCertificate): keyof typeof accessStyles {
  const said = access?.is ?? (remainsCount === 0 ? 'none' : 'unsaid');
  return said === 'none' && access && access.notKnown.length > 0 ? 'unread' : said;
}

function goneWords({ removedCount: count }: IssuedCertificate, { certificates }: Words): Text {
  return count === 0 ? certificates.nothingRemoved : certificates.removed({ count });
}

function remainsWords({ stillThere, remainsCount }: IssuedCertificate, { certificates }: Words): readonly Text[] {
  return stillThere || remainsCount === 0 ? [] : [certificates.remains];
}

// A card must be small enough to send; the certificate lists all of it.
const mostStillThere = 8;

/** What's still there, by name; what gives access comes first. */
function stillThereRows({ stillThere = [], remainsCount }: IssuedCertificate, words: Words) {
  const { certificates } = words;
  const urgency = { yes: 0, notKnown: 1, no: 2 } as const;
  const sorted = [...stillThere].sort((a, b) => urgency[a.givesAccess] - urgency[b.givesAccess]);
  const hidden = remainsCount - Math.min(sorted.length, mostStillThere);
  return {
    plannedWords: sorted.length === 0 ? '' : certificates.stillInPlace,
    tasks: sorted.slice(0, mostStillThere).map((each) => stillThereRow(each, words)),
    more: sorted.length === 0 || hidden <= 0 ? '' : certificates.moreInCertificate({ count: hidden }),
  };
}

function stillThereRow({ tie, name = '', givesAccess, why }: StillThere, { certificate }: Words) {
  const title = tieName(tie ?? name, certificate, (each) => literal(each, 120));
  return {
    title: phrase`•  ${capital(literal(title, 160))}`,
    state: capital(bare(certificate.givesAccess[givesAccess])),
    colour: givesAccess === 'no' ? 'default' : 'attention',
    notes: givesAccess === 'yes' && why ? [literal(certificate.reasons[why], 400)] : [],
  };
}

// One long word would overflow the card.
function inGroups(hash: string): Literal {
  return joined((hash.match(/.{1,16}/g) ?? []).map((group) => literal(group)));
}

/** It was undone or dropped before it began. */
export function droppedOffboardingView(tenant: Tenant, context: ViewContext, extras: OffboardingCardExtras = {}): Card {
  const { certificates, offboarding, buttons } = context.words;
  const title = certificates.notOffboarded({ tenant: literal(tenant.customer.displayName) });
  const parts = {
    ...extras,
    title,
    domain: literal(tenant.customer.domain),
    stage: offboarding.stages.dropped,
    sentences: [certificates.dropped],
    actions: [openButton(tenant, {}, buttons.toTenant, context.words)],
  };
  return drawOffboardingCard(parts, { tenantId: tenant.tenantId, fallbackText: title }, context);
}

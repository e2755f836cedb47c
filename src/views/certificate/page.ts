// The printed certificate, from top to bottom.
import type { MessageLanguage } from '../../domain/message-languages.js';
import {
  type CertificateFacts,
  isActionable,
  type Leaving,
  type Removal,
} from '../../domain/offboarding/certificate.js';
import type { Person } from '../../domain/person.js';
import type { Instant } from '../../domain/time.js';
import { customerMessageIn } from '../customer-messages.js';
import { fateWords, itemWords, relationshipRoles, thingWords } from './items.js';
import { type CertificateSpeech, certificateIn, listed, timeWords } from './languages.js';
import { remainsWords, whyNotRemoved } from './reasons.js';
import { statementSentences } from './statement.js';
import { tieName } from './tie-names.js';

/** What a part of the page is; `rule` is a line across it. */
export type PagePartKind =
  | 'partner'
  | 'title'
  | 'tenant'
  | 'small'
  | 'rule'
  | 'answer'
  | 'lead'
  | 'heading'
  | 'entry'
  | 'detail'
  | 'line'
  | 'hash';

/** A paragraph. */
export interface PagePart {
  readonly is: PagePartKind;
  /** Foreign text among it stands as it is. */
  readonly text: string;
}

/** The content of the printed certificate, in one language. */
export interface CertificatePage {
  readonly language: MessageLanguage;
  readonly title: string;
  readonly author: string;
  readonly issuedAt: Instant;
  readonly footer: string;
  readonly pageNumber: (at: { readonly page: number; readonly pages: number }) => string;
  readonly parts: readonly PagePart[];
  /** What stands at the end if something had to be cut, or couldn't be printed. */
  readonly notes: { readonly cut: string; readonly unprintable: string };
}

const part = (is: PagePartKind, text = ''): PagePart => ({ is, text });

/** The certificate to print. `jsonHash`: the SHA-256 of the exact one. */
export function certificatePage(
  certificate: CertificateFacts,
  jsonHash: string,
  language: MessageLanguage = certificate.language,
): CertificatePage {
  const { number, issuedAt, partner, tenant } = certificate;
  const speech = certificateIn(language);
  const { words } = speech;
  return {
    language,
    title: words.documentTitle({ tenant: tenant.name }),
    author: partner.name,
    issuedAt,
    footer: words.footer({ number }),
    pageNumber: words.page,
    parts: [
      ...head(certificate, speech),
      ...answer(certificate, speech),
      ...outcome(certificate, speech),
      ...removed(certificate, speech),
      ...failed(certificate, speech),
      ...remains(certificate, speech),
      ...connected(certificate, speech),
      part('heading', words.verify.title),
      part('small', words.verify.deleted),
      part('small', words.verify.exactFile({ file: `exit-certificate-${number}.json` })),
      part('hash', jsonHash),
    ],
    notes: { cut: words.verify.cut, unprintable: words.verify.unprintable },
  };
}

type Make = (certificate: CertificateFacts, speech: CertificateSpeech) => readonly PagePart[];

const head: Make = ({ partner, tenant, number, issuedAt, language }, speech) => {
  const { words } = speech;
  const issuedIn = customerMessageIn(language).languageName;
  return [
    part('partner', partner.name),
    part('title', words.title),
    part('tenant', tenant.name),
    part('small', words.tenant({ domain: tenant.domain, id: tenant.tenantId })),
    part('small', words.issued({ number, time: timeWords(issuedAt, speech) })),
    ...(language === speech.language ? [] : [part('small', words.translated({ language: issuedIn }))]),
    part('rule'),
  ];
};

const mostNamed = 6;

/** The customer's question first, and its answer. */
const answer: Make = (certificate, speech) => {
  const { access, remains: left } = certificate;
  const { words } = speech;
  const others = left.lines.filter(
    (line) => isActionable(line) && line.what !== 'unread' && line.givesAccess !== 'yes',
  );
  const named = others.map((line) =>
    words.inPlace({ what: tieName(line, words), access: words.givesAccess[line.givesAccess] }),
  );
  const say = access.is === 'remains' ? words.alsoInPlace : words.stillInPlace;
  const [first = '', ...why] = statementSentences(certificate, speech);
  return [
    part('answer', first),
    ...why.map((text) => part('lead', text)),
    ...(named.length === 0 ? [] : [part('lead', say({ list: listed(named, words, mostNamed) }))]),
  ];
};

const outcome: Make = ({ decision, removed: gone, leftWithout, begunAt, endedAt }, speech) => {
  const { outcome: words, steps } = speech.words;
  const at = (instant: Instant) => timeWords(instant, speech);
  const done = (by: Person, instant: Instant) => ({ person: who(by, speech), time: at(instant) });
  const chosen = listed(
    decision.steps.map((step) => steps[step]),
    speech.words,
  );
  const { approval } = decision;
  return [
    part('lead', gone.length === 0 ? words.nothingRemoved : words.removed({ count: gone.length })),
    ...(leftWithout.length === 0 ? [] : [part('lead', words.failed({ count: leftWithout.length }))]),
    part('small', words.requested(done(decision.by, decision.at))),
    ...(approval ? [part('small', words.approved(done(approval.by, approval.at)))] : []),
    part(
      'small',
      begunAt === undefined
        ? words.ended({ ended: at(endedAt) })
        : words.span({ begun: at(begunAt), ended: at(endedAt) }),
    ),
    part('small', chosen === '' ? words.nothingChosen : words.chosen({ steps: chosen })),
  ];
};

const removed: Make = (certificate, speech) => {
  const { removed: words, nothing } = speech.words;
  const entries = certificate.removed.flatMap((removal) => {
    const { askedAt, provedAt, by, what } = removal;
    const facts = { person: by.name, verified: timeWords(provedAt, speech) };
    return [
      part('entry', thingWords(removal, speech)),
      part(
        'detail',
        askedAt === undefined
          ? words.unrequested(facts)
          : words.requested({ ...facts, time: timeWords(askedAt, speech) }),
      ),
      part('detail', words.proofs[what]),
      ...ids(removal, speech),
    ];
  });
  return [part('heading', words.title), ...(entries.length === 0 ? [part('line', nothing)] : entries)];
};

const failed: Make = ({ leftWithout }, speech) => {
  if (leftWithout.length === 0) return [];
  const { failed: words } = speech.words;
  const entries = leftWithout.flatMap((left) => [
    part('entry', thingWords(left, speech)),
    part('detail', whyNotRemoved(left, speech.words)),
    part('detail', words.wentOn({ person: who(left.decidedBy, speech), time: timeWords(left.decidedAt, speech) })),
    ...ids(left, speech),
  ]);
  return [part('heading', words.title), ...entries];
};

const remains: Make = (certificate, speech) => {
  const { remains: words, about, givesAccess, nothing } = speech.words;
  const { lines, readAt } = certificate.remains;
  const entries = lines.flatMap((line) => [
    part('entry', about({ what: itemWords(line, speech), text: givesAccess[line.givesAccess] })),
    ...relationshipRoles(line, speech).map((text) => part('detail', text)),
    part('detail', remainsWords(line, certificate, speech)),
  ]);
  return [
    part('heading', words.title),
    part('small', words.asRead({ time: timeWords(readAt, speech) })),
    ...(entries.length === 0 ? [part('line', nothing)] : entries),
  ];
};

const connected: Make = ({ tied: { readAt, lines } }, speech) => {
  const { connected: words, about, nothing } = speech.words;
  return [
    part('heading', words.title),
    part('small', words.asRead({ time: timeWords(readAt, speech) })),
    ...(lines.length === 0 ? [part('line', nothing)] : []),
    ...lines.map((line) => part('line', about({ what: itemWords(line, speech), text: fateWords(line, speech) }))),
  ];
};

function ids(thing: Removal | Leaving, { words: { removed: words } }: CertificateSpeech): readonly PagePart[] {
  const { requestIds } = thing;
  return [
    ...('relationshipId' in thing ? [part('detail', words.relationship({ id: thing.relationshipId }))] : []),
    ...(requestIds.length === 0 ? [] : [part('detail', words.requestIds({ ids: requestIds.join(', ') }))]),
  ];
}

function who({ id, name }: Person, { words }: CertificateSpeech): string {
  return id === '' ? name : words.person({ name, id });
}

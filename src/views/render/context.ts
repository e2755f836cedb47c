// What every view knows besides its subject.

import type { AccessTemplates } from '../../domain/access/access-templates.js';
import type { OwnMessages } from '../../domain/message-languages.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { EvidenceByTemplate } from '../../domain/onboarding/template-evidence.js';
import type { Problem } from '../../domain/problem.js';
import type { SecondAdminRules } from '../../domain/second-admin.js';
import type { RoleName } from '../../domain/tenant/commands.js';
import type { TicketSubject } from '../../domain/tenant/required-ticket.js';
import { type Instant, startOfMinute } from '../../domain/time.js';
import type { Language, Words } from '../catalogue.js';
import type { Literal } from '../words/text-types.js';
import { type NamedPerson, namingOf } from './naming.js';
import type { Frame } from './templates.js';
import { joined, link, phrase, timeOfDay } from './text.js';

/** Why what's shown may be out of date. */
export interface Staleness {
  readonly since: Instant;
  /** Absent: Microsoft isn't the cause, or the cause isn't known. */
  readonly problem?: Problem | undefined;
}

/** What was typed as the reference of a ticket, and what is wrong with it. */
export interface TypedTicket {
  /** Absent: the card had no input for it. */
  readonly text?: string | undefined;
  readonly problem?: Literal | undefined;
}

/** What's the same for all cards drawn at one moment. */
export interface ViewContext {
  /** The texts in the reader's language. */
  readonly words: Words;
  /** Whether the bot runs on the sandbox, which every card says. */
  readonly isSandbox: boolean;
  readonly templates: AccessTemplates;
  /** What of each template works at some customer. Absent: that wasn't determined. */
  readonly evidence?: EvidenceByTemplate | undefined;
  /** How many tenants have access that ends soon, within `endingSoonDays`. Absent: that wasn't counted. */
  readonly endingSoon?: number | undefined;
  /** To the minute, the precision of all cards. */
  readonly now: Instant;
  /** The reader's role: the card has only the buttons they may press. Absent: several people read it, and it has all. */
  readonly role?: RoleName | undefined;
  /** The partner's name from the settings. Absent: not set. */
  readonly partnerName?: string | undefined;
  /** Texts of the partner's own for the message to a customer. Absent: there are none. */
  readonly ownMessages?: OwnMessages | undefined;
  /** What the partner has a second admin approve. Absent: nothing. */
  readonly secondAdmin?: SecondAdminRules | undefined;
  /** What takes the reference of a ticket. Absent: nothing does. */
  readonly ticketSubjects?: readonly TicketSubject[] | undefined;
  /** What the person has typed as one. Absent: nothing yet. */
  readonly typedTicket?: TypedTicket | undefined;
  /** When everything was last read from Microsoft. Absent: not yet. */
  readonly asOf?: Instant | undefined;
  /** As of when what's shown is known, while what other replicas have changed since can't be read. Absent: now. */
  readonly knownAsOf?: Instant | undefined;
  /** Since when, and why, Microsoft can't be read. Absent: it can. */
  readonly failing?: Staleness | undefined;
  /** Since when, and why, no one is signed in, so that Gatehouse reads what it can and changes nothing. Absent: someone is. */
  readonly signInLost?: Staleness | undefined;
  /** The newest exit certificate of a tenant. Absent, or `undefined`: it was never offboarded completely. */
  readonly certificateOf?: ((tenantId: string) => IssuedCertificate | undefined) | undefined;
  /** Whom the card names, so that Teams tells them. Absent: no one. */
  readonly concerned?: readonly NamedPerson[] | undefined;
  /** The page on which to act as a customer of the sandbox. Absent: there's none, or the customers are real. */
  readonly sandboxPage?: ((tenantId: string) => string) | undefined;
}

/** Gives the context as of now, for one role or for several people, in a language. */
export type ContextOf = (role: RoleName | undefined, language: Language) => ViewContext;

const ofMoment = ['now', 'asOf', 'failing', 'signInLost', 'templates', 'evidence', 'endingSoon'] as const;

/** Days within which an end counts as soon on the card of the list. */
export const endingSoonDays = 30;

/** What becomes another one by itself, the same for every reader. */
export type ViewMoment = Pick<ViewContext, (typeof ofMoment)[number]>;

/**
 * Makes contexts that stay the same object as long as nothing in them changes, so that cards drawn with one can be reused.
 * `contextAt` makes one of a moment, whose `now` is to the minute.
 */
export function steadyContexts(
  momentNow: () => ViewMoment,
  contextAt: (moment: ViewMoment, ...reader: Parameters<ContextOf>) => ViewContext,
): (role?: RoleName, language?: Language) => ViewContext {
  const contexts = new Map<string, ViewContext>();
  let moment: ViewMoment | undefined;
  return (role, language = 'en') => {
    const exact = momentNow();
    const next = { ...exact, now: startOfMinute(exact.now) };
    // Those of an earlier moment are never asked for again, and would keep the cards that were drawn with them.
    if (!moment || !isSame(moment, next)) contexts.clear();
    moment = next;
    const key = `${language} ${role}`;
    const context = contexts.get(key) ?? contextAt(moment, role, language);
    contexts.set(key, context);
    return context;
  };
}

function isSame(a: ViewMoment, b: ViewMoment): boolean {
  return ofMoment.every((key) => a[key] === b[key]);
}

/**
 * The frame of a card: its language, and above it that what's known isn't up to date, and while the bot runs on the sandbox that
 * it does, with the way to act as the customer.
 */
export function frameOf(
  { words, isSandbox, sandboxPage, knownAsOf, concerned = [] }: ViewContext,
  fallbackText: Literal,
  tenantId?: string,
): Frame {
  const page = tenantId === undefined ? undefined : sandboxPage?.(tenantId);
  const play = page === undefined ? '' : phrase` · ${link(words.card.playCustomer, page)}`;
  const sandbox = isSandbox ? phrase`${words.card.sandbox}${play}` : '';
  const age = knownAsOf === undefined ? '' : words.card.knownAsOf({ time: timeOfDay(knownAsOf) });
  const naming = namingOf(concerned, words);
  return { lang: words.language.tag, banner: joined([age, sandbox], '\n\n'), fallbackText, naming };
}

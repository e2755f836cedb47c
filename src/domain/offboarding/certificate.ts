// The exit certificate, and what's kept of it once everything else about the tenant has been deleted.

import type { MessageLanguage } from '../message-languages.js';
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { AccessLeft, GivesAccess, Tie } from './access-left.js';
import type { ItemRecord, PlanLineRecord } from './certificate-items.js';
import type { ReasonNot } from './obstacles.js';
import type { OffboardingChoice } from './plan.js';
import type { Target } from './task.js';

/**
 * The schema of a certificate: docs/exit-certificate.schema.json. Another version has another name and its own schema beside
 * it: version 1 says nothing of access, and both 1 and 2 say in English what version 3 says in codes.
 */
export const certificateSchema = 'urn:gatehouse:exit-certificate:3';

/** The partner, as a certificate names it. */
export interface CertificatePartner {
  readonly name: string;
  /** The partner's Entra tenant id. Absent: not known. */
  readonly tenantId?: string | undefined;
}

/** A removed thing, by Microsoft's ids. */
export type RemovedThing =
  | Extract<Tie, { readonly what: 'assignment' | 'relationship' }>
  | { readonly what: Exclude<Target['kind'], 'assignment' | 'relationship'> };

/** A removal, and its proof. */
export type Removal = RemovedThing & {
  readonly step: OffboardingChoice;
  /** When Microsoft accepted the request. Absent: none was needed, or the answer was lost. */
  readonly askedAt?: Instant | undefined;
  /** When a later reading showed that it's gone. */
  readonly provedAt: Instant;
  /** In whose name. */
  readonly by: Person;
  /** Microsoft's request ids of the calls made for it, the last one last. */
  readonly requestIds: readonly string[];
};

/** Something that was chosen and refused, and without which a person decided to go on. */
export type Leaving = RemovedThing & {
  readonly step: OffboardingChoice;
  readonly decidedBy: Person;
  readonly decidedAt: Instant;
  readonly why: 'microsoft' | 'unconfirmed' | ReasonNot;
  /** Microsoft's answer. Absent: it wasn't Microsoft that refused. */
  readonly problem?: Problem | undefined;
  readonly requestIds: readonly string[];
};

/**
 * Why something is still there.
 * - `notChosen`: its step wasn't chosen when the offboarding was decided.
 * - `leftWithout`: its removal was refused, and a person decided to go on without it.
 * - `foundLater`: it wasn't in the plan that was agreed to, or came back.
 * - `purchase`: bought through the partner, and gives no access.
 * - the rest: why it couldn't be removed; `unread`: it's not known whether there's anything.
 */
export type WhyRemains = 'notChosen' | 'leftWithout' | 'foundLater' | 'purchase' | ReasonNot;

/** Something that the last reading found still there, or couldn't read. */
export type Remaining = ItemRecord & {
  readonly givesAccess: GivesAccess;
  readonly why: WhyRemains;
};

/** What a certificate says in codes and names, without a sentence. */
export interface CertificateFacts {
  readonly schema: typeof certificateSchema;
  readonly schemaVersion: 3;
  /** The offboarding's id. */
  readonly number: string;
  readonly issuedAt: Instant;
  /** The language of the statement and of the page that was issued with the file. */
  readonly language: MessageLanguage;
  readonly partner: CertificatePartner;
  readonly tenant: { readonly tenantId: string; readonly name: string; readonly domain: string };
  /** Whether the partner still has access, by the last reading. */
  readonly access: AccessLeft;
  readonly decision: {
    readonly by: Person;
    readonly at: Instant;
    readonly steps: readonly OffboardingChoice[];
    readonly secondAdminRequired: boolean;
    /** Absent: no second admin had to agree. */
    readonly approval?: { readonly by: Person; readonly at: Instant } | undefined;
  };
  /** When the first step was taken. Absent: there was nothing to do. */
  readonly begunAt?: Instant | undefined;
  readonly endedAt: Instant;
  /** The plan that was agreed to. */
  readonly tied: { readonly readAt: Instant; readonly lines: readonly PlanLineRecord[] };
  readonly removed: readonly Removal[];
  readonly leftWithout: readonly Leaving[];
  /** What the last reading found, once nothing was left to do. */
  readonly remains: { readonly readAt: Instant; readonly lines: readonly Remaining[] };
}

/** The document for the customer: what connected the partner to the tenant, what's gone, and what isn't. */
export interface Certificate extends CertificateFacts {
  readonly access: AccessLeft & {
    /** The answer in words, with both names. */
    readonly statement: string;
  };
}

/** SHA-256 of the two files of a certificate, in lower-case hex. */
export interface CertificateHashes {
  readonly json: string;
  readonly pdf: string;
}

/** The two files of a certificate. */
export const certificateKinds = ['pdf', 'json'] as const;

/** One of them. */
export type CertificateKind = (typeof certificateKinds)[number];

/** Something that's still there, as a card shows it. */
export interface StillThere {
  /** Absent: the certificate is of version 2, of which only `name` was kept. */
  readonly tie?: Tie | undefined;
  /** In English. Foreign text. */
  readonly name?: string | undefined;
  readonly givesAccess: GivesAccess;
  readonly why?: WhyRemains | undefined;
}

/** Whether access is left, as a card shows it. A text is the English name of a tie, from a certificate of version 2. */
export interface ShownAccess {
  readonly is: AccessLeft['is'];
  readonly by: readonly (Tie | string)[];
  readonly notKnown: readonly (Tie | string)[];
}

/** A certificate that has been written, as cards show it. The files themselves are in the archive. */
export interface IssuedCertificate {
  /** The offboarding's id. */
  readonly id: string;
  readonly tenantId: string;
  /** Foreign text. */
  readonly tenantName: string;
  readonly issuedAt: Instant;
  /** Who decided the offboarding. */
  readonly by: Person;
  readonly approvedBy?: Person | undefined;
  /** Number of things proved to be gone. */
  readonly removedCount: number;
  /** Number of things left that a person can act on; 0: nothing connects the partner to the tenant any more. */
  readonly remainsCount: number;
  /** Absent: the certificate is of version 1, and only its file says what remains. */
  readonly access?: ShownAccess | undefined;
  /** Absent: the certificate is of version 1 or 2, which were written in English. */
  readonly language?: MessageLanguage | undefined;
  /** What's left that a person can act on, what gives access first; of many, the first few. */
  readonly stillThere?: readonly StillThere[] | undefined;
  readonly hashes: CertificateHashes;
}

/** Whether a person can act on what remains; a purchase isn't acted on here. */
export function isActionable({ what }: Pick<Remaining, 'what'>): boolean {
  return what !== 'subscription' && what !== 'reservation';
}

// What does an exit certificate say, and what is kept of an exit once everything else about the tenant has been deleted?

import type { Problem } from '../health/problem.js';
import type { Person } from '../person.js';
import type { Instant } from '../time.js';
import type { AccessLeft, GivesAccess, StillThere } from './access-left.js';
import type { ItemRecord, PlanLineRecord } from './certificate-items.js';
import type { ReasonNot } from './obstacles.js';
import type { OffboardingStep } from './plan.js';
import type { Target } from './task.js';

/**
 * Which schema a certificate keeps to: docs/exit-certificate.schema.json. Another version, another name; those of
 * version 1, which said nothing of access, keep to docs/exit-certificate-1.schema.json.
 */
export const certificateSchema = 'urn:gatehouse:exit-certificate:2';

/** The partner, as a certificate names it. */
export interface CertificatePartner {
  readonly name: string;
  /** The partner's Entra tenant id. Absent: not known. */
  readonly tenantId?: string | undefined;
}

/** What a removed thing was, by the ids that Microsoft knows it by. */
export type RemovedThing =
  | {
      readonly what: 'assignment';
      readonly relationshipId: string;
      readonly assignmentId: string;
      readonly groupId: string;
      /** Absent: neither the access template nor Microsoft Graph told it. */
      readonly groupName?: string | undefined;
    }
  | { readonly what: 'relationship'; readonly relationshipId: string; readonly name: string }
  | { readonly what: Exclude<Target['what'], 'assignment' | 'relationship'> };

/** Something that was removed, and how that is known. */
export type Removal = RemovedThing & {
  readonly step: OffboardingStep;
  /** When Microsoft took the request. Absent: nothing had to be asked for, or the answer was lost. */
  readonly askedAt?: Instant | undefined;
  /** When a later reading showed that it was gone. */
  readonly provedAt: Instant;
  /** In whose name. */
  readonly by: Person;
  /** Microsoft's ids of the calls made for it, the last one last. */
  readonly requestIds: readonly string[];
  /** What the later reading showed, in words. */
  readonly proof: string;
};

/** Something that was chosen, refused, and left at that by somebody. */
export type Leaving = RemovedThing & {
  readonly step: OffboardingStep;
  readonly decidedBy: Person;
  readonly decidedAt: Instant;
  readonly why: 'microsoft' | 'unconfirmed' | ReasonNot;
  /** What Microsoft answered. Absent: it was not Microsoft that refused. */
  readonly problem?: Problem | undefined;
  readonly requestIds: readonly string[];
  /** Why, in words. */
  readonly explanation: string;
};

/**
 * Why something is still there.
 * - `notChosen`: whoever decided the exit did not choose its step.
 * - `leftWithout`: it was refused, and somebody decided to go on without it.
 * - `foundLater`: it was not in the plan that was agreed to, or came back.
 * - `purchase`: something bought through the partner, which gives no access.
 * - the rest: why it could not be removed; `unread`: it is not known whether there is anything.
 */
export type WhyRemains = 'notChosen' | 'leftWithout' | 'foundLater' | 'purchase' | ReasonNot;

/** Something that the last reading found still there, or of which it could find nothing out. */
export type Remaining = ItemRecord & {
  readonly givesAccess: GivesAccess;
  readonly why: WhyRemains;
  /** Why it is still there, who can do what about it, and until when, in words. */
  readonly explanation: string;
};

/** What is handed to the customer: what tied the partner to the tenant, what has gone, and what has not. */
export interface Certificate {
  readonly schema: typeof certificateSchema;
  readonly schemaVersion: 2;
  /** The exit's id. */
  readonly number: string;
  readonly issuedAt: Instant;
  readonly partner: CertificatePartner;
  readonly tenant: { readonly tenantId: string; readonly name: string; readonly domain: string };
  /** The customer's question: does the partner still have access, as the last reading found it? */
  readonly access: AccessLeft & {
    /** The answer in words, with both names. */
    readonly statement: string;
  };
  readonly decision: {
    readonly by: Person;
    readonly at: Instant;
    readonly steps: readonly OffboardingStep[];
    readonly secondAdminRequired: boolean;
    /** Absent: nobody else had to agree. */
    readonly approval?: { readonly by: Person; readonly at: Instant } | undefined;
  };
  /** When the first thing was done. Absent: there was nothing to do. */
  readonly begunAt?: Instant | undefined;
  readonly endedAt: Instant;
  /** The plan that was agreed to. */
  readonly tied: { readonly readAt: Instant; readonly lines: readonly PlanLineRecord[] };
  readonly removed: readonly Removal[];
  readonly leftWithout: readonly Leaving[];
  /** What a last reading found, once nothing was left to do. */
  readonly remains: { readonly readAt: Instant; readonly lines: readonly Remaining[] };
  /** What became of what Gatehouse knew of the tenant. */
  readonly deletedAfterwards: string;
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

/** A certificate that has been written, as a card shows it. The files themselves are in the archive. */
export interface IssuedCertificate {
  /** The exit's id. */
  readonly id: string;
  readonly tenantId: string;
  /** Foreign text. */
  readonly tenantName: string;
  readonly issuedAt: Instant;
  /** Who decided the exit. */
  readonly by: Person;
  readonly approvedBy?: Person | undefined;
  /** How many things were proved to be gone. */
  readonly removedCount: number;
  /** How many things remain that we or the customer could act on; 0: nothing ties us to the tenant any more. */
  readonly remainsCount: number;
  /** Whether the partner still has access. Absent: the certificate is of version 1, whose file alone says what remains. */
  readonly access?: AccessLeft | undefined;
  /** What remains that we or the customer could act on, by name; the first few of many. */
  readonly stillThere?: readonly StillThere[] | undefined;
  readonly hashes: CertificateHashes;
}

// Files that wait for the one person they are for: behind a link, or offered to them. And the contract of where they wait.
import type { Person } from '../../domain/person.js';
import type { RoleName } from '../../domain/tenant/commands.js';

/** What files contain, by which whatever opens one knows it. */
export const handedTypes = {
  pdf: 'application/pdf',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The audit log's words for opening a file. */
export const openings = ['certificateOpened', 'offboardingPlanOpened', 'exportOpened', 'approvalLinksOpened'] as const;

/** A file for one person. */
export interface HandedFile {
  /** Its name on the person's disk: letters, digits, dots and hyphens. */
  readonly name: string;
  readonly contentType: (typeof handedTypes)[keyof typeof handedTypes];
  readonly bytes: Uint8Array;
  /** Absent: it isn't about one tenant. */
  readonly tenantId?: string | undefined;
  /** The role that its person must have still. Absent: admin. */
  readonly leastRole?: RoleName | undefined;
  /** The audit log's word for opening it. */
  readonly what: (typeof openings)[number];
  /** What was opened, for the audit log: a certificate's number and the kind of file, which rows and how many, or of which batch. */
  readonly subject?: string | undefined;
}

/** A file that a link opens. */
export interface LinkedFile {
  readonly person: Person;
  readonly file: HandedFile;
}

/** Files that wait, and go once they're over: at the next call that is about one, or when they're pruned. */
interface Pruned {
  /** Leaves nothing of what is over by now. @throws StoreError */
  prune(): Promise<void>;
}

/**
 * Links that open a file, by the hash of their token: who reads where they are kept, or a copy of it, can open none of them.
 * They may all be lost in a crash. `test/store/waiting-files-contract.ts` holds this.
 */
export interface Links extends Pruned {
  /**
   * Resolves once the link opens for all that share the place, for so many seconds, however any wall clock is set. There may be
   * so many links, or so many bytes behind them, that the oldest end early for it.
   * @throws StoreError when it can't be kept.
   */
  make(tokenHash: string, linked: LinkedFile, lastsSeconds: number): Promise<void>;
  /**
   * What the link of a token's hash opens; `undefined`: none, or none any more.
   * @throws StoreError when that can't be found out.
   */
  find(tokenHash: string): Promise<LinkedFile | undefined>;
}

/** A file that a person was asked in a conversation whether they want. */
export interface OfferedFile extends LinkedFile {
  readonly conversationId: string;
}

/** An offer that was taken, which is over with that. */
export interface TakenOffer extends OfferedFile {
  /** For how long it would have been open still. */
  readonly leftMs: number;
}

/** Offers of files. They may all be lost in a crash. `test/store/waiting-files-contract.ts` holds this. */
export interface Offers extends Pruned {
  /**
   * Resolves once the offer can be taken by any of those who share the place, for so many milliseconds. The oldest may end early for it.
   * @throws StoreError when it can't be kept.
   */
  put(id: string, offer: OfferedFile, lastsMs: number): Promise<void>;
  /**
   * Takes the offer of an id that was made to this person in this conversation: of several who take it at once, one has it.
   * `undefined`: there's none, or it isn't theirs.
   * @throws StoreError when that can't be found out; then it may have been taken.
   */
  take(id: string, by: { readonly personId: string; readonly conversationId: string }): Promise<TakenOffer | undefined>;
}

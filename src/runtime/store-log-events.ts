// The events of the log about where data is kept, with their fields.

/** Fields of a line about something that didn't work. */
type Failed = { readonly error: unknown };
/** Fields of a failed run of a background worker: its key, where it has a name, and how often in a row. */
type RunFailed = Failed & { readonly failures?: number };
type OfFile = { readonly file: string };
type TornTail = OfFile & { readonly line: number; readonly bytes: number; readonly keptIn: string };
type Nothing = Readonly<Record<never, never>>;

/** Part of `LogEvents`, by the same rules. */
export type StoreLogEvents = {
  // The data folder
  readonly halfWrittenRemoved: { readonly files: readonly string[] };
  readonly tornTailKept: TornTail;
  readonly endMarkUnread: Failed & OfFile;
  readonly cardsNotRead: Failed & OfFile;
  readonly cardsNotKept: Failed;
  readonly cardsNotShared: RunFailed;
  readonly auditEndNotKept: Failed;
  readonly auditBegunAnew: OfFile & { readonly lines: number; readonly hash: string };
  readonly dataFolderNotWritten: { readonly code: string; readonly why: string };
  readonly dataFolderNotProbed: RunFailed;
  readonly dataFolderWrittenAgain: Nothing;
  readonly dataFolderLost: Failed;

  // The database
  /** `server`: its version. */
  readonly databaseOpened: { readonly server: string };
  /** The bot signs in as a user who may change what it wrote, and so may anyone who gets hold of its password. */
  readonly databaseMayBeRewritten: { readonly user: string; readonly cure: string };
  readonly databaseAway: Failed;
  readonly databaseBack: Nothing;
  readonly paceNotAsked: Failed;
  readonly databaseNotReached: RunFailed;
  /** The connection that holds the locks; it's made anew. */
  readonly databaseSessionLost: Nothing;
  /** A lock stays taken until the session ends. */
  readonly lockNotReleased: Failed;
  /** How many replicas are alive, as this one sees it; 0: it has lost its session, and with it its duties. */
  readonly replicasChanged: { readonly count: number };
  readonly replicasNotSeen: RunFailed;
  readonly clockNotCompared: RunFailed;
  /** What became of a commit whose answer was lost. */
  readonly commitSettled: { readonly isSaved: boolean };
  readonly commitNotSettled: Failed;
  readonly changesNotRead: RunFailed;
  readonly databaseNotPruned: RunFailed;
  readonly waitingFilesNotPruned: RunFailed;
  /** `isSameHistory`: we were behind for more than a day; else a backup was restored, or commits are gone. */
  readonly databaseLoadedAnew: { readonly isSameHistory: boolean };
};

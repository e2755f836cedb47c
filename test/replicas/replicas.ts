// Several replicas of the real bot on one database, behind what hands requests to them in turn.
import type { Call, MicrosoftProcess } from '../crash/microsoft-process.js';
import { Bell } from '../crash/moments.js';
import type { Sender } from '../crash/news.js';
import { OwnDatabase } from './own-database.js';
import { Reconciles } from './reconciles.js';
import { Replica } from './replica.js';
import { RoundRobin } from './round-robin.js';
import { SavedRows } from './saved-rows.js';

type AllReplicas = readonly [Replica, ...Replica[]];

const away = /"databaseAway"|the database doesn’t answer|the database’s answer to a commit was lost/;
const closedOrAway = new RegExp(`${away.source}|the store is closed`);

// The login of each, too.
const names = ['replica_1', 'replica_2', 'replica_3'] as const;

/** What replicas take. */
export interface ReplicasOptions {
  /** Their working folder. */
  readonly home: string;
  readonly microsoft: MicrosoftProcess;
  /** Besides what points them at Microsoft and their database. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether each has an address of its own for the database, so that its packets alone can be dropped. Default: no. */
  readonly hasOwnAddresses?: boolean;
}

/** Three of them. */
export class Replicas {
  readonly database: OwnDatabase;
  readonly saved: SavedRows;
  readonly all: AllReplicas;
  readonly robin: RoundRobin;
  readonly reconciles: Reconciles;

  private constructor(
    database: OwnDatabase,
    parts: { readonly all: AllReplicas; readonly robin: RoundRobin; readonly reconciles: Reconciles },
  ) {
    this.database = database;
    this.saved = new SavedRows(database);
    this.all = parts.all;
    this.robin = parts.robin;
    this.reconciles = parts.reconciles;
  }

  /** Starts them on a database of their own, all at once, as the first that it has seen. */
  static async start({ home, microsoft, settings, hasOwnAddresses = false }: ReplicasOptions): Promise<Replicas> {
    const database = await OwnDatabase.start(names, hasOwnAddresses);
    const reconciles = new Reconciles();
    const place = async (name: string): Promise<Replica> => {
      const bell = new Bell();
      const onCall = (call: Call) => {
        replica.onCall?.(call);
        return reconciles.heard(name, replica.processes.at(-1)?.hits ?? [], call);
      };
      const holds = (call: Call) => replica.holds?.(call);
      const tap = await microsoft.tap({ bell, takesEvents: true, onCall, holds });
      const own = { DATABASE_URL: database.urlOf(name), OFFBOARD_GRACE_MINUTES: '0' };
      const replica = new Replica(bell, { name, folder: home, settings: { ...tap, ...own, ...settings } });
      return replica;
    };
    const [one, two, three] = names;
    const all: AllReplicas = [await place(one), await place(two), await place(three)];
    const robin = await RoundRobin.start(all);
    const replicas = new Replicas(database, { all, robin, reconciles });
    await Promise.all(all.map((replica) => replica.start()));
    await robin.has(all.length);
    return replicas;
  }

  /** The replica that the process of that name is, or was. */
  replicaOf(processName: string): Replica | undefined {
    return this.all.find(({ processes }) => processes.some(({ name }) => name === processName));
  }

  /** The process of that name, as one that sends messages. */
  senderOf(name: string): Sender | undefined {
    const replica = this.replicaOf(name);
    const process = replica?.processes.find((each) => each.name === name);
    return replica && process && { name, hits: process.hits, bell: replica.bell };
  }

  /**
   * Every error that any process has told of, but that its database was away, and that it came to the end of a stop while a
   * request was still under way, which it cuts off after two seconds.
   */
  get errors(): readonly string[] {
    const processes = this.all.flatMap((replica) => replica.processes);
    return processes.flatMap(({ errors, isStopping }) =>
      errors.filter((line) => !(isStopping ? closedOrAway : away).test(line)),
    );
  }

  /** What each has said last. */
  get story(): string {
    return this.all.map(({ story }) => story).join('\n\n');
  }

  async end(): Promise<void> {
    this.robin.end();
    await Promise.all(this.all.map((replica) => replica.end()));
    await this.database.end();
  }
}

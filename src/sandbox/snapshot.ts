// Keeps the world between runs in one JSON file, replaced all at once.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Cloud } from './cloud.js';
import { type KeptAuthority, keptEvents } from './events/model.js';
import { keptTokens } from './login/tokens.js';
import { appRegistration } from './world/app-registration.js';
import { startingGroups } from './world/directory.js';
import { customer, group, relationship } from './world/model.js';

const shortestDelayMs = 250;
const restPerWrite = 10;

const kept = z.object({
  version: z.literal(1),
  revision: z.number().int(),
  // A file from before time could be put forward lacks this.
  aheadMs: z.number().min(0).default(0),
  customers: z.array(customer),
  relationships: z.array(relationship),
  tokens: keptTokens,
  // A file from before there were groups has none; an older one may lack some.
  groups: z.array(group).default(startingGroups),
  hasAllGroups: z.boolean().default(false),
  removedUserIds: z.array(z.string()).default(() => []),
  // A file from before there was a sign-in lacks this.
  registration: appRegistration.default(() => appRegistration.parse({})),
  // Nor events.
  events: keptEvents.default(() => ({ registration: null, deliveries: [], auditRecords: [], authority: null })),
});

/** The result of reading a file. */
export interface Restored {
  readonly isRestored: boolean;
  /** The keys and certificates that signed events before. */
  readonly authority?: KeptAuthority | undefined;
}

/** Restores the world, unless there's no file, or a broken one, which is renamed and so kept. */
export async function restore(cloud: Cloud, file: string): Promise<Restored> {
  const text = await readFile(file, 'utf8').catch(whenMissing);
  if (text === undefined) return { isRestored: false };
  const snapshot = parse(text);
  if (!snapshot) {
    await rename(file, `${file}.broken-${cloud.world.now().replaceAll(/[:.]/g, '-')}`);
    return { isRestored: false };
  }
  // Before anything else, as all of it is from then.
  if (snapshot.aheadMs > 0) void cloud.world.skip(snapshot.aheadMs);
  for (const one of snapshot.customers) cloud.world.addCustomer(one);
  for (const one of snapshot.relationships) cloud.world.addRelationship(one);
  const missing = snapshot.hasAllGroups ? [] : startingGroups();
  for (const one of [...missing, ...snapshot.groups]) cloud.world.directory.addGroup(one);
  for (const id of snapshot.removedUserIds) cloud.world.directory.removeUser(id);
  cloud.world.registration = snapshot.registration;
  cloud.world.revision = snapshot.revision;
  cloud.tokens.restore(snapshot.tokens);
  cloud.events.restore(snapshot.events);
  return { isRestored: true, authority: snapshot.events.authority ?? undefined };
}

/** Writes the world to its file soon after a change, never twice at once, and pauses longer than it writes. */
export class Keeper {
  readonly #cloud: Cloud;
  readonly #file: string;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #delayMs = shortestDelayMs;

  constructor(cloud: Cloud, file: string) {
    this.#cloud = cloud;
    this.#file = file;
  }

  /** Records a change. `flush` reports a failure to write. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.flush().catch(() => {});
    }, this.#delayMs);
  }

  /** Writes at once what isn't written yet. @throws the file system's error */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.catch(() => {}).then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    const startMs = performance.now();
    const { world, tokens, events } = this.#cloud;
    const snapshot: z.infer<typeof kept> = {
      version: 1,
      revision: world.revision,
      aheadMs: world.aheadMs,
      customers: [...world.customers()],
      relationships: [...world.relationships()],
      tokens: tokens.keep(),
      groups: world.directory.groups(),
      hasAllGroups: true,
      removedUserIds: world.directory.removedUserIds(),
      registration: world.registration,
      events: events.keep(),
    };
    await mkdir(dirname(this.#file), { recursive: true });
    await writeFile(`${this.#file}.tmp`, JSON.stringify(snapshot));
    await rename(`${this.#file}.tmp`, this.#file);
    this.#delayMs = Math.max(shortestDelayMs, restPerWrite * (performance.now() - startMs));
  }
}

function parse(text: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

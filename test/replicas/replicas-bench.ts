// Replicas with Microsoft and Teams around them.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Verb } from '../../src/views/render/verbs.js';
import { Play } from '../crash/play.js';
import type { Scene } from '../crash/tenant-story.js';
import { buttonFor, type Pressable, textOf } from '../support/card-reading.js';
import type { Replica } from './replica.js';
import { Replicas, type ReplicasOptions } from './replicas.js';

/** What a bench is made of. */
export interface BenchOptions extends Pick<ReplicasOptions, 'settings' | 'hasOwnAddresses'> {
  /** How often something will befall them, which says how many tenants will be needed at most. */
  readonly times?: number;
}

/** Everything that runs. */
export class ReplicasBench {
  readonly play: Play;
  readonly replicas: Replicas;
  readonly #home: string;

  private constructor(home: string, play: Play, replicas: Replicas) {
    this.#home = home;
    this.play = play;
    this.replicas = replicas;
  }

  /** Starts all of it; clicks and Partner Center's events go to the replicas in turn. */
  static async start({ times = 0, ...options }: BenchOptions = {}): Promise<ReplicasBench> {
    const home = await mkdtemp(join(tmpdir(), 'gatehouse-replicas-'));
    const play = await Play.prepare(home, times);
    const replicas = await Replicas.start({ home, microsoft: play.microsoft, ...options });
    const { url } = replicas.robin;
    play.teams.connect(url);
    await play.microsoft.control('/webhook', { url: `${url}/api/partner-center` });
    return new ReplicasBench(home, play, replicas);
  }

  /** Clicks at one replica; gives the card that it answers with. */
  async click(
    replica: Replica,
    { chat, message }: Pick<Scene, 'chat' | 'message'>,
    [verb, data]: readonly [Verb, Record<string, unknown>],
  ): Promise<unknown> {
    const { teams } = this.play;
    teams.connect(replica.url ?? assert.fail(`${replica.name} isn’t there`));
    const answering = chat.clicks(message, { type: 'Action.Execute', verb, data });
    teams.connect(this.replicas.robin.url);
    const { status, body } = await answering;
    const { type, value } = body as { type?: string; value?: unknown };
    assert.deepEqual([status, type], [200, 'application/vnd.microsoft.card.adaptive'], JSON.stringify(body));
    return value;
  }

  /** The button that enables a tenant, as the question has it. It must be in Partner Center's list. */
  async enabling({ chat, message }: Pick<Scene, 'chat' | 'message'>, tenantId: string): Promise<Pressable> {
    while (!(await this.replicas.saved.contents()).tenants.has(tenantId)) await pause(50);
    const open = { type: 'Action.Execute', verb: 'tenant.open', data: { tenantId } } as const;
    const { body } = await chat.clicks(message, open);
    const { value } = body as { readonly value?: unknown };
    const ask = buttonFor(value, 'tenant.askEnable') ?? assert.fail(`${tenantId} can’t be enabled: ${textOf(value)}`);
    const question = (await chat.clicks(message, ask)).body as { readonly value?: unknown };
    return buttonFor(question.value, 'tenant.enable') ?? assert.fail(textOf(question.value));
  }

  async end(): Promise<void> {
    await this.replicas.end();
    await this.play.end();
    await rm(this.#home, { recursive: true, force: true });
  }
}

/** A bench for the tests of a `describe`. */
export function aReplicasBench(options?: BenchOptions): () => ReplicasBench {
  let bench: ReplicasBench | undefined;
  before(async () => {
    bench = await ReplicasBench.start(options);
  });
  after(() => bench?.end());
  return () => bench ?? assert.fail('it has not been started');
}

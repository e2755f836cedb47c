// Kills the bot over and over, while tenants are onboarded and offboarded, and checks everything each time.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chat, FakeTeams } from '../support/fake-teams.js';
import { people } from '../support/world.js';
import { BotProcess } from './bot-process.js';
import { DataFolder } from './data-folder.js';
import { type Cause, Kill } from './kill.js';
import { MicrosoftProcess } from './microsoft-process.js';
import { Bell, type Moment, nextMoment } from './moments.js';
import { News } from './news.js';
import { Seeded } from './seeded.js';
import { Signal } from './signal.js';
import { type Ending, type Scene, TenantStory } from './tenant-story.js';

const seedCustomers = 17;
// Two lots of tenants, each lot in step, so that a kill hits some at a click while others wait for Microsoft.
const lanes = 2;
const tenantsInLane = 5;
// Loading takes one core for longer than a run lasts.
const loadedAhead = 2;
const endings: readonly Ending[] = ['disabled', 'left', 'asItIs'];

/** The whole of it: Microsoft and Teams, which live, and the bot, which does not. */
export class Ordeal {
  readonly bell = new Bell();
  readonly stories: TenantStory[] = [];
  /** How often each cause was the one that killed. */
  readonly killedAt = new Map<Cause, number>();
  readonly microsoft: MicrosoftProcess;
  readonly news: News;
  readonly folder: DataFolder;
  readonly #home: string;
  readonly #teams: FakeTeams;
  readonly #seeded: Seeded;
  #bot: BotProcess | undefined;
  readonly #atRest: TenantStory[] = [];
  readonly #loaded: BotProcess[] = [];
  #made = 0;
  #run = 0;
  #isOver = false;
  #up = new Signal();

  private constructor(home: string, teams: FakeTeams, microsoft: MicrosoftProcess, seed: number, bell: Bell) {
    this.#home = home;
    this.#teams = teams;
    this.#seeded = new Seeded(seed);
    this.bell = bell;
    this.microsoft = microsoft;
    this.folder = new DataFolder(join(home, 'data'));
    this.news = new News(teams, ['desk', 'team']);
  }

  /** Sets the scene. `kills` says how many tenants will be needed at most. */
  static async start(seed: number, kills: number): Promise<Ordeal> {
    const home = await mkdtemp(join(tmpdir(), 'gatehouse-crash-'));
    const bell = new Bell();
    const customers = seedCustomers + lanes * tenantsInLane * (2 + Math.ceil(kills / 8));
    const microsoft = await MicrosoftProcess.start(home, customers, bell);
    return new Ordeal(home, await FakeTeams.start(), microsoft, seed, bell);
  }

  /** Kills the bot so many times, then lets what is under way come to its end. */
  async goThrough(kills: number, onKill: (killed: number) => void): Promise<void> {
    const bot = this.#startBot();
    const url = await this.#ready(bot);
    this.#teams.connect(url);
    const chat = new Chat(this.#teams, people.alex, 'desk');
    await chat.installs();
    await new Chat(this.#teams, people.megan, 'team', 'groupChat').installs();
    const message = await chat.says('/tenants');
    this.news.listen(this.bell);
    await bot.stops();
    this.news.came(this.#run);

    const { microsoft, folder, news, bell } = this;
    const scene: Scene = { chat, message, microsoft, folder, news, bell, up: () => this.#up.promise };
    const failure = new Signal<never>();
    const playing = Promise.all(Array.from({ length: lanes }, () => this.#playLane(scene)));
    playing.catch((error) => failure.reject(error));
    failure.promise.catch(() => undefined);
    for (let killed = 1; killed <= kills; killed += 1) {
      await Promise.race([this.#killOnce(nextMoment(this.#seeded)), failure.promise]);
      await this.checkFolder();
      onKill(killed);
    }
    this.#isOver = true;
    const last = this.#startBot();
    this.#isUp(await this.#ready(last));
    await playing;
    await last.stops();
    this.news.came(this.#run);
  }

  /** What is on disk is whole, and has everything that the bot has said. */
  async checkFolder(): Promise<void> {
    const { tenants } = await this.folder.contents();
    for (const story of this.stories) story.check(tenants.get(story.tenantId));
    await this.folder.audit();
  }

  /** What the bot said last. */
  get story(): string {
    return this.#bot?.story ?? '';
  }

  async end(): Promise<void> {
    await this.#bot?.discard();
    await Promise.all(this.#loaded.map((bot) => bot.discard()));
    await this.microsoft.stop();
    await this.#teams.stop();
    await rm(this.#home, { recursive: true, force: true });
  }

  // Some tenants at once, and the next ones when those have come to rest.
  async #playLane(scene: Scene): Promise<void> {
    while (!this.#isOver) {
      const first = seedCustomers + this.stories.length + 1;
      const wave = Array.from({ length: tenantsInLane }, (_, index) => {
        const ending = endings[index % endings.length] ?? 'asItIs';
        const traits = { isAzureLater: this.#seeded.next() < 0.5, ending };
        return new TenantStory(first + index, scene, traits);
      });
      this.stories.push(...wave);
      await Promise.all(wave.map((story) => story.plays()));
      this.#atRest.push(...wave);
      await this.checkMicrosoft();
    }
  }

  /**
   * One relationship for each tenant that has come to rest, and one assignment for each group of it; where the tenant has
   * left, that relationship is terminated, and was asked to be once.
   */
  async checkMicrosoft(): Promise<void> {
    const relationships = await this.microsoft.relationships();
    for (const { tenantId, name, ending } of this.#atRest) {
      const own = relationships.filter(({ customer }) => customer?.tenantId === tenantId);
      if (ending === 'left') {
        const [relationship, ...more] = own;
        assert.deepEqual(more, [], `${name} at Microsoft`);
        assert.equal(relationship?.status, 'terminated', `${name} at Microsoft`);
        assert.ok(
          relationship.assignments.every(({ status }) => status === 'deleted'),
          name,
        );
        assert.equal(relationship.requests.filter(({ action }) => action === 'terminate').length, 1, name);
        continue;
      }
      assert.deepEqual(
        own.map(({ status, assignments }) => [status, assignments.map(({ groupId }) => groupId.at(-1)).sort()]),
        [['active', ['1', '2', '3']]],
        `${name} at Microsoft`,
      );
    }
    assert.deepEqual(this.microsoft.repeatedWrites(), [], 'Microsoft was asked twice');
  }

  #startBot(): BotProcess {
    const load = () =>
      new BotProcess(
        this.#home,
        { ...this.microsoft.settings, DATA_DIR: this.folder.path, OFFBOARD_GRACE_MINUTES: '0' },
        // Every other run, one that the run before left as a zombie.
        (this.#made++ & 1) === 1,
      );
    const bot = this.#loaded.shift() ?? load();
    while (this.#loaded.length < loadedAhead) this.#loaded.push(load());
    this.#run += 1;
    this.#bot = bot;
    bot.go();
    return bot;
  }

  async #ready(bot: BotProcess): Promise<string> {
    const url = await bot.ready;
    assert.ok(url !== undefined, `the bot did not start:\n${bot.story}`);
    return url;
  }

  #isUp(url: string): void {
    this.#teams.connect(url);
    this.#up.resolve();
  }

  async #killOnce(moment: Moment): Promise<void> {
    const bot = this.#startBot();
    const end = new Kill(moment, () => {
      bot.kill();
      // Whoever waits for a bot already goes on waiting for the next one.
      if (this.#up.isSettled) this.#up = new Signal();
    });
    this.bell.listener = (event) => {
      const isLost = end.hear(event) && this.#seeded.next() < 0.3;
      if (isLost && event === 'writeArrived') this.microsoft.losesNext = true;
      if (isLost && event === 'newsArrived') this.#teams.failures.push({ status: 502 });
    };
    this.bell.ring('started');
    void bot.ready.then((url) => {
      if (end.done.isSettled) return;
      if (url === undefined) return end.hearGone();
      this.#isUp(url);
      end.hearReady();
      this.bell.ring('ready');
    });
    const cause = await end.done.promise;
    this.bell.listener = undefined;
    await bot.killed();
    this.news.came(this.#run);
    this.killedAt.set(cause, (this.killedAt.get(cause) ?? 0) + 1);
  }
}

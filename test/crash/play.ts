// Microsoft and Teams, which live, and tenants that are onboarded and offboarded while the bot does not.
import assert from 'node:assert/strict';
import { Chat, FakeTeams } from '../support/fake-teams.js';
import { people } from '../support/world.js';
import { MicrosoftProcess } from './microsoft-process.js';
import type { Bell } from './moments.js';
import { News } from './news.js';
import type { SavedState } from './saved-state.js';
import type { Seeded } from './seeded.js';
import { type Ending, type Scene, TenantStory } from './tenant-story.js';

const seedCustomers = 17;
// Two lots of tenants, each lot in step, so that a kill hits some at a click while others wait for Microsoft.
const lanes = 2;
const tenantsInLane = 5;
const endings: readonly Ending[] = ['disabled', 'left', 'asItIs'];

/** What the tenants' stories take of whoever runs the bot. */
export interface Stage {
  readonly saved: SavedState;
  readonly seeded: Seeded;
  /** Hears of clicks and of news. */
  readonly bell: Bell;
  /** Resolves when the bot takes clicks. */
  readonly up: () => Promise<unknown>;
}

/** The play, and all that has to hold of it whenever it is looked at. */
export class Play {
  readonly stories: TenantStory[] = [];
  readonly microsoft: MicrosoftProcess;
  readonly teams: FakeTeams;
  readonly news: News;
  readonly #atRest: TenantStory[] = [];
  #isOver = false;

  private constructor(microsoft: MicrosoftProcess, teams: FakeTeams) {
    this.microsoft = microsoft;
    this.teams = teams;
    this.news = new News(teams, ['desk', 'team']);
  }

  /** Starts both. `home`: a folder for what their bots are given as files; `kills` says how many tenants will be needed at most. */
  static async prepare(home: string, kills: number): Promise<Play> {
    const customers = seedCustomers + lanes * tenantsInLane * (2 + Math.ceil(kills / 8));
    return new Play(await MicrosoftProcess.start(home, customers), await FakeTeams.start());
  }

  /** Has the bot met by two conversations that want all news. It must take clicks. */
  async meet(): Promise<Pick<Scene, 'chat' | 'message'>> {
    const chat = new Chat(this.teams, people.alex, 'desk');
    await chat.installs();
    await new Chat(this.teams, people.megan, 'team', 'groupChat').installs();
    return { chat, message: await chat.says('/tenants') };
  }

  /** Plays until it is told to come to its end. */
  async goOn(met: Pick<Scene, 'chat' | 'message'>, stage: Stage): Promise<void> {
    const { microsoft, news } = this;
    const { seeded, ...rest } = stage;
    const scene: Scene = { ...met, ...rest, microsoft, news };
    await Promise.all(Array.from({ length: lanes }, () => this.#playLane(scene, seeded)));
  }

  /** What has begun is played to its end. */
  finish(): void {
    this.#isOver = true;
  }

  /** What is saved is whole, and has everything that the bot has said. */
  async checkSaved(saved: SavedState): Promise<void> {
    const { tenants } = await saved.contents();
    for (const story of this.stories) story.check(tenants.get(story.tenantId));
    await saved.audit();
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

  async end(): Promise<void> {
    await this.microsoft.stop();
    await this.teams.stop();
  }

  // Some tenants at once, and the next ones when those have come to rest.
  async #playLane(scene: Scene, seeded: Seeded): Promise<void> {
    while (!this.#isOver) {
      const first = seedCustomers + this.stories.length + 1;
      const wave = Array.from({ length: tenantsInLane }, (_, index) => {
        const ending = endings[index % endings.length] ?? 'asItIs';
        const traits = { isAzureLater: seeded.next() < 0.5, ending };
        return new TenantStory(first + index, scene, traits);
      });
      this.stories.push(...wave);
      await Promise.all(wave.map((story) => story.plays()));
      this.#atRest.push(...wave);
      await this.checkMicrosoft();
    }
  }
}

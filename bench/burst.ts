// Ten thousand messages that are due at once: how fast they go out, and how people's questions fare meanwhile.
import { setTimeout as pause } from 'node:timers/promises';
import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import type { Relationship } from '../src/sandbox/world/model.js';
import { message } from './activities.js';
import { Caller } from './caller.js';
import { atLeast, atMostInAll, type Figure, figureOf } from './figures.js';
import type { Bench } from './parts.js';
import { isOnboarded } from './seed.js';
import type { Stage } from './stage.js';
import { percentile } from './statistics.js';
import { StrictTeams } from './strict-teams.js';

const shareAimedAt = 0.95;
const longestAnswerAimedAtMs = 1000;
const longestHoldAimedAtMs = 30;
// Until it's at its full speed, and until what went before no longer counts.
const startsMs = 2000;
const notOnboarded = 4;

/** Conversations that hear everything, and how many tenants lose access at once. */
interface Burst {
  readonly conversations: number;
  readonly changes: number;
  readonly seconds: number;
  readonly askEveryMs: number;
  /** What Teams takes in that time. */
  readonly allowed: number;
}

const toMany: Burst = { conversations: 200, changes: 50, seconds: 35, askEveryMs: 250, allowed: 50 * 35 };
const toOne: Burst = { conversations: 1, changes: 100, seconds: 30, askEveryMs: 3000, allowed: 60 };

/** To two hundred conversations, as fast as Teams takes it in all; then to one, as fast as it takes it there. */
export async function measureBurst({ stage }: Bench): Promise<readonly Figure[]> {
  // The last ones: others end the relationships of the first.
  const onboarded = Array.from({ length: stage.tenants }, (_, index) => stage.tenants - index).filter(isOnboarded);
  const all = await run(stage, toMany, onboarded.slice(0, toMany.changes));
  const single = await run(stage, toOne, onboarded.slice(toMany.changes, toMany.changes + toOne.changes));

  const { tenants } = stage;
  const [of, ofOne] = ['burst of 10,000 to 200 chats', 'burst to one chat'];
  const p99 = (of: readonly number[]) => [{ product: percentile(of, 99), limit: longestAnswerAimedAtMs }];
  const refused = { product: all.refused + single.refused, limit: all.went + single.went };
  return [
    figureOf(
      { what: of, tenants, unit: 'per second' },
      [{ product: all.went / toMany.seconds, limit: toMany.allowed / toMany.seconds }],
      atLeast(shareAimedAt),
    ),
    figureOf(
      { what: `${ofOne}, in half a minute`, tenants, unit: 'calls' },
      [{ product: single.went, limit: toOne.allowed }],
      atLeast(shareAimedAt),
    ),
    figureOf({ what: 'bursts: refused with 429', tenants, unit: 'calls' }, [refused], atMostInAll(0, 'calls')),
    figureOf({ what: `${of}: p99 of answers`, tenants, unit: 'ms' }, p99(all.answers), underASecond()),
    figureOf({ what: `${ofOne}: p99 of answers`, tenants, unit: 'ms' }, p99(single.answers), underASecond()),
    figureOf(
      { what: `${of}: longest hold of the event loop`, tenants, unit: 'ms' },
      [{ product: all.longestHoldMs, limit: longestHoldAimedAtMs }],
      atMostInAll(longestHoldAimedAtMs, 'ms'),
    ),
  ];
}

const underASecond = () => atMostInAll(longestAnswerAimedAtMs, 'ms');

async function run(stage: Stage, { conversations, seconds, askEveryMs }: Burst, customers: readonly number[]) {
  const teams = await StrictTeams.start();
  const product = await stage.product({ isProbed: true, takesEvents: true });
  await product.reconciled;
  const caller = new Caller(product.url);
  let asked = 0;
  const ask = async (text: string) => {
    asked += 1;
    const conversationId = `chat-${(asked * 7) % conversations}`;
    const id = `question-${asked}`;
    const start = performance.now();
    const answered = teams.answered(id);
    await caller.send(JSON.stringify({ ...JSON.parse(message(conversationId, text)), id, serviceUrl: teams.url }));
    await answered;
    return performance.now() - start;
  };
  // Within Teams' rate, like everything that a bot answers.
  for (let chat = 0; chat < conversations; chat += 1) await ask('/subscribe');
  await stage.control('webhook', { url: `${product.url}/api/partner-center` });
  // One that makes no message due: with the first event the product loads what checks its signature.
  await stage.control(`customers/${tenantIdOf(notOnboarded)}/delegated-admin`, { isOn: conversations > 1 });
  while (product.eventsHandled() === 0) await pause(20);
  await pause(startsMs);
  await product.child.longestHoldMs();
  const startedAt = performance.now();
  await Promise.all(customers.map((n) => endAccess(stage, n)));
  const first = await firstOf(teams, startedAt);
  const answers: Promise<number>[] = [];
  const questions = setInterval(() => answers.push(ask('/help')), askEveryMs);
  const from = first + (conversations > 1 ? startsMs : 0);
  await pause(from + seconds * 1000 - performance.now());
  clearInterval(questions);
  const result = {
    went: teams.takenBetween(from, from + seconds * 1000),
    answers: await Promise.all(answers),
    refused: teams.refused,
    longestHoldMs: await product.child.longestHoldMs(),
  };
  caller.close();
  await product.child.stop();
  await teams.stop();
  return result;
}

/** The customer takes away the access that it has given. */
async function endAccess(stage: Stage, customer: number): Promise<void> {
  const url = `${stage.setting('GRAPH_URL')}/sandbox/relationships?tenantId=${tenantIdOf(customer)}`;
  const [relationship] = (await (await fetch(url)).json()) as readonly Relationship[];
  if (relationship) await stage.control(`relationships/${relationship.id}/end`, {});
}

async function firstOf(teams: StrictTeams, since: number): Promise<number> {
  for (;;) {
    const first = teams.firstSince(since);
    if (first !== undefined) return first;
    await pause(5);
  }
}

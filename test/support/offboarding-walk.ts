// Offboards a tenant completely by clicks, and reads what was asked of Microsoft for it.
import assert from 'node:assert/strict';
import { assertGoodCard } from './card-lint.js';
import { textOf } from './card-reading.js';
import type { BotMessage, Chat } from './fake-teams.js';
import { stageOn } from './wording.js';
import type { World } from './world.js';

/** All steps that can be chosen. */
export const everyStep = 'assignments,consent,relationships,delegatedAdmin,reseller';

/** Opens a tenant from the list. */
export async function opens(chat: Chat, name: string): Promise<BotMessage> {
  const message = await chat.says(`/tenants ${name}`);
  await chat.presses(message, { verb: 'tenant.open', name });
  return message;
}

/** Decides by the card of the plan; gives the message, whose card now is the offboarding's. */
export async function decides(chat: Chat, name: string, steps = everyStep): Promise<BotMessage> {
  const message = await opens(chat, name);
  assertGoodCard(await chat.presses(message, 'offboarding.plan'));
  const card = await chat.presses(message, 'offboarding.decide', { steps, name });
  assert.ok(stageOn(card), textOf(card));
  assert.ok(textOf(card).includes(name));
  return message;
}

/** What was asked to change at Microsoft, for one tenant. */
export function writesOf(world: World, tenantId: string): readonly string[] {
  const { controls } = world.sandbox;
  const ids = [tenantId, ...controls.relationships(tenantId).map(({ id }) => id)];
  return controls
    .requests()
    .filter(({ method, path }) => method !== 'GET' && ids.some((id) => path.includes(`/${id}`)))
    .filter(({ path }) => !path.includes('/oauth2/'))
    .map(({ method, path, body }) => {
      const what = path.split('/').filter((part) => /^[a-z]+$/i.test(part));
      return `${method} ${what.at(-1)}${method === 'PATCH' ? ` ${Object.keys(body as object)[0]}` : ''}`;
    });
}

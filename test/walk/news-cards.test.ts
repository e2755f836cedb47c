// A card that came with news says what was told and on which day once it shows how things are since then.
import assert from 'node:assert/strict';
import { earlierNewsLine } from '../../src/views/explain/notices.js';
import { en } from '../../src/views/words/en/index.js';
import { textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import type { BotMessage } from '../support/fake-teams.js';
import { newsOf } from '../support/wording.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const ofApproval = newsOf('Contoso Ltd', 'approved');

describe('a card that came with news', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  const toldOfApproval = async (chat = w.chat) => {
    const card = await w.chat.says('/tenants contoso');
    await w.chat.enables(card);
    await w.world.passes(10);
    const [relationship] = w.world.sandbox.controls.relationships(tenantIds.contoso);
    w.world.sandbox.controls.approve(relationship?.id ?? '');
    const told = () => chat.messages.find(({ summary }) => summary === ofApproval);
    await w.world.until(() => told() !== undefined);
    const message = told();
    assert.ok(message);
    return message;
  };
  const line = () => earlierNewsLine({ news: 'approved', at: w.world.clock.now() }, en);

  const shows = async (message: BotMessage, text: string) => {
    await w.world.until(() => w.chat.reads(message).includes(text));
    assert.ok(w.chat.reads(message).includes(text), text);
  };

  onEachStore('keeps a line of them when it is redrawn, after clicks and after a restart', async () => {
    const message = await toldOfApproval();
    assert.ok(textOf(message.posted).includes(ofApproval));
    assert.ok(!textOf(message.posted).includes(line()));
    await w.chat.says('/tag contoso vip');
    await shows(message, 'vip');
    assert.ok(!w.chat.reads(message).includes(ofApproval));
    assert.ok(w.chat.reads(message).includes(line()));
    assert.ok(textOf(await w.chat.presses(message, 'tenant.take')).includes(line()));
    await w.world.stopBot();
    await w.world.startBot();
    await w.chat.says('/tag contoso gold');
    await shows(message, 'gold');
    assert.ok(w.chat.reads(message).includes(line()));
  });

  it('says it to each reader of a channel, whose clients ask for the card by themselves', async () => {
    const channel = w.world.chat(people.megan, '19:customers@thread.tacv2', 'channel');
    await channel.installs();
    const message = await toldOfApproval(channel);
    await w.chat.says('/tag contoso vip');
    await w.world.passes(5);
    assert.ok(channel.reads(message).includes(line()));
    const action = { type: 'Action.Execute', verb: 'tenant.open', data: { tenantId: tenantIds.contoso } };
    const asked = { action, trigger: 'automatic' };
    const { body } = await channel.invokes('adaptiveCard/action', asked, message.id);
    assert.ok(textOf((body as { value: unknown }).value).includes(line()));
  });

  it('has no such line once it shows something else, nor has one that answered a person', async () => {
    const message = await toldOfApproval();
    await w.chat.presses(message, 'tenants.list');
    await w.chat.presses(message, 'tenant.open');
    const other = w.chat.reads(message);
    const asked = await w.chat.says('enable contoso');
    await w.chat.says('/tag contoso vip');
    await w.world.passes(5);
    assert.ok(!other.includes(line()));
    assert.match(w.chat.reads(asked), /vip/);
    assert.ok(!w.chat.reads(asked).includes(line()));
  });
});

// The whole product's answers to files that it hasn't offered.

import assert from 'node:assert/strict';
import { buttonVerbs } from '../support/card-reading.js';
import { aWorldForEach, people } from '../support/world.js';

describe('an answer to a file that nobody was offered', () => {
  const held = aWorldForEach();

  it('saves nothing, and says so in the chat', async () => {
    const { world, chat } = held;
    const before = chat.messages.length;
    const { status } = await world.teams.send({
      type: 'invoke',
      name: 'fileConsent/invoke',
      from: people.alex,
      conversation: { id: 'chat-of-alex', conversationType: 'personal' },
      value: {
        type: 'fileUpload',
        action: 'accept',
        context: { offer: 'made-up' },
        uploadInfo: {
          uploadUrl: 'https://evil.sharepoint.com/x',
          contentUrl: '',
          name: '',
          uniqueId: '',
          fileType: '',
        },
      },
    });
    assert.equal(status, 200);
    assert.deepEqual(buttonVerbs(chat.last.card), []);
    assert.equal(chat.messages.length, before + 1);
    await world.passes(1);
    assert.ok(!world.log.some(({ level }) => level === 'error'));
  });
});

describe('a link that was made up', () => {
  const held = aWorldForEach();

  it('opens nothing on the product’s own server, and its token is in no log', async () => {
    const { world } = held;
    const token = 'x'.repeat(43);
    const response = await fetch(`${world.app.url}/certificates/${token}`);
    assert.equal(response.status, 404);
    assert.ok(!JSON.stringify(world.log).includes(token));
  });
});

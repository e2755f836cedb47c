// Roles, a second admin and a second person can be tried by clicks on a page of the sandbox.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chatPeople } from '../../src/sandbox/chat/people.js';
import { en } from '../../src/views/words/en/index.js';
import { aWorldForEach } from '../support/world.js';

const id = (number: number) => `00000000-0000-4000-8000-0000000000${number}`;

describe('the page that says who the chat speaks as', () => {
  const w = aWorldForEach({ ADMINS: `${id(20)},${id(21)}`, OPERATORS: id(22), VIEWERS: id(23) });
  const [alex] = chatPeople;

  /** Presses the button beside a name on the page, and gives the page that comes back. */
  const speakAs = async (name: string) => {
    const { url } = w.world.sandbox;
    const page = await (await fetch(`${url}/chat`)).text();
    const form = page.split('<form').find((each) => each.includes(`aria-label="Speak as ${name}"`)) ?? '';
    const fields = [...form.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, key = '', value = '']) => [key, value]);
    const action = /action="([^"]+)"/.exec(form)?.[1];
    const body = new URLSearchParams(Object.fromEntries(fields));
    const answer = await fetch(`${url}${action}`, { method: 'POST', body });
    assert.equal(answer.status, 200);
    return answer.text();
  };
  /** What the chat shows for a word that only admins may say. */
  const status = async () => {
    assert.ok(alex);
    const chat = w.world.chat(alex, 'group-chat', 'groupChat');
    await chat.says('/status');
    await w.world.passes(10);
    return chat.reads(chat.last);
  };

  beforeEach(() => {
    const { app, sandbox, teams } = w.world;
    sandbox.controls.connectChat(`${app.url}/api/messages`);
    teams.connect(`${sandbox.url}/chat`);
  });

  it('begins with Alex, and lets a second admin, an operator and a viewer speak', async () => {
    assert.ok((await status()).includes(en.statuses.approved));
    await speakAs('Isaiah Langer');
    assert.match(await status(), new RegExp(id(23)));
    await speakAs('Adele Vance');
    assert.match(await status(), new RegExp(id(22)));
    await speakAs('Megan Bowen');
    assert.ok((await status()).includes(en.statuses.approved));
  });

  it('says who speaks now', async () => {
    const page = await speakAs('Megan Bowen');
    assert.match(page, /Megan Bowen(?:(?!<tr>).)*Speaks now/s);
    assert.doesNotMatch(page, /Alex Wilber(?:(?!<\/tr>).)*Speaks now/s);
  });
});

describe('the people of the chat', () => {
  it('are those of the settings of the chat that npm start opens, with the roles that it gives them', () => {
    const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
    const settings = read('.m365agentsplayground.yml');
    for (const person of chatPeople) {
      const lines = settings
        .slice(settings.indexOf(`id: ${person.id}\n`))
        .split('\n')
        .slice(0, 4)
        .join(' ');
      assert.ok(lines.includes(person.name) && lines.includes(person.aadObjectId), person.name);
    }
    assert.match(
      read('scripts/start.mjs'),
      /ADMINS: `\$\{id\(20\)\},\$\{id\(21\)\}`, OPERATORS: id\(22\), VIEWERS: id\(23\)/,
    );
  });
});

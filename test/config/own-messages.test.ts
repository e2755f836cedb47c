// The partner's own texts for the message to a customer: which files count, and what is wrong with them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, readSettings } from '../../src/config/config.js';
import { settingWords } from '../../src/views/explain/setting-words.js';
import { en } from '../../src/views/words/en/index.js';
import { failure, microsoft } from './given.js';

describe('the partner’s own message', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-message-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
  const read = () => readConfig({ APPROVAL_MESSAGE: join(folder, 'message.txt') }).ownMessages;
  const told = () => failure(read).message;

  it('is read for English, and for each language that has a file beside it', () => {
    write('message.txt', '\uFEFFHello,\r\nplease approve: {link}\r\n');
    write('message.de.txt', '{person}, {partner}, {customer}, {link}, {deadline}, {duration}, {roles}');
    write('message.pt-BR.txt', 'Olá: {link}');
    write('message.pl.txt', 'not a language of the message');
    assert.deepEqual(
      [...(read() ?? [])],
      [
        ['en', 'Hello,\nplease approve: {link}'],
        ['de', '{person}, {partner}, {customer}, {link}, {deadline}, {duration}, {roles}'],
        ['pt-BR', 'Olá: {link}'],
      ],
    );
  });

  it('need not be in English', () => {
    write('message.ja.txt', '{link}');
    assert.deepEqual([...(read()?.keys() ?? [])], ['ja']);
  });

  it('is absent where none is set', () => {
    assert.equal(readConfig({}).ownMessages, undefined);
  });

  for (const [what, text, why] of [
    ['no link', 'Please approve.', /message\.de\.txt, which doesn’t contain \{link\}/],
    ['nothing', ' \n', /doesn’t contain \{link\}/],
    ['a placeholder that there is not', '{link} {phone}', /contains “\{phone\}”: the placeholders are \{partner\}/],
    ['a placeholder in another case', '{link} {Partner}', /contains “\{Partner\}”/],
    ['a brace that closes nothing', '{link} }', /contains “\}”/],
    ['a brace that is not closed', '{link} {partner', /contains “\{partner”/],
    ['markup', '<a href="{link}">Approve</a>', /plain text/],
    ['a control character', '{link}\u0007', /plain text/],
    ['too many bytes', `{link}${'あ'.repeat(2000)}`, /has 6006 bytes: at most 6000 fit/],
    ['the roles three times', '{link} {roles} {roles} {roles}', /contains \{roles\} more than twice/],
    ['too much', `{link}${'x'.repeat(2995)}`, /has 3001 characters: at most 3000 fit/],
  ] as const) {
    it(`is refused at the start with ${what}, by the file’s name`, () => {
      write('message.txt', '{link}');
      write('message.de.txt', text);
      assert.match(told(), why);
      assert.match(told(), /^- APPROVAL_MESSAGE names /m);
    });
  }

  it('is refused when it is no text', () => {
    write('message.txt', Buffer.from([0x7b, 0xff, 0xfe]));
    assert.match(told(), /isn’t text in UTF-8/);
  });

  it('may name the partner only where the partner has a name', () => {
    write('message.txt', '{partner}: {link}');
    const given = { ...microsoft, APPROVAL_MESSAGE: join(folder, 'message.txt') };
    const problems = (more = {}) =>
      readSettings({ ...given, ...more }).problems.map((problem) => settingWords(problem, en));
    assert.deepEqual(problems(), ['APPROVAL_MESSAGE contains {partner}, which requires PARTNER_NAME']);
    assert.deepEqual(problems({ PARTNER_NAME: 'Northbridge IT' }), []);
  });
});

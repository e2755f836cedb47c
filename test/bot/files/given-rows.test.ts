// What a person gives a command: lines, or a file in their OneDrive, and nothing that is anywhere else.
import assert from 'node:assert/strict';
import { type Get, RowReader } from '../../../src/bot/files/given-rows.js';
import { AnswerTime } from '../../../src/bot/turn/answer-time.js';
import type { Turn } from '../../../src/bot/turn/turn.js';
import { mostGivenBytes } from '../../../src/domain/table.js';
import type { Log } from '../../../src/runtime/log.js';
import { spreadsheets } from '../../../src/spreadsheet/spreadsheets.js';
import { ManualClock } from '../../support/manual-clock.js';

const clock = new ManualClock();
const downloadUrl = 'https://northbridge-my.sharepoint.com/personal/alex/_layouts/15/download.aspx?tempauth=secret';

function turnWith(attached?: Turn['attached']): Turn {
  const time = new AnswerTime(clock, clock.elapsedMs());
  const actor = { id: 'alex', name: 'Alex' };
  const where = {
    conversationId: 'c',
    correlationId: '1',
    language: 'en',
    isPersonal: true,
    isAutomatic: false,
  } as const;
  return { actor, time, attached, ...where };
}

function givenBy(get: Get) {
  const asked: string[] = [];
  const logged: unknown[] = [];
  const note = (...line: unknown[]) => void logged.push(line);
  const log: Log = { info: note, warn: note, error: note };
  const noted: Get = async (url, limits) => {
    asked.push(url.href);
    return get(url, limits);
  };
  const given = new RowReader({ spreadsheets, log, get: noted });
  return { given, asked, logged };
}

const nothing: Get = async () => assert.fail('nothing is asked for');

describe('rows that are given to a command', () => {
  it('are the lines below it', async () => {
    const { given } = givenBy(nothing);
    assert.deepEqual(await given.rows('contoso.com\nfabrikam', turnWith()), {
      rows: [
        { line: 1, cells: ['contoso.com'] },
        { line: 2, cells: ['fabrikam'] },
      ],
    });
    assert.equal(await given.rows('', turnWith()), undefined);
  });

  it('are those of the attached file, got within bounds', async () => {
    const { given, asked } = givenBy(async (_, { bytes, ms }) => {
      assert.equal(bytes, mostGivenBytes);
      assert.ok(ms > 0 && ms <= 4000);
      return Buffer.from('contoso.com');
    });
    const rows = await given.rows('ignored', turnWith({ name: 'a.csv', downloadUrl }));
    assert.deepEqual(rows, { rows: [{ line: 1, cells: ['contoso.com'] }] });
    assert.deepEqual(asked, [downloadUrl]);
  });

  it('are none of a file that is too large, or can’t be got, whose address is in no log', async () => {
    const tooLarge = givenBy(async () => 'tooLarge');
    assert.deepEqual(await tooLarge.given.rows('', turnWith({ name: '', downloadUrl })), { notGiven: 'tooLarge' });
    const failing = givenBy(async (url) => {
      throw new TypeError(`fetch failed: ${url}`);
    });
    assert.deepEqual(await failing.given.rows('', turnWith({ name: '', downloadUrl })), { notGiven: 'notFetched' });
    assert.deepEqual(failing.logged, [['fileNotRead', { by: 'alex', why: 'TypeError' }]]);
  });

  for (const wrong of [
    'https://evil.example/a.csv',
    'http://northbridge-my.sharepoint.com/x',
    'https://169.254.169.254/',
  ])
    it(`are not got from ${wrong}`, async () => {
      const { given, asked } = givenBy(nothing);
      assert.deepEqual(await given.rows('', turnWith({ name: '', downloadUrl: wrong })), { notGiven: 'notFetched' });
      assert.deepEqual(asked, []);
    });
});

// A sign-in that was made on another machine, for a place that no browser reaches.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySignIn } from '../../src/cli/copied-sign-in.js';
import { ConfigError, FileError } from '../../src/domain/errors.js';
import { TokenCache } from '../../src/microsoft/sign-in/token-cache.js';
import { TokenFolder } from '../../src/store/folder/token-folder.js';

const key = Buffer.alloc(32, 1);
const tokens = {
  msal: '{"RefreshToken":{}}',
  importedFrom: '',
  renewedAt: '2026-11-29T12:00:00.000Z',
  account: { id: '12345678-0000-4000-8000-000000000001', userName: 'gatehouse@contoso.com', name: 'Gatehouse' },
};

describe('a sign-in from another folder', () => {
  let folder: string;
  const place = (name: string) => new TokenCache(new TokenFolder(join(folder, name)), key);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-'));
    for (const name of ['signed-in', 'bot']) await mkdir(join(folder, name));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is what the bot takes up next, in place of the tokens that it has', async () => {
    await place('bot').save({ ...tokens, msal: 'before' });
    const running = place('bot');
    assert.equal((await running.load())?.msal, 'before');
    await place('signed-in').saveSignIn(tokens);
    assert.equal(await copySignIn(join(folder, 'signed-in'), key, place('bot')), 'gatehouse@contoso.com');
    assert.ok(await running.hasChanged());
    assert.deepEqual({ ...(await running.load()), signIn: undefined }, { ...tokens, signIn: undefined });
  });

  it('has to be there, and to be encrypted with the key of the bot', async () => {
    await assert.rejects(copySignIn(join(folder, 'signed-in'), key, place('bot')), ConfigError);
    await place('signed-in').saveSignIn(tokens);
    await assert.rejects(copySignIn(join(folder, 'signed-in'), Buffer.alloc(32, 2), place('bot')), FileError);
    assert.equal(await place('bot').load(), undefined);
  });
});

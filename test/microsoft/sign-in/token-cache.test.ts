// Tokens are unreadable at rest, and a wrong key is told apart from a damaged file.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../../src/domain/errors.js';
import { TokenCache } from '../../../src/microsoft/sign-in/token-cache.js';
import { TokenFolder } from '../../../src/store/folder/token-folder.js';

const key = Buffer.alloc(32, 1);
const tokens = { msal: '{"RefreshToken":"very secret"}', importedFrom: 'hash' };

describe('the token cache', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-tokens-'));
    file = join(folder, 'tokens.bin');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is empty at the first start', async () => {
    assert.equal(await new TokenCache(new TokenFolder(folder), key).load(), undefined);
  });

  it('gives back what was saved, and holds nothing that can be read', async () => {
    await new TokenCache(new TokenFolder(folder), key).save(tokens);
    assert.deepEqual(await new TokenCache(new TokenFolder(folder), key).load(), tokens);
    assert.ok(!(await readFile(file, 'latin1')).includes('secret'));
    assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it('never encrypts twice alike', async () => {
    const cache = new TokenCache(new TokenFolder(folder), key);
    await cache.save(tokens);
    const first = await readFile(file);
    await cache.save(tokens);
    assert.ok(!first.equals(await readFile(file)));
  });

  const failure = async (cache: TokenCache) => {
    const error = await cache.load().then(
      () => assert.fail('it was read'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof FileError);
    return error.fault.code;
  };

  it('tells a wrong key, and keeps the file', async () => {
    await new TokenCache(new TokenFolder(folder), key).save(tokens);
    const before = await readFile(file);
    assert.equal(await failure(new TokenCache(new TokenFolder(folder), Buffer.alloc(32, 2))), 'tokensOfOtherKey');
    assert.ok(before.equals(await readFile(file)));
  });

  it('does not take what it cannot read for nobody who has signed in', async () => {
    for (const name of ['tokens.bin', 'sign-in.bin']) {
      await mkdir(join(folder, name));
      await assert.rejects(new TokenCache(new TokenFolder(folder), key).load(), { code: 'EISDIR' });
      await rm(join(folder, name), { recursive: true });
    }
  });

  it('tells a damaged file: cut short, changed in the middle, or something else altogether', async () => {
    await new TokenCache(new TokenFolder(folder), key).save(tokens);
    const whole = await readFile(file);
    const flipped = Buffer.from(whole);
    flipped[whole.length - 3] = (flipped[whole.length - 3] ?? 0) ^ 1;
    for (const bytes of [whole.subarray(0, whole.length - 5), flipped, Buffer.from('hello'), Buffer.alloc(0)]) {
      await writeFile(file, bytes);
      assert.equal(await failure(new TokenCache(new TokenFolder(folder), key)), 'tokensDamaged');
    }
  });
});

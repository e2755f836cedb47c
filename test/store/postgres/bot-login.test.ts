// The owner makes the bot's login, which can then do what the bot does, and leaves one alone that is there.
import assert from 'node:assert/strict';
import { ConfigError } from '../../../src/domain/errors.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { giveLogin } from '../../../src/store/postgres/bot-login.js';
import { checkDatabase } from '../../../src/store/postgres/check.js';
import { onDatabase } from '../../support/postgres.js';
import { databaseBench } from '../../support/postgres-bench.js';

describe('the bot’s login', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;

  beforeEach(async () => {
    bench = await databaseBench();
  });

  afterEach(async () => {
    await bench.on.sql(`drop owned by "${name()}"`, `drop role "${name()}"`).catch(() => undefined);
    await bench.end();
  });

  const name = () => `${bench.on.name} Bot's`;
  const urlOf = (password: string, username = name()) =>
    Object.assign(new URL(bench.on.url), { username, password }).href;
  const owner = () => ({ setting: 'DATABASE_OWNER_URL', url: bench.on.url });

  it('is created with its password, and is let in to do what the bot does and no more', async () => {
    const password = 'pä ss%40"wórd';
    assert.deepEqual(await giveLogin(owner(), urlOf(password)), { name: name(), isNew: true });
    const { user, mayRewrite } = await checkDatabase(await bench.connect({ url: urlOf(password) }), systemClock);
    assert.deepEqual({ user, mayRewrite }, { user: name(), mayRewrite: false });
    await assert.rejects(onDatabase(urlOf('another'), 'select'), /password/);
  });

  it('is sent as what the server checks its password by, and never as that password', async () => {
    // What the server would make of a password that it was sent.
    await bench.on.sql(`alter database ${bench.on.name} set password_encryption = 'md5'`);
    await giveLogin(owner(), urlOf('a-password-to-look-for'));
    const [kept] = (await bench.on.sql(`select rolpassword from pg_authid where rolname like '${bench.on.name}%'`)) as [
      { readonly rolpassword: string },
    ];
    assert.match(kept.rolpassword, /^SCRAM-SHA-256\$4096:/);
  });

  it('keeps its password when it is there, and gets what it lacks', async () => {
    await bench.on.sql(`create role "${name()}" login password 'older'`);
    assert.deepEqual(await giveLogin(owner(), urlOf('newer')), { name: name(), isNew: false });
    assert.deepEqual(await giveLogin(owner(), urlOf('newer')), { name: name(), isNew: false });
    await onDatabase(urlOf('older'), 'select count(*) from gatehouse.head');
  });

  it('is not the owner, and is not made by one who may not', async () => {
    const refused = (wanted: RegExp) => (error: unknown) => {
      assert.ok(error instanceof ConfigError, String(error));
      assert.match(`${error.message} ${error.remedy}`, wanted);
      assert.doesNotMatch(`${error.message} ${error.remedy}`, /secret|SCRAM/);
      return true;
    };
    await assert.rejects(giveLogin(owner(), bench.on.url), refused(/owns the database/));
    await bench.on.sql(`create role "${name()}" login password 'secret'`);
    const asAnother = { setting: 'DATABASE_OWNER_URL', url: urlOf('secret') };
    await assert.rejects(
      giveLogin(asAnother, urlOf('secret', `${name()} 2`)),
      refused(/create role .* grant gatehouse_app/),
    );
  });
});

// The URL of a database: whatever leaves this machine is encrypted and checked, and no error has the password in it.
import assert from 'node:assert/strict';
import { SettingsError } from '../../../src/domain/errors.js';
import { databaseAddress } from '../../../src/store/postgres/address.js';
import { wordsIn } from '../../../src/views/catalogue.js';
import { failureWords } from '../../../src/views/explain/setting-words.js';

const address = (url: string) => databaseAddress('DATABASE_URL', url);
const password = 's3cret%21';

function errorOf(url: string): SettingsError {
  try {
    address(url);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  return assert.fail(`${url} is taken`);
}

const faultOf = (url: string) => errorOf(url).problems[0]?.fault.code;

describe('the URL of a database', () => {
  it('says who, where and what', () => {
    assert.deepEqual(address(`postgres://bot:${password}@localhost/gate%20house`), {
      host: 'localhost',
      port: 5432,
      user: 'bot',
      password: 's3cret!',
      database: 'gate house',
      ssl: false,
    });
    assert.equal(address('postgresql://bot@127.0.0.1:6543/g').port, 6543);
    assert.equal(address('postgres://bot@[::1]/g').host, '::1');
    assert.equal(address('postgres:///g?host=/var/run/postgresql&user=bot').host, '/var/run/postgresql');
  });

  it('may lead over a network only where the server’s certificate is checked', () => {
    for (const mode of ['', '?sslmode=disable', '?sslmode=require', '?sslmode=verify-ca'])
      assert.equal(faultOf(`postgres://bot@db.example/g${mode}`), 'databaseWithoutTls');
    for (const host of ['db.example', '10.0.0.4', 'localhost.example', '127.0.0.1.example'])
      assert.equal(faultOf(`postgres://bot@${host}/g`), 'databaseWithoutTls');
    const { ssl } = address('postgres://bot@db.example/g?sslmode=verify-full');
    assert.deepEqual(ssl, { rejectUnauthorized: true, servername: 'db.example' });
    assert.deepEqual(address('postgres://bot@10.0.0.4/g?sslmode=verify-full').ssl, {
      rejectUnauthorized: true,
      host: '10.0.0.4',
    });
  });

  it('is encrypted on this machine too, where it says so', () => {
    assert.deepEqual(address('postgres://bot@localhost/g?sslmode=verify-full').ssl, {
      rejectUnauthorized: true,
      servername: 'localhost',
    });
    assert.equal(faultOf('postgres://bot@localhost/g?sslmode=require'), 'databaseUrlHasMore');
  });

  it('says what is wrong with it in the catalogue’s words, and never with its password', () => {
    const wrongs: Readonly<Record<string, string>> = {
      [`postgres://bot:${password}@db.example/g`]: 'databaseWithoutTls',
      [`postgres://bot:${password}@localhost`]: 'notDatabaseUrl',
      [`postgres://:${password}@localhost/g`]: 'notDatabaseUrl',
      [`postgres://bot:${password}@local host/g`]: 'notDatabaseUrl',
      [`postgres://bot:${password}@localhost:port/g`]: 'notDatabaseUrl',
      [`postgres://bot:${password}%@localhost/g`]: 'notDatabaseUrl',
      [`mysql://bot:${password}@localhost/g`]: 'notDatabaseUrl',
      [`bot:${password}`]: 'notDatabaseUrl',
      [`postgres://bot:${password}@localhost/g?sslmode=verify-full&sslrootcert=/nowhere.pem`]: 'fileAbsent',
      [`postgres://bot:${password}@localhost/g?sslmode=verify-full&sslrootcert=/`]: 'fileUnreadable',
      [`postgres://bot:${password}@localhost/g?options=-c`]: 'databaseUrlHasMore',
    };
    for (const [wrong, code] of Object.entries(wrongs)) {
      const error = errorOf(wrong);
      assert.deepEqual(
        error.problems.map(({ name, fault }) => [name, fault.code]),
        [['DATABASE_URL', code]],
        wrong,
      );
      const { message, stack, cause } = error;
      const told = failureWords(error, wordsIn('en'));
      assert.doesNotMatch(JSON.stringify([message, stack, cause, told]), /s3cret/);
    }
  });
});

// The URL of a database: whatever leaves this machine is encrypted and checked, and no error has the password in it.
import assert from 'node:assert/strict';
import { ConfigError } from '../../../src/domain/errors.js';
import { databaseAddress } from '../../../src/store/postgres/address.js';

const address = (url: string) => databaseAddress('DATABASE_URL', url);
const password = 's3cret%21';

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
    for (const mode of ['', '?sslmode=disable', '?sslmode=require', '?sslmode=verify-ca', '?sslmode=no-verify'])
      assert.throws(() => address(`postgres://bot@db.example/g${mode}`), /sslmode/);
    for (const host of ['db.example', '10.0.0.4', 'localhost.example', '127.0.0.1.example'])
      assert.throws(() => address(`postgres://bot@${host}/g`), ConfigError);
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
    assert.throws(() => address('postgres://bot@localhost/g?sslmode=require'), /sslmode/);
  });

  it('never has its password in an error', () => {
    for (const wrong of [
      `postgres://bot:${password}@db.example/g`,
      `postgres://bot:${password}@localhost`,
      `postgres://bot:${password}@local host/g`,
      `postgres://bot:${password}@localhost:port/g`,
      `mysql://bot:${password}@localhost/g`,
      `postgres://bot:${password}@localhost/g?sslmode=verify-full&sslrootcert=/nowhere.pem`,
      `postgres://bot:${password}@localhost/g?options=-c`,
      `bot:${password}`,
    ]) {
      assert.throws(
        () => address(wrong),
        (error: Error & { remedy?: string }) => {
          assert.ok(error instanceof ConfigError && error.remedy !== '', wrong);
          const { message, remedy, stack, cause } = error;
          assert.doesNotMatch(JSON.stringify([message, remedy, stack, cause]), /s3cret/);
          return true;
        },
      );
    }
  });
});

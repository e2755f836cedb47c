// Over a network, only the database that its certificate names is talked to, and only over TLS.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../../src/domain/errors.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { Database } from '../../../src/store/postgres/database.js';
import { aRoot, type Issued } from '../../support/pki.js';
import { type OwnServer, startServer, testDatabase } from '../../support/postgres.js';
import { noLog } from '../../support/test-dependencies.js';

// The system's clock checks these.
const valid = { notBefore: '2020-01-01', notAfter: '2100-01-01' };

async function keyOf({ keys }: Issued): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END PRIVATE KEY-----\n`;
}

describe('a database behind TLS', () => {
  let folder: string;
  let server: OwnServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-tls-'));
    const [root, foreign] = [await aRoot('Database root', valid), await aRoot('Another root', valid)];
    const own = await root.issues('database', { subject: 'CN=localhost', names: ['localhost'], ...valid });
    await writeFile(join(folder, 'root.pem'), root.pem);
    await writeFile(join(folder, 'foreign.pem'), foreign.pem);
    server = await startServer({ tls: { certificate: own.pem, key: await keyOf(own) } });
  });

  after(async () => {
    await server?.end();
    await rm(folder, { recursive: true, force: true });
  });

  const open = (url: string) => Database.open({ url, clock: systemClock, log: noLog });
  const url = (host: string, authority: string) =>
    `${Object.assign(new URL(server.url('postgres')), { hostname: host }).href}?sslmode=verify-full&sslrootcert=${join(folder, authority)}`;
  const refused = (error: unknown) => {
    assert.ok(error instanceof ConfigError, String(error));
    assert.doesNotMatch(`${error.message} ${error.remedy}`, /secret/);
    return error.remedy !== '';
  };

  it('is talked to where its certificate is of the authority and for its name', async () => {
    const database = await open(url('localhost', 'root.pem'));
    const encrypted = { text: 'select ssl from pg_stat_ssl where pid = pg_backend_pid()' };
    assert.deepEqual(await database.query(encrypted), [{ ssl: true }]);
    assert.deepEqual(await database.session.query(encrypted), [{ ssl: true }]);
    await database.close();
  });

  it('is refused where its certificate is of another authority, or for another name', async () => {
    await assert.rejects(open(url('localhost', 'foreign.pem')), refused);
    await assert.rejects(open(url('127.0.0.1', 'root.pem')), refused);
  });

  it('is refused where it doesn’t speak TLS', async () => {
    const plain = await testDatabase();
    await assert.rejects(open(`${plain.url}?sslmode=verify-full`), refused);
    await plain.drop();
  });
});

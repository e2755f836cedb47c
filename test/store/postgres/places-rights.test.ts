// The bot's login shares cards, files, tokens and certificates by functions alone, and can change or delete none of them by itself.
import assert from 'node:assert/strict';
import { systemClock } from '../../../src/runtime/clock.js';
import { PgCards } from '../../../src/store/postgres/pg-cards.js';
import { PgCertificateStore } from '../../../src/store/postgres/pg-certificate-store.js';
import { PgTokenPlaces } from '../../../src/store/postgres/pg-token-places.js';
import { PgLinks, PgOffers } from '../../../src/store/postgres/pg-waiting-files.js';
import { alex, contoso } from '../../support/builders.js';
import { onDatabase } from '../../support/postgres.js';
import { databaseBench } from '../../support/postgres-bench.js';

describe('the bot’s login', () => {
  let bench: Awaited<ReturnType<typeof databaseBench>>;
  let url: string;

  beforeEach(async () => {
    bench = await databaseBench();
    const name = `${bench.on.name}_bot`;
    await bench.on.sql(`create role ${name} login password 'secret' in role gatehouse_app`);
    url = Object.assign(new URL(bench.on.url), { username: name, password: 'secret' }).href;
  });
  afterEach(async () => {
    const name = `${bench.on.name}_bot`;
    await bench.end();
    await onDatabase(Object.assign(new URL(bench.on.url), { pathname: '/postgres' }).href, `drop role ${name}`);
  });

  it('does all that a replica does', async () => {
    const database = await bench.connect({ url });
    const file = {
      ...{
        name: 'a.pdf',
        contentType: 'application/pdf' as const,
        tenantId: contoso,
        what: 'certificateOpened' as const,
      },
      bytes: Buffer.from('%PDF'),
    };
    const cards = await PgCards.open<string>(database, { clock: systemClock, log: bench.log, viewFrom: String });
    cards.put({ conversationId: 'chat', activityId: '1', view: 'a view', drawn: '' });
    await cards.close();
    await new PgLinks(database).make('hash', { person: alex, file }, 600);
    assert.ok(await new PgLinks(database).find('hash'));
    await new PgOffers(database).put('id', { person: alex, file, conversationId: 'chat' }, 1000);
    assert.ok(await new PgOffers(database).take('id', { personId: alex.id, conversationId: 'chat' }));
    const places = await PgTokenPlaces.open(database, systemClock);
    await places.exclusively(() => places.tokens.write(Buffer.from('encrypted')));
    assert.deepEqual(await places.tokens.read(), Buffer.from('encrypted'));
    const certificates = new PgCertificateStore(database);
    await certificates.keep('a.json', Buffer.from('{}'));
    assert.deepEqual(await certificates.read('a.json'), Buffer.from('{}'));
  });

  it('is denied every other way to a certificate, a token, a card or a file', async () => {
    const changes = {
      certificate_file: 'bytes',
      encrypted: 'bytes',
      card: 'doc',
      card_head: 'seq',
      link: 'doc',
      offer: 'doc',
    };
    for (const [table, column] of Object.entries(changes))
      for (const statement of [
        `update gatehouse.${table} set ${column} = null`,
        `delete from gatehouse.${table}`,
        `truncate gatehouse.${table}`,
        `drop table gatehouse.${table}`,
        `alter table gatehouse.${table} disable trigger all`,
      ])
        await assert.rejects(onDatabase(url, statement), /permission denied|must be owner/, statement);
    await assert.rejects(
      onDatabase(url, `insert into gatehouse.certificate_file (name, bytes) values ('a', '')`),
      /permission denied/,
    );
  });
});

// A link opens a file for the person it was made for, for ten minutes, while they may, and for no one else.

import assert from 'node:assert/strict';
import { Downloads } from '../../src/bot/files/downloads.js';
import { StoreError } from '../../src/domain/errors.js';
import type { RoleName } from '../../src/domain/tenant/commands.js';
import { downloadsRoute } from '../../src/http/downloads-route.js';
import type { Refuse } from '../../src/http/refuse.js';
import { type Listening, listen } from '../../src/http/server.js';
import type { HandedFile } from '../../src/operations/ports/handed-files.js';
import { MemoryLinks } from '../../src/store/folder/memory-links.js';
import { offboardingId } from '../support/an-offboarding.js';
import { alex, contoso } from '../support/builders.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryAudit } from '../support/memory-audit.js';
import { rolesOf } from '../support/some-services.js';
import { steps } from '../support/steps.js';

const file: HandedFile = {
  name: `exit-certificate-${offboardingId}.pdf`,
  contentType: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7 certificate'),
  tenantId: contoso,
  what: 'certificateOpened',
  subject: `${offboardingId} pdf`,
};

describe('a link to a file', () => {
  let clock: ManualClock;
  let downloads: Downloads;
  let audit: MemoryAudit;
  let server: Listening;
  let role: RoleName | undefined;
  let isDiskFull: boolean;
  let logged: unknown[];

  beforeEach(async () => {
    clock = new ManualClock();
    audit = new MemoryAudit();
    downloads = new Downloads({
      links: new MemoryLinks(clock),
      clock,
      roles: rolesOf(undefined, {
        checkedRoleOf: async ({ id }) => (id === alex.id ? role : assert.fail('somebody else was asked for')),
      }),
      audit: {
        append: async (entries) => {
          if (isDiskFull) throw new StoreError('full', 'Make room.');
          await audit.append(entries);
        },
      },
    });
    role = 'admin';
    isDiskFull = false;
    logged = [];
    const refuse: Refuse = (...line) => {
      logged.push(line.map((each) => (each instanceof Error ? [each.message, each.stack] : each)));
      return { code: line[1], correlationId: '' };
    };
    server = await listen({
      host: '127.0.0.1',
      port: 0,
      isAnonymous: true,
      refuse,
      readiness: { whyNotReady: () => [], troubles: () => [] },
      routes: [downloadsRoute({ downloads, clock }, refuse)],
    });
  });
  afterEach(() => server.close());

  const open = async (path: string, method = 'GET') => {
    const response = await fetch(`${server.url}${path}`, { method });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  for (const [step, seconds] of steps) {
    it(`opens for ten minutes, also when the wall clock steps by ${step} meanwhile`, async () => {
      const { path } = await downloads.make(alex, file);
      const status = async () => (await fetch(`${server.url}${path}`)).status;
      clock.steps(seconds);
      await clock.passes(599);
      assert.equal(await status(), 200);
      await clock.passes(1);
      assert.equal(await status(), 404);
    });
  }

  it('opens it as a download that nothing keeps, and that is written down with who it was', async () => {
    const { path } = await downloads.make(alex, file);
    const { status, headers, bytes } = await open(path);
    assert.equal(status, 200);
    assert.deepEqual(bytes, file.bytes);
    const said = (name: string) => headers.get(name);
    assert.equal(said('content-disposition'), `attachment; filename="${file.name}"`);
    assert.equal(said('content-type'), 'application/pdf');
    assert.equal(said('cache-control'), 'no-store');
    assert.equal(said('x-content-type-options'), 'nosniff');
    assert.equal(said('referrer-policy'), 'no-referrer');
    assert.deepEqual(audit.entries, [
      { at: clock.now(), what: 'certificateOpened', by: alex.id, tenantId: contoso, subject: `${offboardingId} pdf` },
    ]);
  });

  it('tells how large it is, writes down that it was asked for, and opens after that', async () => {
    const { path } = await downloads.make(alex, file);
    const { status, headers, bytes } = await open(path, 'HEAD');
    assert.deepEqual([status, headers.get('content-length'), bytes.length], [200, String(file.bytes.length), 0]);
    assert.deepEqual(
      audit.entries.map(({ what, by }) => [what, by]),
      [['certificateOpened', alex.id]],
    );
    assert.equal((await open(path)).status, 200);
    assert.equal(audit.entries.length, 2);
  });

  it('opens for ten minutes, as it was said', async () => {
    const { path, until } = await downloads.make(alex, file);
    assert.equal(Date.parse(until) - Date.parse(clock.now()), 600_000);
    await clock.passes(599);
    assert.equal((await open(path)).status, 200);
    await clock.passes(1);
    assert.equal((await open(path)).status, 404);
  });

  for (const now of ['viewer', 'operator', undefined] as const) {
    it(`does not open once whoever it is for is ${now ?? 'on no list'}`, async () => {
      const { path } = await downloads.make(alex, file);
      role = now;
      const { status, bytes } = await open(path);
      assert.equal(status, 404);
      assert.match(bytes.toString(), /isn’t valid or has expired/);
      assert.deepEqual(audit.entries, []);
    });
  }

  it('opens nothing that cannot be written down', async () => {
    const { path } = await downloads.make(alex, file);
    isDiskFull = true;
    const { status, bytes } = await open(path);
    assert.equal(status, 503);
    assert.doesNotMatch(bytes.toString(), /PDF/);
    isDiskFull = false;
    assert.equal((await open(path)).status, 200);
  });

  it('cannot be guessed: each has a token of its own, and whoever tries many is turned away, but not whoever has one', async () => {
    const { path } = await downloads.make(alex, file);
    const token = path.split('/').at(-1) ?? '';
    assert.equal(Buffer.from(token, 'base64url').length, 32);
    assert.notEqual((await downloads.make(alex, file)).path, path);
    const guesses: number[] = [];
    for (let guess = 0; guess < 62; guess += 1) guesses.push((await open(`/certificates/${guess}`)).status);
    assert.deepEqual([...new Set(guesses)], [404, 429]);
    assert.equal(guesses.indexOf(429), 60);
    assert.equal((await open(path)).status, 200);
    await clock.passes(61);
    assert.equal((await open('/certificates/again')).status, 404);
  });

  it('has no neighbours, and is in no log', async () => {
    const { path } = await downloads.make(alex, file);
    for (const wrong of ['/certificates', '/certificates/', `${path}/x`, `${path}x`, path.slice(0, -1)])
      assert.equal((await open(wrong)).status, 404, wrong);
    assert.equal((await open(path, 'POST')).status, 405);
    assert.equal((await open(`/%63ertificates${path.slice('/certificates'.length)}/x`)).status, 404);
    role = undefined;
    await open(path);
    const token = path.split('/').at(-1) ?? '';
    assert.ok(!JSON.stringify([logged, audit.entries]).includes(token.slice(0, 20)));
  });

  it('is one of five hundred at most, and the oldest goes first', async () => {
    const [first, second] = [await downloads.make(alex, file), await downloads.make(alex, file)];
    for (let more = 0; more < 499; more += 1) await downloads.make(alex, file);
    const tokenOf = ({ path }: { path: string }) => path.split('/').at(-1) ?? '';
    assert.equal(await downloads.open(tokenOf(first)), undefined);
    assert.ok(await downloads.open(tokenOf(second)));
  });

  it('does not fill the memory: the oldest goes first where files are large', async () => {
    const large = { ...file, bytes: Buffer.alloc(24 * 1024 * 1024) };
    const made = await Promise.all([1, 2, 3].map(() => downloads.make(alex, large)));
    const tokens = made.map(({ path }) => path.split('/').at(-1) ?? '');
    const opened = await Promise.all(tokens.map((token) => downloads.open(token)));
    assert.deepEqual(
      opened.map((file) => file !== undefined),
      [false, true, true],
    );
  });
});

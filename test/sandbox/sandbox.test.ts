// How a sandbox starts, what it says about itself, and what survives its end.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/sandbox.js';
import { builtProgram } from '../support/programs.js';
import { aRelationship, Bench, ids, type Page, pathOf, relationships, scopes } from './bench.js';

describe('a sandbox', () => {
  afterEach(() => Bench.closeAll());

  it('listens on loopback, on any free port', async () => {
    const { sandbox: one } = await Bench.open();
    const { sandbox: other } = await Bench.open({ host: 'localhost' });
    assert.match(one.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.notEqual(one.url, other.url);
    assert.equal((await fetch(other.url)).status, 200);
  });

  for (const host of ['0.0.0.0', '::', 'example.com', '10.0.0.1', '127.0.0.1.example.com']) {
    it(`refuses to listen on ${host}`, async () => {
      await assert.rejects(startSandbox({ host }), /loopback only/);
    });
  }

  it('says when its port is taken', async () => {
    const { sandbox } = await Bench.open();
    await assert.rejects(startSandbox({ port: Number(new URL(sandbox.url).port) }), { code: 'EADDRINUSE' });
  });

  it('answers nobody who calls it by a foreign name', async () => {
    const { sandbox } = await Bench.open();
    const status = await new Promise((resolve, reject) => {
      const { hostname: host, port } = new URL(sandbox.url);
      request({ host, port, headers: { Host: 'rebound.example.com' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    assert.equal(status, 403);
  });

  it('is over once closed, also with open connections', async () => {
    const { sandbox } = await Bench.open();
    await (await fetch(sandbox.url)).text();
    await sandbox.close();
    await assert.rejects(fetch(sandbox.url));
  });

  it('brings a template whose roles exist and whose groups are the partner’s', async () => {
    const bench = await Bench.open();
    const { accessTemplate } = bench.sandbox;
    assert.deepEqual(
      accessTemplate.assignments.map(({ groupName }) => groupName),
      ['Service Desk', 'Security', 'Azure'],
    );
    const roles = accessTemplate.assignments.flatMap((one) => one.roles);
    assert(bench.sandbox.controls.addRelationship({ displayName: 'All by name', roles }));
  });

  it('refuses a body that is too large', async () => {
    const bench = await Bench.open();
    const answer = await bench.graph('POST', relationships, { body: 'x'.repeat(2 * 1024 * 1024) });
    assert.equal(answer.status, 413);
  });
});

describe('the sandbox alone', () => {
  it('prints its page and the settings for the bot, and stops on a signal', async () => {
    const child = spawn(process.execPath, [builtProgram('sandbox/main.ts'), '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('}\n')) child.kill('SIGTERM');
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 0);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    for (const name of ['LOGIN_URL', 'GRAPH_URL', 'PARTNER_CENTER_URL', 'ADMIN_PORTAL_URL']) {
      assert(text.includes(`\n${name}=${url}\n`), name);
    }
    assert.match(text, /\nPARTNER_REFRESH_TOKEN=\S+\n/);
    assert.equal(JSON.parse(text.slice(text.indexOf('{'))).durationDays, 730);
  });
});

describe('the world in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-'));
    file = join(folder, 'deep', 'world.json');
  });
  afterEach(async () => {
    await Bench.closeAll();
    await rm(folder, { recursive: true });
  });

  it('is as it was when the sandbox starts again', async () => {
    const first = await Bench.open({ file });
    assert.equal(first.sandbox.isNew, true);
    await first.graph('POST', relationships, { body: aRelationship() });
    first.sandbox.controls.setAzurePlan(ids.contoso, 'suspended');
    const before = await first.graph('GET', pathOf(first, ids.contoso));
    await first.close();

    const second = await Bench.open({ file });
    assert.equal(second.sandbox.isNew, false);
    const after = await second.graph('GET', pathOf(second, ids.contoso));
    assert.equal(after.body['@odata.etag'], before.body['@odata.etag']);
    assert.equal((await second.graph('POST', relationships, { body: aRelationship() })).status, 409);
    const { body } = await second.graph('GET', pathOf(second, ids.contoso));
    const request = { action: 'lockForApproval' };
    await second.graph('POST', `${pathOf(second, ids.contoso)}/requests`, { body: request });
    second.advance(1);
    assert.notEqual((await second.graph('GET', pathOf(second, ids.contoso))).body['@odata.etag'], body['@odata.etag']);
    await second.close();
  });

  it('never gives an etag twice, over two runs', async () => {
    await (await Bench.open({ file })).close();
    const bench = await Bench.open({ file });
    for (let n = 1; n <= 60; n += 1) bench.sandbox.controls.addRelationship({ displayName: `Later ${n}` });
    const { body } = await bench.graph<Page>('GET', relationships);
    assert.equal(new Set(body.value.map((one) => one['@odata.etag'])).size, body.value.length);
    await bench.close();
  });

  it('goes on with what was under way', async () => {
    const first = await Bench.open({ file });
    // It stands still until the partner looks.
    assert.equal((await first.graph('GET', pathOf(first, ids.tailspin))).body.status, 'approved');
    await first.close();
    const second = await Bench.open({ file });
    second.advance(5);
    assert.equal((await second.graph('GET', pathOf(second, ids.tailspin))).body.status, 'active');
    await second.close();
  });

  it('keeps the tokens of earlier runs good, beside a refresh token of its own', async () => {
    const first = await Bench.open({ file });
    const token = await first.token('graph');
    const early = first.sandbox.credentials.refreshToken;
    await first.close();
    const middle = await Bench.open({ file });
    const unused = middle.sandbox.credentials.refreshToken;
    await middle.close();

    const last = await Bench.open({ file });
    assert.equal((await last.graph('GET', relationships, { token })).status, 200);
    const redeem = (refresh_token: string) =>
      last.signIn({ grant_type: 'refresh_token', refresh_token, scope: scopes.graph });
    assert.equal((await redeem(unused)).status, 200);
    assert.equal((await redeem(early)).status, 400);
    assert.notEqual(last.sandbox.credentials.refreshToken, unused);
    await last.close();
    const text = await readFile(file, 'utf8');
    assert(!text.includes(token) && !text.includes(unused));
  });

  it('starts from the story when the file is broken, and keeps the broken one', async () => {
    file = join(folder, 'world.json');
    for (const broken of ['{"version":1,', '{"version":2}', '[]']) {
      await writeFile(file, broken);
      const bench = await Bench.open({ file });
      assert.equal(bench.sandbox.isNew, true);
      assert.equal(bench.sandbox.controls.relationships().length, 14);
      await bench.close();
    }
    assert((await readdir(folder)).some((name) => name.startsWith('world.json.broken-')));
    assert.equal(JSON.parse(await readFile(file, 'utf8')).version, 1);
  });

  it('is taken up from a file that is older than signing in', async () => {
    const first = await Bench.open({ file });
    const { refreshToken } = first.sandbox.credentials;
    await first.close();
    const old = JSON.parse(await readFile(file, 'utf8'));
    delete old.registration;
    delete old.hasAllGroups;
    old.groups = old.groups.filter(({ name }: { name: string }) => name !== 'AdminAgents');
    for (const [, token] of old.tokens.refresh) delete token.session;
    await writeFile(file, JSON.stringify(old));
    const bench = await Bench.open({ file });
    assert.equal(bench.sandbox.isNew, false);
    const { status } = await bench.signIn({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      scope: scopes.graph,
    });
    assert.equal(status, 200);
    const token = await bench.token('graph');
    const { body } = await bench.ask<Page>('GET', "/v1.0/groups?$filter=displayName eq 'AdminAgents'", { token });
    assert.equal(body.value.length, 1);
    await bench.close();
  });

  it('grows when more customers are wanted, and never shrinks', async () => {
    await (await Bench.open({ file, customers: 40 })).close();
    const bench = await Bench.open({ file, customers: 30 });
    const { body } = await bench.partnerCenter<{ totalCount: number }>('GET', 'customers');
    assert.equal(body.totalCount, 40);
    await bench.close();
  });
});

// What the sandbox's directory says of groups, applications and service principals, and its time.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench, type GraphFault, ids, type PartnerCenterFault, scopes } from './bench.js';

const gdapAppId = '2832473f-ec63-45fb-976f-5d45a7d4bb91';
const appId = 'cccccccc-0000-4000-8000-000000000001';
const adminAgents = 'b0000000-0000-4000-8000-000000000009';
const account = 'dddddddd-0000-4000-8000-000000000001';
const bot = { clientId: 'eeeeeeee-1111-4000-8000-000000000001', clientSecret: 'the bot’s own' };

interface Application {
  readonly passwordCredentials: readonly { readonly hint: string; readonly endDateTime: string }[];
  readonly keyCredentials: readonly unknown[];
}

describe('the sandbox’s directory', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await Bench.open();
    bench.sandbox.controls.setConsent({ graph: ['GroupMember.Read.All', 'Application.Read.All'] });
  });
  afterEach(() => bench.close());

  const get = async <T>(path: string) => bench.ask<T>('GET', `/v1.0${path}`, { token: await bench.token('graph') });
  const memberships = async (groupId: string, groupIds: readonly string[]) => {
    const extras = { body: { groupIds }, token: await bench.token('graph') };
    return bench.ask<{ value: string[] }>('POST', `/v1.0/groups/${groupId}/checkMemberGroups`, extras);
  };
  const refused = async (path: string) => {
    const { status, body } = await get<GraphFault>(path);
    return [status, body.error.code];
  };

  it('has the groups of the template, as security groups', async () => {
    const { status, body } = await get(`/groups/${ids.serviceDesk}?$select=id,displayName,securityEnabled`);
    assert.equal(status, 200);
    assert.deepEqual(body, { id: ids.serviceDesk, displayName: 'Service Desk', securityEnabled: true });
    bench.sandbox.controls.setGroup(ids.serviceDesk, { name: 'Desk', isSecurity: false });
    const { body: changed } = await get(`/groups/${ids.serviceDesk.toUpperCase()}`);
    assert.deepEqual(changed, { id: ids.serviceDesk, displayName: 'Desk', securityEnabled: false, mailEnabled: true });
    bench.sandbox.controls.removeGroup(ids.serviceDesk);
    assert.deepEqual(await refused(`/groups/${ids.serviceDesk}`), [404, 'Request_ResourceNotFound']);
  });

  it('has them in AdminAgents, where they stay only as long as they are', async () => {
    assert.deepEqual((await memberships(ids.azure, [adminAgents, ids.security])).body.value, [adminAgents]);
    bench.sandbox.controls.setGroupMembers(adminAgents, [account, ids.security]);
    assert.deepEqual((await memberships(ids.azure, [adminAgents])).body.value, []);
    // Through another group.
    bench.sandbox.controls.setGroupMembers(ids.security, [ids.azure]);
    assert.deepEqual((await memberships(ids.azure, [adminAgents])).body.value, [adminAgents]);
    bench.sandbox.controls.removeGroup(ids.security);
    assert.deepEqual((await memberships(ids.azure, [adminAgents])).body.value, []);
    assert.equal((await memberships(ids.security, [adminAgents])).status, 404);
  });

  it('knows GDAP’s service principal, unless nobody has provisioned it', async () => {
    const path = `/servicePrincipals(appId='${gdapAppId}')?$select=id,appId`;
    assert.equal((await get<{ appId: string }>(path)).body.appId, gdapAppId);
    bench.sandbox.controls.setGdapServicePrincipal(false);
    assert.deepEqual(await refused(path), [404, 'Request_ResourceNotFound']);
  });

  it('lists what is left of a secret: how it begins and when it ends', async () => {
    const path = `/applications(appId='${appId}')?$select=passwordCredentials,keyCredentials`;
    const secret = async () => (await get<Application>(path)).body.passwordCredentials[0];
    assert.deepEqual([(await secret())?.hint, (await secret())?.endDateTime], ['san', '2027-03-02T09:00:00.000Z']);
    bench.sandbox.controls.setSecretEnd('2026-03-09T09:00:00Z');
    assert.equal((await secret())?.endDateTime, '2026-03-09T09:00:00.000Z');
    bench.sandbox.controls.registerBot(bot);
    const { body: bots } = await get(`/applications(appId='${bot.clientId}')`);
    assert.match(JSON.stringify(bots), /"hint":"the"/);
    assert.doesNotMatch(JSON.stringify(bots), /bot’s own/);
    bench.advance(8 * 86_400);
    const { status, body } = await bench.signIn<{ error_codes: number[] }>({
      grant_type: 'client_credentials',
      scope: scopes.graph,
    });
    assert.deepEqual([status, body.error_codes], [401, [7000222]]);
  });

  it('answers only whoever has the permission', async () => {
    bench.sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All'] });
    for (const path of [
      `/groups/${ids.azure}`,
      `/servicePrincipals(appId='${gdapAppId}')`,
      `/applications(appId='${appId}')`,
    ]) {
      assert.deepEqual(await refused(path), [403, 'Authorization_RequestDenied'], path);
    }
  });

  it('has no other way to applications', async () => {
    for (const path of ['/applications', `/applications(id='${appId}')`, `/servicePrincipals(appId='x')`]) {
      assert.equal((await get(path)).status, 404, path);
    }
  });
});

describe('the sandbox’s bot', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
    bench.sandbox.controls.registerBot(bot);
  });
  afterEach(() => bench.close());

  const signIn = async (changes: Record<string, string> = {}, tenant?: string) => {
    const form = {
      client_id: bot.clientId,
      client_secret: bot.clientSecret,
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
      ...changes,
    };
    const { status, body } = await bench.signIn<{ error_codes?: number[] }>(form, tenant);
    return status === 200 ? 200 : body.error_codes?.[0];
  };

  it('gets a token for the connector, in its tenant or in that of all bots', async () => {
    assert.equal(await signIn(), 200);
    assert.equal(await signIn({}, 'botframework.com'), 200);
    assert.equal(await signIn({}, 'somewhere.example'), 90002);
    assert.equal(await signIn({ client_secret: 'another' }), 7000215);
    assert.equal(await signIn({ scope: scopes.graph }), 70011);
    assert.equal(await signIn({ client_id: 'eeeeeeee-1111-4000-8000-000000000002' }), 700016);
  });

  it('is turned away once its secret has ended', async () => {
    bench.sandbox.controls.registerBot({ ...bot, secretEndsAt: '2026-03-02T10:00:00Z' });
    assert.equal(await signIn(), 200);
    bench.advance(3600);
    assert.equal(await signIn(), 7000222);
  });
});

describe('the sandbox', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('writes its own time into every answer of the services, or another where it is to differ', async () => {
    const dates = async () => {
      const answers = [
        await bench.graph('GET', 'delegatedAdminRelationships'),
        await bench.partnerCenter('GET', 'customers?size=1'),
        await bench.graph('GET', 'nothing'),
      ];
      return answers.map(({ headers }) => headers.get('date'));
    };
    assert.deepEqual(await dates(), Array(3).fill('Mon, 02 Mar 2026 09:00:00 GMT'));
    bench.advance(60);
    bench.sandbox.controls.setBehaviour({ clockAheadSeconds: -30 });
    assert.deepEqual(await dates(), Array(3).fill('Mon, 02 Mar 2026 09:00:30 GMT'));
  });

  it('keeps an indirect reseller out of Partner Center, and not out of Graph', async () => {
    bench.sandbox.controls.setBehaviour({ indirectReseller: true });
    const { status, body } = await bench.partnerCenter<PartnerCenterFault>('GET', 'customers?size=1');
    assert.deepEqual([status, body.code], [403, '1002']);
    assert.equal((await bench.graph('GET', 'delegatedAdminRelationships')).status, 200);
  });

  it('can be told all of it over HTTP', async () => {
    const post = async (path: string, body: unknown) => (await bench.ask('POST', `/sandbox/${path}`, { body })).status;
    assert.equal(await post(`groups/${ids.azure}`, { isSecurity: false }), 200);
    assert.equal(await post(`groups/${ids.azure}/remove`, {}), 200);
    assert.equal(await post('gdap-service-principal', { isOn: false }), 200);
    assert.equal(await post('secret-end', { endsAt: '2026-03-09T09:00:00Z' }), 200);
    assert.equal(await post('secret-end', { endsAt: 'soon' }), 400);
    assert.equal(await post('bot', bot), 200);
    assert.equal(await post('behaviour', { indirectReseller: true, clockAheadSeconds: 5 }), 200);
  });
});

describe('a sandbox’s file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-sandbox-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const groupsIn = async (bench: Bench) => {
    bench.sandbox.controls.setConsent({ graph: ['GroupMember.Read.All'] });
    const extras = { token: await bench.token('graph') };
    return (await bench.ask<{ value: { id: string }[] }>('GET', '/v1.0/groups', extras)).body.value.map(({ id }) => id);
  };

  it('gets the groups that an older one lacks, and keeps removed ones removed', async () => {
    const file = join(folder, 'world.json');
    await (await Bench.open({ file })).close();
    const { hasAllGroups, ...old } = JSON.parse(await readFile(file, 'utf8'));
    assert.equal(hasAllGroups, true);
    old.groups = old.groups.slice(0, 3).map(({ isSecurity, ...group }: Record<string, unknown>) => group);
    await writeFile(file, JSON.stringify(old));
    const bench = await Bench.open({ file });
    assert.equal(bench.sandbox.isNew, false);
    assert.equal((await groupsIn(bench)).length, 7);
    bench.sandbox.controls.removeGroup(ids.azure);
    await bench.close();
    const again = await Bench.open({ file });
    assert.equal((await groupsIn(again)).includes(ids.azure), false);
    await again.close();
  });

  it('holds no secret of the bot’s', async () => {
    const file = join(folder, 'world.json');
    const bench = await Bench.open({ file });
    bench.sandbox.controls.registerBot(bot);
    await bench.close();
    assert.doesNotMatch(await readFile(file, 'utf8'), /bot’s own/);
  });
});

// A person signs in: what's right is kept, what isn't is said, and no one else gets in.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accounts, SignInBench } from '../support/sign-in-bench.js';

describe('signing in', () => {
  let bench: SignInBench;
  beforeEach(async () => {
    bench = await SignInBench.open();
  });
  afterEach(() => bench.close());

  const files = () => readdir(bench.folder);
  const keepsNothing = async (work: ReturnType<SignInBench['signsIn']>) => {
    const result = await work;
    assert.equal(result.isKept, false);
    assert.deepEqual(await files(), []);
    assert.match(result.text, /Gatehouse isn’t signed in\./);
    assert.match(result.printed, /Gatehouse isn’t signed in\./);
    return result;
  };

  it('as the service account keeps its tokens, says so on the page and in the terminal, and shows none', async () => {
    const { text, isKept, printed } = await bench.signsIn();
    assert.equal(isKept, true);
    for (const said of [text, printed]) {
      assert.match(said, /Gatehouse is signed in\./);
      assert.match(said, /Gatehouse service account/);
      assert.match(said, /gatehouse@northbridge\.onmicrosoft\.com/);
      assert.match(said, /You signed in with multifactor authentication\./);
      assert.match(said, /The account is in AdminAgents\./);
      assert.match(said, /Microsoft Graph: DelegatedAdminRelationship\.ReadWrite\.All granted/);
      assert.match(said, /Partner Center: user_impersonation granted/);
      assert.doesNotMatch(said, /❌|⚠️|sandbox-rt-|eyJ|adminconsent/);
    }
    assert.deepEqual(await files(), ['sign-in.bin']);
    assert.doesNotMatch(await readFile(join(bench.folder, 'sign-in.bin'), 'latin1'), /sandbox-rt|refresh|gatehouse@/);
    assert.doesNotMatch(JSON.stringify(bench.lines), /sandbox-rt|eyJ|sandbox-code/);
  });

  it('asks Microsoft for a second factor, the choice of an account, and PKCE', async () => {
    const visit = await bench.visit();
    const { searchParams } = await bench.pressesButton(visit);
    assert.deepEqual(JSON.parse(searchParams.get('claims') ?? '').id_token.amr, { essential: true, values: ['mfa'] });
    assert.equal(searchParams.get('prompt'), 'select_account');
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    assert.equal(searchParams.get('redirect_uri'), new URL(visit.address).origin);
    assert.ok((searchParams.get('state') ?? '').length >= 43);
    visit.interrupt();
    await visit.kept;
  });

  it('without a second factor keeps nothing', async () => {
    const { text } = await keepsNothing(bench.signsIn({ hasSecondFactor: false }));
    assert.match(text, /without multifactor authentication/);
    assert.match(text, /Nothing was saved/);
  });

  it('as a guest from another tenant keeps nothing', async () => {
    const { text } = await keepsNothing(bench.signsIn({ account: accounts.guest }));
    assert.match(text, /belongs to another tenant\./);
  });

  it('that the person calls off keeps nothing', async () => {
    const { text } = await keepsNothing(bench.signsIn({ answer: 'cancel' }));
    assert.match(text, /You didn’t finish signing in/);
    assert.doesNotMatch(text, /adminconsent/);
  });

  it('as somebody who is not in AdminAgents is kept, and says what is left to do', async () => {
    const { text, isKept } = await bench.signsIn({ account: accounts.robin });
    assert.equal(isKept, true);
    assert.match(text, /signed in, but something needs your attention/);
    assert.match(text, /The account isn’t in AdminAgents/);
    assert.match(text, /Add robin@northbridge\.onmicrosoft\.com to the group AdminAgents/);
  });

  describe('where consent is missing', () => {
    const link = /\/adminconsent\?client_id=cccccccc-0000-4000-8000-000000000001/;

    it('altogether, and is refused: says so with the link, and keeps nothing', async () => {
      bench.sandbox.controls.setConsent({ graph: [], partnerCenter: [] });
      const { text, printed } = await keepsNothing(bench.signsIn({ answer: 'cancel' }));
      assert.match(text, link);
      assert.match(printed, link);
    });

    it('for Partner Center only, is kept and says so with the link', async () => {
      bench.sandbox.controls.setConsent({ partnerCenter: [] });
      const { text, isKept } = await bench.signsIn();
      assert.equal(isKept, true);
      assert.match(text, /Gatehouse can’t use Partner Center\./);
      assert.match(text, link);
    });

    it('for one permission, names it', async () => {
      bench.sandbox.controls.setConsent({ graph: ['GroupMember.Read.All', 'Directory.ReadWrite.All'] });
      const { text } = await bench.signsIn();
      assert.match(text, /consent to DelegatedAdminRelationship\.ReadWrite\.All is missing/);
      assert.match(text, link);
    });

    it('for looking into groups, cannot say who is in AdminAgents, and demands it only where groups say who may', async () => {
      bench.sandbox.controls.setConsent({ graph: ['DelegatedAdminRelationship.ReadWrite.All'] });
      const without = await bench.signsIn();
      assert.match(without.text, /Couldn’t check whether the account is in AdminAgents/);
      assert.doesNotMatch(without.text, link);
      const { text } = await bench.signsIn({}, { hasGroups: true });
      assert.match(text, /consent to GroupMember\.Read\.All and User\.ReadBasic\.All is missing/);
      assert.match(text, link);
    });

    it('for nothing, names what was consented beyond need', async () => {
      const graph = ['DelegatedAdminRelationship.ReadWrite.All', 'GroupMember.Read.All', 'Directory.ReadWrite.All'];
      bench.sandbox.controls.setConsent({ graph });
      assert.match((await bench.signsIn()).text, /Gatehouse doesn’t need Directory\.ReadWrite\.All\./);
    });

    it('for something that covers what is needed, is content, and calls nothing needless that a checkup uses', async () => {
      const graph = ['DelegatedAdminRelationship.ReadWrite.All', 'Directory.Read.All', 'Application.Read.All'];
      bench.sandbox.controls.setConsent({ graph });
      const { text } = await bench.signsIn({}, { hasGroups: true });
      assert.doesNotMatch(text, /is missing|does not need/);
    });
  });

  describe('an answer', () => {
    it('with another state is refused, and the right one still counts', async () => {
      const visit = await bench.visit();
      const back = await bench.answers(await bench.pressesButton(visit));
      const forged = new URL(back);
      forged.searchParams.set('state', 'made-up');
      const refused = await visit.browser(forged);
      assert.equal(refused.status, 400);
      assert.match(await refused.text(), /wasn’t started on this page/);
      assert.deepEqual(await files(), []);
      await (await visit.browser(back)).text();
      assert.equal(await visit.kept, true);
    });

    it('to a question of an earlier try is refused', async () => {
      const visit = await bench.visit();
      const early = await bench.answers(await bench.pressesButton(visit));
      const late = await bench.answers(await bench.pressesButton(visit));
      assert.equal((await visit.browser(early)).status, 400);
      await (await visit.browser(late)).text();
      assert.equal(await visit.kept, true);
    });

    it('that comes twice counts once', async () => {
      const visit = await bench.visit();
      const back = await bench.answers(await bench.pressesButton(visit));
      assert.equal((await visit.browser(back, { redirect: 'manual' })).status, 303);
      assert.equal((await visit.browser(back)).status, 400);
      await (await visit.browser(`${visit.url}done`)).text();
      assert.equal(await visit.kept, true);
    });

    it('with a code that is none, or spent, keeps nothing', async () => {
      const visit = await bench.visit();
      const back = await bench.answers(await bench.pressesButton(visit));
      back.searchParams.set('code', 'made-up');
      assert.match(await (await visit.browser(back)).text(), /Gatehouse isn’t signed in/);
      assert.equal(await visit.kept, false);
      assert.deepEqual(await files(), []);
    });

    it('with an error in it shows nothing of what came with it', async () => {
      const visit = await bench.visit();
      const { searchParams } = await bench.pressesButton(visit);
      const query = new URLSearchParams({
        error: '<script>',
        error_description: 'AADSTS50076: <img src=x>',
        state: searchParams.get('state') ?? '',
      });
      const text = await (await visit.browser(`${visit.url}?${query}`)).text();
      assert.doesNotMatch(text, /<script|<img/);
      assert.match(text, /multifactor authentication/);
      assert.equal(await visit.kept, false);
    });
  });
});

// The sign-in page opens to the browser that came with its key, and to no one else of the machine.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { enters, SignInBench, type Visit } from '../support/sign-in-bench.js';

describe('the page for signing in', () => {
  let bench: SignInBench;
  let visit: Visit;
  beforeEach(async () => {
    bench = await SignInBench.open();
    visit = await bench.visit();
  });
  afterEach(async () => {
    visit.interrupt();
    await visit.kept;
    await bench.close();
  });

  const isClosed = async (response: Response) => {
    assert.equal(response.status, 403);
    const text = await response.text();
    assert.match(text, /Open the full address that the command printed/);
    assert.doesNotMatch(text, /<form|Sign in with Microsoft|<a /);
    assert.equal(response.headers.get('set-cookie'), null);
    assert.equal(response.headers.get('referrer-policy'), 'same-origin');
  };
  const stranger = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, visit.url), { redirect: 'manual', ...init });
  const withCookie = (cookie: string) => ({ headers: { cookie } });
  const come = (address: string, init: RequestInit = {}) =>
    fetch(address.replace('localhost', '127.0.0.1'), { redirect: 'manual', ...init });
  const cookieName = () => `gatehouse-sign-in-${new URL(visit.url).port}`;

  it('is closed to who comes without its cookie, wherever they knock', async () => {
    await isClosed(await stranger('/'));
    await isClosed(await stranger('/done'));
    await isClosed(await stranger('/elsewhere'));
    await isClosed(await stranger('/start', { method: 'POST' }));
  });

  it('begins nothing for who comes without its cookie, and leaves who is on the way their way', async () => {
    const microsoft = await bench.pressesButton(visit);
    await isClosed(await stranger('/start', { method: 'POST' }));
    const back = await bench.answers(microsoft);
    await isClosed(await stranger(back.pathname + back.search));
    assert.deepEqual(await readdir(bench.folder), []);
    assert.equal((await visit.browser(back, { redirect: 'manual' })).status, 303);
    await isClosed(await stranger('/done'));
    assert.match(await (await visit.browser(`${visit.url}done`)).text(), /Gatehouse is signed in/);
    assert.equal(await visit.kept, true);
  });

  it('is closed to a cookie that it has not given', async () => {
    const other = await bench.visit();
    const { headers } = await come(other.address);
    const value = /=([^;]+);/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
    const key = new URL(visit.address).searchParams.get('key') ?? '';
    for (const each of [value, key, 'x', '', value.slice(1)]) {
      for (const path of ['/', '/done', '/?code=a&state=b']) {
        await isClosed(await stranger(path, withCookie(`${cookieName()}=${each}`)));
      }
      await isClosed(await stranger('/start', { method: 'POST', ...withCookie(`${cookieName()}=${each}`) }));
    }
    other.interrupt();
    await other.kept;
  });

  it('is closed to a wrong key', async () => {
    const key = new URL(visit.address).searchParams.get('key') ?? '';
    assert.ok(Buffer.from(key, 'base64url').length >= 16);
    for (const each of ['', 'x', key.slice(1), `${key}x`, 'x'.repeat(key.length)]) {
      await isClosed(await stranger(`/?key=${each}`));
    }
    await isClosed(await stranger(`/done?key=${key}`));
    await isClosed(await stranger(`/start?key=${key}`, { method: 'POST' }));
  });

  it('gives a cookie for the key that no script and no other site can use, and takes the key out of the address', async () => {
    const { status, headers } = await come(visit.address);
    assert.equal(status, 303);
    assert.equal(headers.get('location'), '/');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    const [pair = '', ...attributes] = (headers.get('set-cookie') ?? '').split('; ');
    assert.deepEqual(attributes.sort(), ['HttpOnly', 'Path=/', 'SameSite=Lax']);
    const [name, value = ''] = pair.split('=');
    assert.equal(name, cookieName());
    assert.ok(Buffer.from(value, 'base64url').length >= 16);
    assert.doesNotMatch(visit.address, new RegExp(value));
  });

  it('stays open to a browser that comes with the printed address again', async () => {
    const cookie = (await come(visit.address)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = await come(visit.address, withCookie(cookie));
    assert.equal(again.status, 303);
    assert.equal(again.headers.get('set-cookie'), null);
    assert.equal((await stranger('/', withCookie(cookie))).status, 200);
  });

  it('moves to another browser that comes with the printed address, and closes to the one before', async () => {
    const other = await enters(visit.address);
    assert.equal((await other(visit.url)).status, 200);
    await isClosed(await visit.browser(visit.url));
  });

  describe('that a browser was started for', () => {
    let started: Awaited<ReturnType<SignInBench['opens']>>;
    beforeEach(async () => {
      started = await bench.opens();
    });
    afterEach(async () => {
      started.interrupt();
      await started.kept;
    });

    it('opens once to the address in its arguments', async () => {
      const browser = await enters(started.addressForOnce);
      assert.equal((await browser(started.url)).status, 200);
      await isClosed(await come(started.addressForOnce));
      assert.equal((await browser(started.url)).status, 200);
    });

    it('opens not at all to that once somebody has come with the printed one', async () => {
      await enters(started.address);
      await isClosed(await come(started.addressForOnce));
    });
  });

  it('sends no key to Microsoft, and logs none', async () => {
    const microsoft = await bench.pressesButton(visit);
    await (await visit.browser(await bench.answers(microsoft))).text();
    const keys = [visit.address, visit.addressForOnce].map((each) => new URL(each).searchParams.get('key') ?? '');
    const told = JSON.stringify([microsoft.href, bench.sandbox.controls.requests(), bench.lines]);
    for (const key of keys) assert.ok(!told.includes(key));
  });
});

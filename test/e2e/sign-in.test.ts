// Signing in by clicking: the command’s page, Microsoft’s page as the sandbox shows it, and a browser.
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { gathered } from '../../src/microsoft/http/pages.js';
import { launchBrowser, picture } from '../support/browser.js';
import { SignInBench, type Visit } from '../support/sign-in-bench.js';

describe('whoever signs Gatehouse in with a browser', () => {
  let browser: Browser;
  let bench: SignInBench;
  let visit: Visit;
  let page: Page;
  /** What the browser complained about, most of all what a page's own policy forbids it. */
  let complaints: string[];

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  beforeEach(async () => {
    bench = await SignInBench.open();
    visit = await bench.visit();
    page = await browser.newPage({ viewport: { width: 900, height: 900 } });
    complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(visit.address);
  });
  afterEach(async () => {
    visit.interrupt();
    await visit.kept;
    await page.close();
    await bench.close();
  });

  const signsIn = () => page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('finds a button, chooses the account, and is told that everything is right', async () => {
    await heading('Sign Gatehouse in to Microsoft');
    assert.equal(new URL(page.url()).search, '');
    await picture(page, 'sign-in-start');
    await signsIn();
    await heading('Pick an account');
    await picture(page, 'sign-in-microsoft');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading('Gatehouse is signed in.');
    assert.equal(new URL(page.url()).pathname, '/done');
    await picture(page, 'sign-in-done');
    assert.match((await page.textContent('main')) ?? '', /Good: The account is in AdminAgents|AdminAgents/);
    assert.equal(await visit.kept, true);
    assert.deepEqual(complaints, []);
  });

  it('without a second factor is told what to do, and nothing is kept', async () => {
    await signsIn();
    await page.getByRole('checkbox', { name: /I approve the sign-in on my phone/ }).uncheck();
    await page.getByRole('radio', { name: /Robin Newcomer/ }).check();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading('Gatehouse isn’t signed in.');
    await page.getByText('Set up multifactor authentication').waitFor();
    await picture(page, 'sign-in-refused');
    assert.equal(await visit.kept, false);
    assert.deepEqual(complaints, []);
  });

  it('where consent is missing follows the link, consents, and is signed in', async () => {
    bench.sandbox.controls.setConsent({ partnerCenter: [] });
    await signsIn();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading(/something needs your attention/);
    await picture(page, 'sign-in-consent-missing');
    assert.equal(await visit.kept, true);
    await page.getByRole('link', { name: 'Grant consent at Microsoft' }).click();
    await picture(page, 'sign-in-admin-consent');
    await page.getByRole('button', { name: 'Accept' }).click();
    await heading('Consent is given');
    const { microsoft } = await bench.bot();
    assert.equal((await gathered(microsoft.customers.list())).length, 17);
    assert.deepEqual(complaints, []);
  });

  it('is the only one whom the page lets in', async () => {
    await heading('Sign Gatehouse in to Microsoft');
    const stranger = await browser.newPage();
    await stranger.goto(new URL('/', visit.address).href);
    await stranger.getByRole('heading', { level: 1, name: 'You can’t open this page' }).waitFor();
    await picture(stranger, 'sign-in-closed');
    await stranger.close();
  });

  it('reads the page on a phone and in the dark', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'sign-in-start-dark-phone');
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    assert.ok(width <= 390, `${width} pixels wide`);
  });
});

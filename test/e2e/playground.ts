// The real thing for a browser test: `npm start` with its chat, in a headless Chromium.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { en } from '../support/filled-by-hand.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = join(root, 'test-results', 'screenshots');

/** In place of what a text is filled with, where only its beginning is looked for. */
export const mark = '\u2042';

// How long a person waits for a file before they ask for it again.
const fileWithinMs = 15_000;
// And how long before they press again what did nothing.
const againMs = 5000;
const clicks = '/_conversation/v1/invoke';

/** What a text says before its mark. */
export function beginning(text: string): string {
  return text.split(mark)[0]?.trim() ?? '';
}

/** How a screen reader calls a button about a tenant. */
export function about(title: string, subject: string): string {
  return en.buttons.about({ title, subject });
}

/** Bot, sandbox, chat and browser. */
export class Playground {
  readonly folder: string;
  readonly chatUrl: string;
  readonly sandboxUrl: string;
  readonly page: Page;
  /** Everything that `npm start` has printed. */
  readonly printed: string[];
  readonly #process: ChildProcess;
  readonly #browser: Browser;

  private constructor(parts: {
    folder: string;
    chatUrl: string;
    sandboxUrl: string;
    printed: string[];
    process: ChildProcess;
    browser: Browser;
    page: Page;
  }) {
    this.folder = parts.folder;
    this.chatUrl = parts.chatUrl;
    this.sandboxUrl = parts.sandboxUrl;
    this.printed = parts.printed;
    this.#process = parts.process;
    this.#browser = parts.browser;
    this.page = parts.page;
  }

  /**
   * `npm start` on ports and a data folder of its own, and `settings`; nothing else is set. `isGreeted`: the bot meets the
   * chat for the first time.
   */
  static async start(settings: Readonly<Record<string, string>> = {}, isGreeted = true): Promise<Playground> {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'));
    const [port, sandboxPort, chatPort] = [await freePort(), await freePort(), await freePort()];
    const env = {
      ...process.env,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      PLAYGROUND_PORT: String(chatPort),
      DATA_DIR: join(folder, 'data'),
      ...settings,
    };
    const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const printed: string[] = [];
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        printed.push(line);
        if (line.includes('Ctrl-C ends everything')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed.join('\n')}`)));
    });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1100, height: 1500 } });
    const chatUrl = `http://localhost:${env.PLAYGROUND_PORT}`;
    await page.goto(chatUrl, { waitUntil: 'domcontentloaded' });
    const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
    const playground = new Playground({ folder, chatUrl, sandboxUrl, printed, process: child, browser, page });
    if (isGreeted) await playground.isTold(en.help.greeting.title);
    return playground;
  }

  /** Types a message; gives the card that answers it, told from news that may come in between by what it says. */
  async says(text: string, answer = beginning(en.tenantList.asOf({ time: mark }))): Promise<CardOnPage> {
    const before = await this.#cards.count();
    await this.page.locator('[role=textbox]').first().click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    for (const deadline = Date.now() + 15_000; ; await pause(50)) {
      const texts = await this.#cards.allInnerTexts();
      const index = texts.findIndex((shown, place) => place >= before && shown.includes(answer));
      if (index >= 0) return new CardOnPage(this.#cards.nth(index));
      assert.ok(Date.now() < deadline, `no card that says “${answer}” has come`);
    }
  }

  /** The last card with this line, which arrives by itself. `times`: how many say so once it is there. */
  async isTold(headline: string, times = 1): Promise<CardOnPage> {
    await this.#cards
      .filter({ hasText: headline })
      .nth(times - 1)
      .waitFor();
    // By its place, since it may say something else once a button is pressed.
    const matches = await this.#cards.evaluateAll(
      (cards, text) => cards.map((card) => (card.textContent ?? '').includes(text)),
      headline,
    );
    return new CardOnPage(this.#cards.nth(matches.lastIndexOf(true)));
  }

  get #cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  /** Goes to the group chat, where the others are, and gives the card that greets everybody there. */
  async entersGroupChat(): Promise<CardOnPage> {
    const entered = this.page.waitForResponse(/_debug\/conversation\/group-chat\/installation/);
    await this.page.locator('button').first().click();
    await this.page.getByText('Tier 2').first().click();
    await entered;
    // The list of chats lies over the chat until something else is clicked.
    await this.page.locator('[role=textbox]').first().click();
    return this.isTold(en.help.greeting.title);
  }

  /** Whatever is pressed meanwhile is pressed by another user of the chat, one that .m365agentsplayground.yml names. */
  async as(userId: string, work: () => Promise<void>): Promise<void> {
    await this.page.route(`**${clicks}`, (route) => {
      const { from: _, ...invoke } = route.request().postDataJSON();
      return route.continue({ postData: JSON.stringify({ ...invoke, from: { id: userId } }) });
    });
    await work();
    await this.page.unroute(`**${clicks}`);
  }

  /**
   * Presses what opens a file, and keeps what the browser is given under its own name; where it lies then. A busy browser
   * doesn't tell of a file that a new tab is given before that tab is known: then it's asked for again, as a person would.
   */
  async downloads(press: () => Promise<void>): Promise<string> {
    const context = this.page.context();
    const given = new Promise<Download>((resolve) => {
      this.page.once('download', resolve);
      context.on('page', (page) => page.once('download', resolve));
    });
    let download: Download | undefined;
    while (!download) {
      await press();
      download = await Promise.race([given, pause(fileWithinMs, undefined)]);
    }
    context.removeAllListeners('page');
    const path = join(this.folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  /** Runs a command of the product beside the bot, on its data folder, and tells what it said and how it ended. */
  async runs(command: string, ...args: readonly string[]): Promise<{ readonly said: string; readonly code: number }> {
    const env = { ...process.env, DATA_DIR: join(this.folder, 'data') };
    const child = spawn(process.execPath, [join(root, 'dist', 'cli', `${command}.js`), ...args], { cwd: root, env });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => lines.push(line));
    }
    const code = await new Promise<number>((resolve) => child.once('close', resolve));
    return { said: lines.join('\n'), code };
  }

  /** Goes to a page of the sandbox in a tab of its own, does something there, and comes back. */
  async onSandbox(path: string, work: (page: Page) => Promise<void>): Promise<void> {
    const page = await this.#browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(path.startsWith('http') ? path : `${this.sandboxUrl}${path}`);
    await work(page);
    await page.close();
  }

  /** Leaves a picture of a page of the sandbox. */
  async picturesPage(page: Page, name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** Everything that stands in the data folder, as text. */
  async dataFolder(): Promise<string> {
    const entries = await readdir(join(this.folder, 'data'), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
  }

  /** Presses Ctrl-C, which goes to all processes of the terminal, so to the whole group here. */
  interrupts(): void {
    process.kill(this.#group, 'SIGINT');
  }

  /** Resolves when not one of the processes is left; fails when some still are after fifteen seconds. */
  async hasEnded(): Promise<void> {
    for (const deadline = Date.now() + 15_000; this.#isAlive(); await pause(100)) {
      assert.ok(Date.now() < deadline, 'something still runs');
    }
  }

  async end(): Promise<void> {
    await this.#browser.close();
    if (this.#isAlive()) this.interrupts();
    await this.hasEnded();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The group of processes that `npm start` began. */
  get #group(): number {
    assert.ok(this.#process.pid);
    return -this.#process.pid;
  }

  #isAlive(): boolean {
    try {
      return process.kill(this.#group, 0);
    } catch {
      return false;
    }
  }
}

/** One of the bot's cards in the chat. */
export class CardOnPage {
  readonly #card: Locator;

  constructor(card: Locator) {
    this.#card = card;
  }

  /** Presses a button by what it says to the eye, or to a screen reader. */
  async presses(button: string): Promise<void> {
    const named = this.#card.getByRole('button', { name: button, exact: true });
    const told = this.#card.locator(`[title="${button}"], [aria-label="${button}"]`);
    const leading = this.#card.getByRole('link', { name: button, exact: true });
    await named.or(told).or(leading).first().click();
  }

  /** From where to where a button reaches across the page. */
  async across(button: string): Promise<{ readonly left: number; readonly right: number }> {
    const named = this.#card.getByRole('button', { name: button, exact: true });
    const told = this.#card.locator(`[title="${button}"], [aria-label="${button}"]`);
    const box = await named.or(told).first().boundingBox();
    return box ? { left: box.x, right: box.x + box.width } : assert.fail(`${button} isn’t shown`);
  }

  /**
   * Types into the field of this label, and does what sends it: presses a button, or Ctrl+Enter, with which Microsoft's renderer
   * presses the button inside the field. A card that is redrawn in between takes what was typed with it: it's typed again.
   */
  async sends(label: string, text: string, button?: string): Promise<void> {
    const field = this.#card.getByRole('textbox', { name: label });
    for (let isSent = false; !isSent; ) {
      await field.fill(text);
      const click = this.#card.page().waitForRequest((request) => request.url().endsWith(clicks));
      await (button === undefined ? field.press('Control+Enter') : this.presses(button));
      isSent = text === '' || JSON.stringify((await click).postDataJSON()).includes(JSON.stringify(text));
    }
  }

  /** Presses what leads to this position of a list; a card that is redrawn takes a click with it: then it's pressed again. */
  async turnsTo(button: string, position: string): Promise<void> {
    const at = this.#card.getByText(position);
    for (let presses = 1; presses <= 3 && !(await at.isVisible()); presses += 1) {
      await this.presses(button);
      await at.waitFor({ timeout: againMs }).catch(() => undefined);
    }
    await this.standsAt(position);
  }

  /** Waits for this position of a list; where rows have changed places since, it says so instead, and is refreshed. */
  async standsAt(position: string, { tenantList: { changed }, buttons: { refresh } } = en): Promise<void> {
    const [at, moved] = [this.#card.getByText(position), this.#card.getByText(changed)];
    for (;;) {
      await at.or(moved).first().waitFor();
      if (await at.isVisible()) return;
      await this.presses(refresh);
    }
  }

  /** Whether the choice of this name is made. */
  async hasChosen(choice: string): Promise<boolean> {
    return this.#card.getByRole('checkbox', { name: choice }).isChecked();
  }

  /** What stands in the field of this label. */
  async holds(label: string): Promise<string> {
    return this.#card.getByRole('textbox', { name: label }).inputValue();
  }

  /** Waits until it reads so, without a click, for as long as a page may take, or longer. */
  async reads(text: string | RegExp, withinMs?: number): Promise<void> {
    await this.#card
      .getByText(text)
      .first()
      .waitFor(withinMs === undefined ? {} : { timeout: withinMs });
  }

  /** What can be read on it now. */
  async text(): Promise<string> {
    return (await this.#card.textContent()) ?? '';
  }

  /** Leaves a picture of it. */
  async pictures(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.#card.scrollIntoViewIfNeeded();
    await this.#card.screenshot({ path: join(pictures, `${name}.png`) });
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

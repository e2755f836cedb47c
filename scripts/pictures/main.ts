// Pictures of the main cards as Teams shows them: `npm run pictures -- FOLDER`. In English and German, light and dark, as wide
// as a phone and as a desktop's chat; drawn by Microsoft's own renderer in a headless Chromium.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/views/catalogue.js';
import { launchBrowser } from '../../test/support/browser.js';
import { mainCards } from './cards.js';
import { hostConfigOf, styleSheetOf, type Theme, themes } from './teams-look.js';

const widths = { phone: 320, desktop: 700 };
const languages: readonly Language[] = ['en', 'de'];
const locales: Readonly<Partial<Record<Language, string>>> = { en: 'en-US', de: 'de-DE' };
const scripts = [
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  fileURLToPath(new URL('draw.js', import.meta.url)),
];

interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly width: number;
}

/** Draws every card with this look on one page, one after the other. */
async function picture(browser: Browser, cards: ReadonlyMap<string, unknown>, look: Look, folder: string) {
  const { language, theme, width } = look;
  const page = await browser.newPage({
    viewport: { width: width + 32, height: 900 },
    locale: locales[language] ?? language,
    timezoneId: 'Europe/Berlin',
  });
  await page.setContent(`<!doctype html><html lang="${language}"><body><main></main></body></html>`);
  await page.addStyleTag({ content: styleSheetOf(theme, width) });
  for (const path of scripts) await page.addScriptTag({ path });
  const isDesktop = width > 400;
  for (const [name, card] of cards) {
    const drawing = [card, hostConfigOf(theme), isDesktop].map((each) => JSON.stringify(each)).join(', ');
    await page.evaluate(`drawCard(${drawing})`);
    await page.locator('main').screenshot({ path: join(folder, `${name}-${language}-${theme}-${width}.png`) });
  }
  await page.close();
}

const folder = process.argv[2] ?? 'pictures';
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const language of languages) {
    const cards = await mainCards(language);
    for (const theme of themes) {
      for (const width of Object.values(widths)) await picture(browser, cards, { language, theme, width }, folder);
    }
  }
} finally {
  await browser.close();
}

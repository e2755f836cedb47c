// The list on a phone that is 320 pixels wide: every word whole, the filters in two rows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { listTenants } from '../../../src/domain/tenant/list.js';
import { statuses } from '../../../src/domain/tenant/status.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import { TenantIndex } from '../../../src/domain/tenant/tenant-index.js';
import { type Language, languages, wordsIn } from '../../../src/views/catalogue.js';
import { tenantListView } from '../../../src/views/tenant/tenant-list.js';
import { aTemplates, now, tenantBy } from '../../support/builders.js';
import { parts } from '../../support/card-reading.js';

// Teams' figures: the padding of a card, the room between columns, text and buttons (scripts/pictures/teams-look.ts).
const inside = 320 - 2 * 16;
const betweenColumns = 12;
const small = 12;
const buttonText = 14;
const aroundButtonText = 24;

// Wider than Segoe UI, so what fits here fits there.
const path = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf');
const font = create(readFileSync(path)) as Font;
const widthOf = (text: string, size: number) => (font.layout(text).advanceWidth * size) / font.unitsPerEm;
// An icon is as wide as one and a half letters of its size.
const widestWord = (text: string) =>
  Math.max(...text.split(' ').map((word) => widthOf(word.replaceAll(/[^\p{L}\p{N}\p{P}]/gu, 'MM'), small)));

type Part = Readonly<Record<string, unknown>>;

function listIn(language: Language): unknown {
  const tenants = statuses.flatMap((status, at): readonly Tenant[] =>
    [0, 1].map((twin) => ({ ...tenantBy[status](), tenantId: `10000000-0000-4000-8000-0000000000${at}${twin}` })),
  );
  const page = listTenants(new TenantIndex(tenants), { search: '', page: 1 });
  return tenantListView(page, { words: wordsIn(language), isSandbox: false, templates: aTemplates(), now, asOf: now });
}

const columnsOf = (part: Part) => (part.columns ?? []) as readonly Part[];

for (const language of languages) {
  describe(`the list on a phone, in ${wordsIn(language).language.name}`, () => {
    const sets = [...parts(listIn(language))].filter(({ type }) => type === 'ColumnSet');
    const filters = sets.filter((set) => columnsOf(set).every(({ selectAction }) => selectAction !== undefined));
    const rows = sets.filter((set) => [...parts(set)].some(({ type }) => type === 'ActionSet'));

    it('has its filters in two rows, with every word whole', () => {
      assert.equal(filters.length, 2);
      assert.equal(filters.flatMap(columnsOf).length, statuses.length + 1);
      for (const set of filters) {
        const { length } = columnsOf(set);
        const room = (inside - betweenColumns * (length - 1)) / length;
        for (const { text } of parts(set)) {
          if (typeof text === 'string') assert.ok(widestWord(text) <= room, `${text}: ${widestWord(text)} of ${room}`);
        }
      }
    });

    it('leaves beside a row’s button the room for every word of its status', () => {
      assert.equal(rows.length, statuses.length * 2);
      for (const row of rows) {
        const [told, pressed] = columnsOf(row);
        const titles = [...parts(pressed)].flatMap(({ type, title }) =>
          type === 'Action.Execute' ? [String(title)] : [],
        );
        const button = Math.max(...titles.map((title) => widthOf(title, buttonText))) + aroundButtonText;
        const room = inside - betweenColumns - button;
        for (const { text } of parts(told)) {
          // Domains are no words; a time is a short one.
          if (typeof text !== 'string' || text.endsWith('.com')) continue;
          const words = text.replaceAll(/{{.*?}}/g, '10:00');
          assert.ok(widestWord(words) <= room, `${words}: ${widestWord(words)} of ${room} beside ${titles}`);
        }
      }
    });
  });
}

// A person brings in tags and owners from rows: a preview with each bad line named, one yes, and one card that follows.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { buttonFor, pressables, textOf } from '../support/card-reading.js';
import type { BotMessage } from '../support/fake-teams.js';
import { disturb } from '../support/traffic.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const { importing } = en;

describe('an import', () => {
  const w = aWorldForEach();

  afterEach(() => disturb(undefined));

  const tagsOf = async (tenantId: string) => (await w.world.tenant(tenantId)).tags ?? [];
  const exported = async (format: string) => {
    const { card } = await w.chat.says(`/export tenants ${format}`);
    return fetch(String(pressables(card).find(({ url }) => url !== undefined)?.url));
  };
  it('takes rows from one line, as a chat sends them that drops line breaks', async () => {
    const preview = await w.chat.says('/import Tenant,Tags; Contoso Ltd,vip gold; Fabrikam Inc,vip');
    assert.ok(w.chat.reads(preview).includes(en.batches.ask.import({ count: 2 })), w.chat.reads(preview));
    const joined = await w.chat.says('/import Tenant;Tags Contoso Ltd;vip Fabrikam Inc;vip');
    assert.ok(w.chat.reads(joined).includes(importing.howTo));
  });

  const pasted = (...lines: readonly string[]) => w.chat.says(['/import', ...lines].join('\n'));

  it('shows what changes and what stays, and does it after one yes', async () => {
    await w.chat.says('/tag contoso vip old');
    const preview = await pasted(
      'Tenant ID;Tags;Mandant',
      `${tenantIds.contoso};gold, -old;`,
      ';vip;fabrikam inc',
      `${tenantIds.woodgrove};;Woodgrove Bank`,
    );
    const read = w.chat.reads(preview);
    assert.ok(read.includes(en.batches.ask.import({ count: 2 })), read);
    assert.ok(read.includes(importing.unchanged({ count: 1 })), read);
    assert.deepEqual(await tagsOf(tenantIds.contoso), ['vip', 'old']);
    const yes = buttonFor(preview.card, 'import.begin');
    assert.ok(yes);
    const begun = await w.chat.presses(preview, 'import.begin');
    await w.world.passes(5);
    assert.ok(textOf(begun).includes(en.batches.title.import({ count: 2 })));
    assert.deepEqual(await tagsOf(tenantIds.contoso), ['vip', 'gold']);
    // The second half of a double click shows what the first has begun.
    await w.chat.says('/tag contoso old');
    await w.chat.clicks(preview, yes);
    await w.world.passes(5);
    assert.deepEqual(await tagsOf(tenantIds.contoso), ['vip', 'gold', 'old']);
  });

  it('names each line that it can’t take, with its number and why, and takes the others', async () => {
    const preview = await pasted(
      'Tenant,Tags,Colour',
      'Contoso Ltd,vip,red',
      'Nowhere,vip,',
      ',vip,',
      'Contoso Ltd,gold,',
      'Woodgrove Bank,v!p,',
    );
    const read = w.chat.reads(preview);
    const say = (line: number, why: string) =>
      assert.ok(read.includes(importing.line({ line, why: why as never })), read);
    say(1, importing.why.unknownColumn({ given: 'Colour' as never }));
    assert.ok(read.includes(importing.why.unknownTenant({ given: 'Nowhere' as never })), read);
    say(4, importing.why.noTenant);
    say(5, importing.why.twice({ first: 2 }));
    assert.match(read, /Line 6: “v!p”/);
    assert.ok(read.includes(en.batches.ask.import({ count: 1 })));
  });

  it('has nothing to change where it brings in what an export has written', async () => {
    await w.chat.says('/tag contoso vip old');
    await w.chat.says('/take contoso');
    const nothing = (preview: BotMessage) => {
      const read = w.chat.reads(preview);
      assert.ok(read.includes(importing.nothing), read);
      assert.ok(read.includes(importing.unchanged({ count: 18 })), read);
      assert.equal(buttonFor(preview.card, 'import.begin'), undefined);
    };
    nothing(await w.chat.says(`/import\n${await (await exported('csv')).text()}`));
    const bytes = await (await exported('xlsx')).arrayBuffer();
    disturb(async ({ url, go }) => (url.hostname.endsWith('.sharepoint.com') ? new Response(bytes) : go()));
    const downloadUrl = 'https://northbridge-my.sharepoint.com/_layouts/15/download.aspx?tempauth=x';
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    nothing(await w.chat.says('/import', [{ contentType, name: 'tenants.xlsx', content: { downloadUrl } }]));
  });

  it('says how, where there are no rows or no headings, and where others read', async () => {
    assert.ok(w.chat.reads(await w.chat.says('/import')).includes(importing.howTo));
    assert.ok(w.chat.reads(await pasted('contoso;vip', 'x;y')).includes('Tenant ID'));
    const group = w.world.chat(people.alex, 'group', 'groupChat');
    assert.ok(group.reads(await group.says('/import\nTenant;Tags\ncontoso;vip')).includes(importing.ownChat));
  });
});

// A batch for the tenants that rows name: pasted below the command, or in a CSV file that is attached to it.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor } from '../support/card-reading.js';
import { disturb } from '../support/traffic.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

const { batches: words } = en;
const file = (downloadUrl: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://northbridge-my.sharepoint.com/personal/alex/Documents/tenants.csv',
  name: 'tenants.csv',
  content: { downloadUrl, uniqueId: '1', fileType: 'csv' },
});

describe('a batch for tenants that rows name', () => {
  const w = aWorldForEach();

  afterEach(() => disturb(undefined));

  it('names the rows that name none, and does it to the others, each once', async () => {
    const rows = ['Tenant', tenantIds.fabrikam, 'FABRIKAM', 'nobody [x](y)', tenantIds.northwind.toUpperCase()];
    const message = await w.chat.says(`/tag vip\n${rows.join('\n')}`);
    assertGoodCard(w.chat.sees(message));
    const said = w.chat.reads(message);
    assert.ok(said.includes(words.ask.tag({ count: 2 })), said);
    assert.match(said, /Line 4 \(“nobody \[x\]\(y\)”\)/);
    assert.ok(!said.includes('Line 1 '));
    await w.chat.presses(message, 'batch.begin');
    await w.world.passes(5);
    assert.match(w.chat.reads(message), /Done: 2 of 2/);
    const list = await w.chat.says('/tenants tag:vip');
    assert.match(w.chat.reads(list), /Fabrikam/);
  });

  it('names wrong rows without a line where all stood in one', async () => {
    const message = await w.chat.says(`/tag vip; ${tenantIds.fabrikam}; nobody [x](y)`);
    const said = w.chat.reads(message);
    assert.ok(said.includes(words.ask.tag({ count: 1 })), said);
    assert.ok(said.includes('“nobody [x](y)”: no tenant'), said);
    assert.ok(!said.includes('Line'), said);
  });

  it('takes a file from the person’s OneDrive, and from nowhere else', async () => {
    const asked: string[] = [];
    disturb(async ({ url, go }) => {
      if (!url.hostname.endsWith('.example') && !url.hostname.endsWith('.sharepoint.com')) return go();
      asked.push(url.href);
      return new Response(`Domain;Owner\r\n${tenantIds.fabrikam};me\r\n`);
    });
    const good = 'https://northbridge-my.sharepoint.com/_layouts/15/download.aspx?tempauth=secret';
    const message = await w.chat.says('/tag gold', [{ contentType: 'text/html', content: '' }, file(good)]);
    assert.ok(w.chat.reads(message).includes(words.ask.tag({ count: 1 })), w.chat.reads(message));
    const refused = await w.chat.says('/tag gold', [file('https://evil.example/tenants.csv')]);
    assert.ok(w.chat.reads(refused).includes(en.givenRows.notFetched), w.chat.reads(refused));
    assert.deepEqual(asked, [good]);
    assert.ok(!JSON.stringify(w.world.log).includes('secret'));
  });

  it('is begun by whoever was asked alone, and not from rows that aren’t kept any longer', async () => {
    const message = await w.chat.says(`/tag vip\n${tenantIds.fabrikam}`);
    const yes = buttonFor(w.chat.sees(message), 'batch.begin') ?? assert.fail('no yes');
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    await megan.clicks(await megan.says('/tenants'), yes);
    await w.world.passes(5);
    assert.equal((await w.world.contents()).batches.size, 0);
    await w.world.passes(3700);
    await w.chat.presses(message, 'batch.begin');
    assert.ok(w.chat.reads(message).includes(words.rowsGone));
    assert.equal((await w.world.contents()).batches.size, 0);
  });
});

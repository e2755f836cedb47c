// The report about all tenants: for who asks, and by itself each month where somebody wants it.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { buttonsOf, linksOf, textOf } from '../support/card-reading.js';
import { aWorldForEach } from '../support/world.js';

describe('the report about all tenants', () => {
  const w = aWorldForEach();
  const { report } = en.fleet;

  it('is a PDF behind a link for who asks for it', async () => {
    const { card } = await w.chat.says('/fleet report');
    const [link = ''] = linksOf(card);
    const file = await fetch(link);
    assert.equal(file.headers.get('content-type'), 'application/pdf');
    assert.match(Buffer.from(await file.arrayBuffer()).toString('latin1'), /^%PDF-1\.7/);
    const pressed = await w.chat.presses(await w.chat.says('/fleet'), 'fleet.report');
    assert.equal(linksOf(pressed).length, 1);
  });

  it('comes by itself once it is wanted, and no longer once it isn’t', async () => {
    const fleet = await w.chat.says('/fleet');
    assert.ok(buttonsOf(fleet.card).includes(report.subscribe));
    const wanted = await w.chat.presses(fleet, 'fleet.sendReport');
    assert.ok(textOf(wanted).includes(report.isSent));
    assert.ok(buttonsOf(wanted).includes(report.unsubscribe));
    const unwanted = await w.chat.presses(await w.chat.says('/fleet'), 'fleet.sendReport');
    assert.ok(textOf(unwanted).includes(report.isNotSent));
  });
});

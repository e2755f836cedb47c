// Notes, tickets and snoozes, from what is typed to the card that everyone sees.
import assert from 'node:assert/strict';
import { en } from '../../src/views/words/en/index.js';
import { assertGoodCard } from '../support/card-lint.js';
import { buttonFor, inputsOf, parts, rangeOn, textOf } from '../support/card-reading.js';
import { onEachStore } from '../support/each-store.js';
import { aWorldForEach, people, tenantIds } from '../support/world.js';

describe('what people leave at a tenant', () => {
  const w = aWorldForEach({
    OPERATORS: people.megan.aadObjectId,
    ADMINS: people.alex.aadObjectId,
    RECONCILE_SECONDS: '300',
  });
  const contoso = () => w.world.tenant(tenantIds.contoso);

  onEachStore('is a note, whatever stands in it, on the card for everyone, and goes with its number', async () => {
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    const text = ['**Bold** [x](https://evil.example) $', '{tenantId} calls back owner:me'].join('');
    const card = await megan.says(`/note ${tenantIds.contoso} ${text}`);
    assertGoodCard(card.card);
    assert.ok(textOf(card.card).includes(`Megan Bowen: ${text}`));
    await w.chat.says(`/note ${tenantIds.contoso} second`);
    const refused = await megan.says(`/note ${tenantIds.contoso} -1`);
    assert.ok(
      megan.reads(refused).includes(en.notices.refused.ofSomeoneElse({ tenant: 'Contoso Ltd' as never }).slice(0, 30)),
    );
    await w.chat.says(`/note ${tenantIds.contoso} -2`);
    assert.deepEqual(
      (await contoso()).notes?.map((note) => note.text),
      ['second'],
    );
    assert.ok(w.chat.reads(await w.chat.says('/note')).includes(en.attention.howToAsk.note));
  });

  it('is a ticket, which the history names, and nothing that is none', async () => {
    const card = await w.chat.says(`/ticket ${tenantIds.contoso} INC-4711`);
    assert.ok(textOf(card.card).includes('INC-4711'));
    assert.ok(w.chat.reads(await w.chat.says(`/history ${tenantIds.contoso}`)).includes('INC-4711'));
    await w.chat.says(`/ticket ${tenantIds.contoso} <b>`);
    assert.equal((await contoso()).ticket, 'INC-4711');
    await w.chat.says(`/ticket ${tenantIds.contoso} -`);
    assert.equal((await contoso()).ticket, undefined);
  });

  it('is said in a sentence, with what it was and at whom', async () => {
    const { done } = en.attention;
    const tenant = 'Contoso Ltd' as never;
    const answers: readonly (readonly [string, string])[] = [
      ['/note contoso.example calls back', done.note({ tenant })],
      ['/note contoso.example -1', done.deleteNote({ tenant })],
      ['/ticket contoso.example INC-1', done.setTicket({ tenant, ticket: 'INC-1' as never })],
      ['/ticket contoso.example -', done.noTicket({ tenant })],
      ['/snooze contoso.example 2 holiday', done.snooze({ tenant, day: '\u{7}' as never }).split('\u{7}')[0] ?? ''],
      ['/snooze contoso.example 0', done.wake({ tenant })],
      ['/take contoso.example', done.take({ tenant })],
      ['/release contoso.example', done.release({ tenant })],
    ];
    for (const [said, answer] of answers) {
      const { card } = await w.chat.says(said.replace('contoso.example', tenantIds.contoso));
      assertGoodCard(card);
      assert.ok(textOf(card).includes(answer), `${said}: ${textOf(card)}`);
    }
  });

  it('is nothing where no tenant is named or too many days are, which the answer says', async () => {
    const nobody = en.attention.noTenant({ given: 'nobody' as never });
    for (const said of [
      '/note nobody hi',
      '/ticket nobody INC-1',
      '/snooze nobody 3 why',
      '/take nobody',
      '/release nobody',
    ])
      assert.ok(w.chat.reads(await w.chat.says(said)).includes(nobody), said);
    const days = await w.chat.says(`/snooze ${tenantIds.contoso} 200 on holiday`);
    assert.ok(w.chat.reads(days).includes(en.attention.wrongDays({ given: '200' as never, most: 90 })));
    for (const typed of ['/note fabrikam ', '/snooze fabrikam 7 ']) {
      const long = await w.chat.says(typed + 'x'.repeat(501));
      assert.ok(w.chat.reads(long).includes(en.attention.tooLong({ count: 501, most: 500 })));
    }
    const why = await w.chat.says(`/snooze ${tenantIds.contoso} 20`);
    assert.ok(w.chat.reads(why).includes(en.attention.reasonMissing));
    assert.deepEqual(
      [(await contoso()).snooze, (await contoso()).notes, (await contoso()).owner],
      [undefined, undefined, undefined],
    );
  });

  onEachStore('is a snooze with a reason, which takes it out of /open until it’s over, and is found', async () => {
    const openCount = async () => rangeOn((await w.chat.says('/open status:issues-found')).card)?.[2];
    const before = (await openCount()) ?? 0;
    const snoozed = () => w.chat.says('/tenants snoozed:yes');
    assert.ok(w.chat.reads(await w.chat.says('/snooze litware 14')).includes(en.attention.howToAsk.snooze));
    const { card } = await w.chat.says('/snooze litware 14 customer **on** holiday');
    assert.ok(textOf(card).includes('customer **on** holiday'), textOf(card));
    assert.deepEqual(rangeOn((await snoozed()).card), [1, 1, 1]);
    assert.equal(await openCount(), before - 1);
    await w.chat.says('/snooze litware 0');
    assert.deepEqual([rangeOn((await snoozed()).card), await openCount()], [undefined, before]);
    await w.chat.says('/snooze litware 2 customer on holiday');
    await w.world.stopBot();
    await w.world.startBot();
    assert.equal((await w.world.tenant(tenantIds.litware)).snooze?.reason, 'customer on holiday');
    await w.world.skips(3);
    assert.equal((await w.world.tenant(tenantIds.litware)).snooze, undefined);
    assert.equal(rangeOn((await snoozed()).card), undefined);
  });

  onEachStore('is no snooze any more once the access is lost, which can’t be snoozed', async () => {
    const fabrikam = () => w.world.tenant(tenantIds.fabrikam);
    await w.chat.says('/snooze fabrikam 30 ends anyway');
    assert.equal((await fabrikam()).snooze?.reason, 'ends anyway');
    w.world.sandbox.controls.end(w.world.sandbox.controls.relationships(tenantIds.fabrikam)[0]?.id ?? '');
    await w.world.passes(330);
    assert.deepEqual([(await fabrikam()).status, (await fabrikam()).snooze], ['issuesFound', undefined]);
    const refused = await w.chat.says('/snooze fabrikam 30 ends anyway');
    assert.ok(w.chat.reads(refused).includes(en.notices.refused.neverSnoozed({ tenant: 'Fabrikam Inc' as never })));
    assert.equal((await fabrikam()).snooze, undefined);
  });

  const formOf = async (tenantId: string) => {
    const message = await w.chat.says(`/tenants ${tenantId}`);
    await w.chat.presses(message, { verb: 'tenant.open', data: { tenantId } });
    assertGoodCard(await w.chat.presses(message, 'tenant.askAttend'));
    return message;
  };

  onEachStore('is written in the form on its card as well, all of it at once', async () => {
    const { done } = en.attention;
    const tenant = 'Contoso Ltd' as never;
    const message = await formOf(tenantIds.contoso);
    const typed = { note: 'calls **back**\nMonday', ticket: 'INC-1', snoozeDays: '7', reason: 'holiday' };
    const card = await w.chat.presses(message, 'tenant.attend', typed);
    assertGoodCard(card);
    for (const said of [done.note({ tenant }), done.setTicket({ tenant, ticket: 'INC-1' as never })])
      assert.ok(textOf(card).includes(said), textOf(card));
    const { notes, ticket, snooze } = await contoso();
    assert.deepEqual(
      [notes?.map(({ text }) => text), ticket, snooze?.reason],
      [['calls **back** Monday'], 'INC-1', 'holiday'],
    );
    const again = await formOf(tenantIds.contoso);
    assert.deepEqual([inputsOf(w.chat.sees(again)).ticket, inputsOf(w.chat.sees(again)).note], ['INC-1', '']);
    await w.chat.presses(again, 'tenant.wake');
    assert.equal((await contoso()).snooze, undefined);
  });

  it('is deleted in the form: a note of one’s own, and by admins of anyone’s', async () => {
    const tenantId = tenantIds.woodgrove;
    const megan = w.world.chat(people.megan, 'chat-of-megan');
    await megan.installs();
    await megan.says(`/note ${tenantId} of Megan`);
    await w.chat.says(`/note ${tenantId} of Alex`);
    const choices = (card: unknown) =>
      [...parts(card)]
        .filter(({ id }) => id === 'deletedNote')
        .flatMap(({ choices: all }) => all as { title: string; value: string }[]);
    const message = await formOf(tenantId);
    const offered = choices(w.chat.sees(message));
    assert.deepEqual(
      offered.map(({ title }) => title),
      [en.attention.form.noDeletion, 'of Alex', 'of Megan'],
    );
    const form = await megan.says(`/note ${tenantId}`);
    assert.deepEqual(
      choices(megan.sees(form)).map(({ title }) => title),
      [en.attention.form.noDeletion, 'of Megan'],
    );
    const saved = await w.chat.presses(message, 'tenant.attend', { deletedNote: offered[2]?.value });
    assertGoodCard(saved);
    assert.deepEqual(
      (await w.world.tenant(tenantId)).notes?.map(({ text }) => text),
      ['of Alex'],
    );
    // What an operator isn't offered is refused to them all the same.
    await megan.presses(form, 'tenant.attend', { deletedNote: offered[1]?.value });
    assert.ok(
      megan.reads(form).includes(en.notices.refused.ofSomeoneElse({ tenant: 'Woodgrove Bank' as never })),
      megan.reads(form),
    );
    assert.equal((await w.world.tenant(tenantId)).notes?.length, 1);
  });

  it('is not written in the form where one part can’t be had, which stays as it was typed', async () => {
    const message = await formOf(tenantIds.contoso);
    const typed = { note: 'hi', ticket: '<b>', snoozeDays: '7', reason: '' };
    const card = await w.chat.presses(message, 'tenant.attend', typed);
    assertGoodCard(card);
    assert.ok(textOf(card).includes(en.attention.notTicket({ given: '<b>' as never, most: 64 })));
    assert.ok(textOf(card).includes(en.attention.reasonMissing));
    assert.deepEqual(inputsOf(card), typed);
    const days = await w.chat.presses(message, 'tenant.attend', {
      ...typed,
      ticket: '',
      snoozeDays: '',
      reason: 'why',
    });
    assert.ok(textOf(days).includes(en.attention.daysMissing));
    const { notes, ticket, snooze } = await contoso();
    assert.deepEqual([notes, ticket, snooze], [undefined, undefined, undefined]);
    const nothing = { note: ' ', ticket: '', snoozeDays: '', reason: '' };
    assert.ok(textOf(await w.chat.presses(message, 'tenant.attend', nothing)).includes(en.attention.form.nothing));
  });

  it('stays a form with what was typed where that is too long, and says how long it may be', async () => {
    const message = await formOf(tenantIds.contoso);
    const note = 'x'.repeat(501);
    const again = await w.chat.presses(message, 'tenant.attend', { note, ticket: 'INC-1', snoozeDays: '', reason: '' });
    assert.ok(textOf(again).includes(en.attention.tooLong({ count: 501, most: 500 })), textOf(again));
    assert.ok(String(inputsOf(again).note).startsWith('x'.repeat(499)));
    assert.deepEqual([inputsOf(again).ticket, (await contoso()).ticket], ['INC-1', undefined]);
    // Some clients don't hold an input to its length at all. Then the card stays as it is there.
    const save = w.chat.finds(message, 'tenant.attend');
    const refused = await w.chat.clicks(message, save, {
      note: 'x'.repeat(5000),
      ticket: '',
      snoozeDays: '',
      reason: '',
    });
    const body = JSON.stringify(refused);
    assert.ok(body.includes(en.replies.typedTooLong({ count: 5000, most: 500 })), body.slice(0, 500));
    assert.equal((await contoso()).notes, undefined);
  });

  it('leaves a ticket alone that someone else has set since the form was opened', async () => {
    const message = await w.chat.says(`/note ${tenantIds.contoso}`);
    assert.ok(buttonFor(w.chat.sees(message), 'tenant.attend'));
    const opened = w.chat.finds(message, 'tenant.attend');
    await w.world.chat(people.megan, 'chat-of-megan').says(`/ticket ${tenantIds.contoso} INC-2`);
    await w.chat.clicks(message, opened, { note: 'hi', ticket: '', snoozeDays: '', reason: '' });
    assert.deepEqual([(await contoso()).ticket, (await contoso()).notes?.length], ['INC-2', 1]);
    // Teams sends a click again whose answer it has missed.
    await w.world.passes(5);
    await w.chat.clicks(message, opened, { note: 'hi', ticket: '', snoozeDays: '', reason: '' });
    assert.equal((await contoso()).notes?.length, 1);
  });
});

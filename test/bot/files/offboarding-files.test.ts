// How a certificate or a plan reaches an admin, wherever they ask for it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DeliveryError } from '../../../src/bot/delivery/messenger.js';
import { Downloads } from '../../../src/bot/files/downloads.js';
import { FileOffers } from '../../../src/bot/files/file-offers.js';
import { OffboardingFiles } from '../../../src/bot/files/offboarding-files.js';
import { Audience } from '../../../src/bot/people/audience.js';
import { takesFiles } from '../../../src/bot/turn/service-hosts.js';
import type { MessageLanguage } from '../../../src/domain/message-languages.js';
import { issuedOf } from '../../../src/domain/offboarding/certify.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { type OffboardingPlan, Offboardings } from '../../../src/operations/offboarding/offboardings.js';
import type { HandedFile } from '../../../src/operations/ports/handed-files.js';
import { MemoryLinks } from '../../../src/store/folder/memory-links.js';
import { dayAndTime, literal } from '../../../src/views/render/text.js';
import { en } from '../../../src/views/words/en/index.js';
import { certified, manyTies, offboardingId } from '../../support/an-offboarding.js';
import { alex, aTemplates, aTenant, contoso, now } from '../../support/builders.js';
import { inputsOf, pressables, textOf } from '../../support/card-reading.js';
import { ManualClock } from '../../support/manual-clock.js';
import { MemoryAudit } from '../../support/memory-audit.js';
import { MemoryStore } from '../../support/memory-store.js';
import { aTurn, rolesOf } from '../../support/some-services.js';
import { standIn } from '../../support/stand-in.js';
import { noArchive, noLog } from '../../support/test-dependencies.js';

const pdf = Buffer.from('%PDF');
const hash = createHash('sha256').update(pdf).digest('hex');
const json = Buffer.from('{}');
const certificate = issuedOf(certified(), { json: createHash('sha256').update(json).digest('hex'), pdf: hash });
const teams = 'https://smba.trafficmanager.net/emea/';
const reference = (serviceUrl: string, channelId = 'msteams') => ({
  serviceUrl,
  channelId,
  bot: { id: '28:gatehouse', name: 'Gatehouse' },
});
const turn = aTurn();
const { certificateMissing, certificateChanged, noCertificate, planSlow, noPlan } = en.replies.file;

function files(options: { serviceUrl?: string; baseUrl?: string; plan?: Promise<OffboardingPlan | undefined> } = {}) {
  const clock = new ManualClock();
  const store = new MemoryStore({
    certificates: [certificate],
    conversations: [
      { id: 'chat', kind: 'personal', subscribed: true, reference: reference(options.serviceUrl ?? teams) },
    ],
  });
  const offered: { readonly conversationId: string; readonly file: HandedFile }[] = [];
  const set: { isTeamsDown: boolean; isAdmin: boolean; pdf: Buffer; json: Buffer | undefined } = {
    ...{ isTeamsDown: false, isAdmin: true },
    ...{ pdf, json: undefined },
  };
  const [links, audit] = [new MemoryLinks(clock), new MemoryAudit()];
  const downloads = new Downloads({ links, clock, roles: rolesOf('admin'), audit });
  const offboardingFiles = new OffboardingFiles({
    store,
    archive: {
      ...noArchive,
      read: async (number, kind) => (number === offboardingId ? { pdf: set.pdf, json: set.json }[kind] : undefined),
      print: async (exact, language) => Buffer.from(`${language} of ${Buffer.from(exact)}`),
    },
    offboardings: standIn(Offboardings, { plan: async () => options.plan }),
    downloads,
    offers: standIn(FileOffers, {
      offer: async (_, conversationId, file) => {
        if (set.isTeamsDown) throw new DeliveryError('passing', 'Teams answered 500');
        offered.push({ conversationId, file });
      },
      answer: async () => 'notKnown',
    }),
    audience: standIn(Audience, { adminAlone: async () => (set.isAdmin ? turn.actor : undefined) }),
    address: { baseUrl: options.baseUrl },
    clock,
    log: noLog,
  });
  const context = () => ({ words: en, isSandbox: false, templates: aTemplates(), now });
  const get = (asked = turn, kind: 'pdf' | 'json' = 'pdf', certificateId = offboardingId) =>
    offboardingFiles.certificate({ certificateId, file: kind }, { turn: asked, context });
  const translated = (language: MessageLanguage, file: 'pdf' | 'json' = 'pdf') =>
    offboardingFiles.certificate({ certificateId: offboardingId, file, language }, { turn, context });
  const exportPlan = () => offboardingFiles.exportPlan(contoso, { turn, context, position: {} });
  const opens = async (card: unknown) => {
    const url = pressables(card).find(({ type }) => type === 'Action.OpenUrl')?.url;
    return url === undefined ? undefined : { url, file: await downloads.open(url.split('/').at(-1) ?? '') };
  };
  return { clock, store, set, offered, get, translated, exportPlan, opens, offboardingFiles };
}

const baseUrl = 'https://gatehouse.northbridge.example';

/** A card with these lines and no others. */
function assertSays(card: unknown, ...lines: readonly string[]): void {
  assert.deepEqual(textOf(card).split('\n'), lines);
}

describe('an admin who asks for a certificate', () => {
  it('in their own chat on Teams is asked whether it may be saved, and has the link beside it', async () => {
    const { get, offered, opens } = files({ baseUrl });
    const { card, view } = await get();
    // The link's end, as it is said.
    const until = dayAndTime('2026-11-22T10:10:00.000Z');
    const [offer] = offered;
    assert.deepEqual(
      [offered.length, offer?.conversationId, offer?.file.name],
      [1, 'chat', `exit-certificate-${offboardingId}.pdf`],
    );
    assert.equal((await opens(card))?.url.startsWith(`${baseUrl}/certificates/`), true);
    assert.deepEqual((await opens(card))?.file, offer?.file);
    assert.ok(textOf(card).includes(`${en.files.offered} ${en.files.orLink({ until })}`), textOf(card));
    // Nobody else’s card is ever drawn from it.
    assert.equal(view, undefined);
  });

  it('where others are too gets the link only', async () => {
    const { get, offered, opens } = files({ baseUrl });
    const { card } = await get({ ...turn, isPersonal: false });
    assert.deepEqual(offered, []);
    assert.ok(await opens(card));
  });

  it('in a chat that is no Teams’ gets the link only', async () => {
    const { get, offered, opens } = files({ baseUrl: 'http://127.0.0.1:3978', serviceUrl: 'http://127.0.0.1:56150' });
    assert.ok(await opens((await get()).card));
    assert.deepEqual(offered, []);
  });

  it('gets the link when Teams does not take the question', async () => {
    const { get, set, opens } = files({ baseUrl });
    set.isTeamsDown = true;
    const { card } = await get();
    assert.ok(await opens(card));
    assert.ok(!textOf(card).includes(en.files.offered));
  });

  it('is told what is missing when there is neither way', async () => {
    const { get, opens } = files({ serviceUrl: 'https://smba.infra.dod.teams.microsoft.us/' });
    const { card } = await get();
    assert.equal(await opens(card), undefined);
    assert.ok(textOf(card).includes(en.files.unavailable), textOf(card));
    assert.match(textOf(card), /PUBLIC_URL/);
  });

  it('is told when there is no such certificate, or its file is missing', async () => {
    const { get } = files({ baseUrl });
    assertSays((await get(turn, 'pdf', contoso)).card, noCertificate.title, noCertificate.line);
    const file = `${offboardingId}.json`;
    assertSays(
      (await get(turn, 'json')).card,
      certificateMissing.title,
      certificateMissing.line({ file: literal(file) }),
    );
  });

  it('is not handed a file that somebody has changed on the disk', async () => {
    const { get, set, offered, opens } = files({ baseUrl });
    set.pdf = Buffer.from('%PDF forged');
    const { card } = await get();
    const file = `${offboardingId}.pdf`;
    assertSays(card, certificateChanged.title, certificateChanged.line({ file: literal(file) }));
    assert.deepEqual([offered, await opens(card)], [[], undefined]);
  });

  it('gets the PDF in another language, drawn from the exact file, and its own as it was issued', async () => {
    const { translated, set, offered, opens } = files({ baseUrl });
    set.json = json;
    const { card } = await translated('pt-BR');
    const given = (await opens(card))?.file;
    assert.deepEqual(given, offered[0]?.file);
    assert.deepEqual(
      [given?.name, given?.subject, Buffer.from(given?.bytes ?? []).toString()],
      [`exit-certificate-${offboardingId}-pt-BR.pdf`, `${offboardingId} pdf pt-BR`, 'pt-BR of {}'],
    );
    assert.equal(inputsOf(card).language, 'pt-BR');
    assert.ok(textOf(card).includes(en.certificates.translation));
    for (const own of [await translated('en'), await translated('de', 'json')])
      assert.ok(!textOf(own.card).includes(en.certificates.translation));
    assert.deepEqual(
      offered.slice(1).map(({ file }) => file.name),
      [`exit-certificate-${offboardingId}.pdf`, `exit-certificate-${offboardingId}.json`],
    );
  });

  it('gets no translation of an exact file that was changed on the disk, or is missing', async () => {
    const { translated, set, offered } = files({ baseUrl });
    const file = `${offboardingId}.json`;
    assertSays(
      (await translated('de')).card,
      certificateMissing.title,
      certificateMissing.line({ file: literal(file) }),
    );
    set.json = Buffer.from('{"forged":true}');
    assertSays(
      (await translated('de')).card,
      certificateChanged.title,
      certificateChanged.line({ file: literal(file) }),
    );
    assert.deepEqual(offered, []);
  });

  it('gets a certificate of version 1 as it was issued, whatever language is asked for', async () => {
    const { translated, store, set, offered } = files({ baseUrl });
    set.json = json;
    const { access: _, language: __, stillThere: ___, ...first } = certificate;
    await store.commit({ certificates: [first] });
    await translated('de');
    assert.deepEqual(
      offered.map(({ file }) => file.name),
      [`exit-certificate-${offboardingId}.pdf`],
    );
  });

  it('reads why when what they answer to the question comes to nothing', async () => {
    const { offboardingFiles } = files();
    assert.equal(await offboardingFiles.consented(turn, {}, en), en.replies.file.offerOver);
  });
});

describe('an admin who exports a plan', () => {
  const tenant = aTenant();
  const read: OffboardingPlan = {
    tenant,
    plan: planOf(manyTies()),
    planHash: 'm',
    needsSecond: true,
    graceSeconds: 300,
  };

  it('gets what has just been read, as a file that says that nothing has been done', async () => {
    const { exportPlan, opens } = files({ baseUrl, plan: Promise.resolve(read) });
    const file = (await opens((await exportPlan()).card))?.file;
    const written = JSON.parse(Buffer.from(file?.bytes ?? []).toString());
    assert.match(written.note, /nothing has been done/);
    assert.deepEqual([written.exportedBy, written.lines.length], [alex, read.plan.lines.length]);
    assert.deepEqual([file?.what, file?.name], ['offboardingPlanOpened', `exit-plan-${contoso}.json`]);
  });

  it('is asked to try again while Microsoft does not answer', async () => {
    const { exportPlan, clock } = files({ baseUrl, plan: new Promise(() => undefined) });
    const answer = exportPlan();
    await clock.passes(7);
    assertSays((await answer).card, planSlow.title, planSlow.line);
  });

  it('is told when the tenant is none any more', async () => {
    const { exportPlan } = files({ baseUrl });
    assertSays((await exportPlan()).card, noPlan.title, noPlan.line);
  });
});

describe('a Teams where bots can offer files', () => {
  for (const [serviceUrl, channelId, takes] of [
    [teams, 'msteams', true],
    ['https://smba.infra.gcc.teams.microsoft.com/', 'msteams', true],
    ['https://smba.infra.gov.teams.microsoft.us/', 'msteams', false],
    ['http://127.0.0.1:56150', 'msteams', false],
    [teams, 'webchat', false],
  ] as const) {
    it(`is ${takes ? '' : 'not '}${channelId} at ${serviceUrl}`, () => {
      assert.equal(takesFiles(reference(serviceUrl, channelId)), takes);
    });
  }

  it('is none that nobody knows', () => {
    assert.equal(takesFiles(undefined), false);
  });
});

describe('a certificate that has just been written', () => {
  const offeredTo = async (bench: ReturnType<typeof files>) => {
    await bench.offboardingFiles.offerByItself('chat', certificate, en);
    return bench.offered.map(({ conversationId, file }) => [conversationId, file.name]);
  };

  it('is offered as a file in an admin’s own chat, without anybody’s asking', async () => {
    assert.deepEqual(await offeredTo(files()), [['chat', `exit-certificate-${offboardingId}.pdf`]]);
  });

  it('is offered to nobody but an admin', async () => {
    const bench = files();
    bench.set.isAdmin = false;
    assert.deepEqual(await offeredTo(bench), []);
  });

  it('is offered nowhere where Teams takes no files', async () => {
    assert.deepEqual(await offeredTo(files({ serviceUrl: 'http://127.0.0.1:1' })), []);
  });

  it('is not offered if its file was changed on the disk', async () => {
    const bench = files();
    bench.set.pdf = Buffer.from('%PDF of somebody else’s');
    assert.deepEqual(await offeredTo(bench), []);
  });

  it('is there by the buttons all the same when Teams does not take the offer', async () => {
    const bench = files();
    bench.set.isTeamsDown = true;
    assert.deepEqual(await offeredTo(bench), []);
  });
});

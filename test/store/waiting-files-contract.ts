// The contracts of `Links` and of `Offers`, which every implementation runs.
import assert from 'node:assert/strict';
import type { HandedFile, LinkedFile, Links, OfferedFile, Offers } from '../../src/operations/ports/handed-files.js';
import { type LinkBounds, mostOffers } from '../../src/store/records/waiting-files.js';
import { alex, contoso, megan } from '../support/builders.js';

/** How a suite handles an implementation, with nothing in it at first. */
export interface WaitingFilesBench<Place> {
  /** All that share the place, one at least. */
  readonly sharers: readonly Place[];
  /** Lets time pass. */
  passes(seconds: number): Promise<void>;
  /** How many are kept, over or not. Absent: that can't be seen from outside. */
  readonly kept?: () => Promise<number>;
  end(): Promise<void>;
}

const file: HandedFile = {
  name: 'exit-certificate.pdf',
  contentType: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7 \u0000\u00ff'),
  tenantId: contoso,
  what: 'certificateOpened',
  subject: 'number pdf',
};
const { subject: _, ...withoutSubject } = file;
const plan: HandedFile = { ...withoutSubject, contentType: 'application/json', what: 'offboardingPlanOpened' };
const { tenantId: _tenantId, ...aboutNoTenant } = withoutSubject;
const rows: HandedFile = {
  ...aboutNoTenant,
  contentType: 'text/csv; charset=utf-8',
  leastRole: 'viewer',
  what: 'exportOpened',
};
const linked = (of: HandedFile = file): LinkedFile => ({ person: alex, file: of });
const offered = (of: HandedFile = file): OfferedFile => ({ ...linked(of), conversationId: 'chat' });
const alexInChat = { personId: alex.id, conversationId: 'chat' };
/** Bytes of whatever kind, as one. */
const plainly = (found: LinkedFile | undefined) =>
  found && { ...found, file: { ...found.file, bytes: Buffer.from(found.file.bytes) } };

/** Runs the suite of links; `bench` makes what one test needs. */
export function linksContract(name: string, bench: (bounds: LinkBounds) => Promise<WaitingFilesBench<Links>>): void {
  describe(`${name}, by the contract of links`, () => {
    let on: WaitingFilesBench<Links>;
    let links: Links;
    const bounds = { most: 6, mostBytes: 4000 };

    beforeEach(async () => {
      on = await bench(bounds);
      [links] = on.sharers as [Links];
    });

    afterEach(() => on.end());

    it('give all that share them the person and the file, as often as they are asked', async () => {
      await links.make('hash', linked(), 600);
      await links.make('other', linked(plan), 600);
      await links.make('rows', linked(rows), 600);
      for (const each of [...on.sharers, links]) {
        assert.deepEqual(plainly(await each.find('hash')), linked());
        assert.deepEqual(plainly(await each.find('other')), linked(plan));
        assert.deepEqual(plainly(await each.find('rows')), linked(rows));
        assert.equal(await each.find('unknown'), undefined);
        assert.equal(await each.find('__proto__'), undefined);
      }
    });

    it('open until their time is over, and not longer', async () => {
      await links.make('hash', linked(), 600);
      await on.passes(590);
      await links.make('later', linked(), 600);
      assert.ok(await links.find('hash'));
      await on.passes(10);
      assert.equal(await links.find('hash'), undefined);
      assert.ok(await links.find('later'));
    });

    it('are pruned once they are over, and not before', async () => {
      await links.make('hash', linked(), 600);
      await on.passes(590);
      await links.make('later', linked(), 600);
      await links.prune();
      assert.ok(await links.find('hash'));
      await on.passes(10);
      await links.prune();
      if (on.kept) assert.equal(await on.kept(), 1);
      assert.ok(await links.find('later'));
    });

    it('end early, the oldest first, where there are too many', async () => {
      for (let count = 0; count <= bounds.most; count += 1) await links.make(`${count}`, linked(), 600);
      assert.equal(await links.find('0'), undefined);
      assert.ok(await links.find('1'));
      assert.ok(await links.find(`${bounds.most}`));
    });

    it('end early, the oldest first, where too many bytes are behind them', async () => {
      const large = { ...file, bytes: Buffer.alloc(bounds.mostBytes / 4, 1) };
      for (let count = 0; count < 4; count += 1) await links.make(`${count}`, linked(large), 600);
      assert.ok(await links.find('0'));
      await links.make('small', linked(), 600);
      assert.equal(await links.find('0'), undefined);
      for (const key of ['1', '2', '3', 'small']) assert.ok(await links.find(key), key);
    });
  });
}

/** Runs the suite of offers; `bench` makes what one test needs. */
export function offersContract(name: string, bench: () => Promise<WaitingFilesBench<Offers>>): void {
  describe(`${name}, by the contract of offers`, () => {
    let on: WaitingFilesBench<Offers>;
    let offers: Offers;

    beforeEach(async () => {
      on = await bench();
      [offers] = on.sharers as [Offers];
    });

    afterEach(() => on.end());

    it('are taken once, by one of all who take them at the same moment', async () => {
      for (let round = 0; round < 10; round += 1) {
        await offers.put(`${round}`, offered(), 3_600_000);
        const takers = [...on.sharers, ...on.sharers, ...on.sharers];
        const taken = await Promise.all(takers.map((each) => each.take(`${round}`, alexInChat)));
        const [one, ...more] = taken.filter((found) => found !== undefined);
        assert.deepEqual(more, []);
        assert.ok(one);
        const { leftMs, ...offer } = one;
        assert.deepEqual(plainly(offer), offered());
        assert.ok(leftMs > 3_500_000 && leftMs <= 3_600_000, `${leftMs}`);
      }
    });

    it('are pruned once they are over, and not before', async () => {
      await offers.put('id', offered(), 600_000);
      await offers.put('later', offered(), 3_600_000);
      await offers.prune();
      if (on.kept) assert.equal(await on.kept(), 2);
      await on.passes(600);
      await offers.prune();
      if (on.kept) assert.equal(await on.kept(), 1);
      assert.ok(await offers.take('later', alexInChat));
    });

    it('stay for the person they were made to, in that conversation', async () => {
      await offers.put('id', offered(plan), 3_600_000);
      for (const by of [
        { ...alexInChat, personId: megan.id },
        { ...alexInChat, conversationId: 'another' },
      ])
        assert.equal(await offers.take('id', by), undefined);
      assert.equal(await offers.take('unknown', alexInChat), undefined);
      assert.deepEqual((await offers.take('id', alexInChat))?.file.what, 'offboardingPlanOpened');
    });

    it('can be put back for the time that is left, and are over after it', async () => {
      await offers.put('id', offered(), 3_600_000);
      await on.passes(3000);
      const taken = await offers.take('id', alexInChat);
      assert.ok(taken && taken.leftMs <= 600_000);
      await offers.put('id', taken, taken.leftMs);
      await on.passes(500);
      const again = await offers.take('id', alexInChat);
      assert.ok(again && again.leftMs <= 100_000);
      await offers.put('id', again, again.leftMs);
      await on.passes(100);
      assert.equal(await offers.take('id', alexInChat), undefined);
    });

    it('end early, the oldest first, where there are too many', async () => {
      for (let count = 0; count <= mostOffers; count += 1) await offers.put(`${count}`, offered(), 3_600_000);
      assert.equal(await offers.take('0', alexInChat), undefined);
      assert.ok(await offers.take('1', alexInChat));
      assert.ok(await offers.take(`${mostOffers}`, alexInChat));
    }).timeout(20_000);
  });
}

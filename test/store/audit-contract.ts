// The contract of `Audit`, which every implementation runs.
import assert from 'node:assert/strict';
import { StoreError } from '../../src/domain/errors.js';
import type { Audit } from '../../src/operations/ports/audit.js';
import { entryIn } from '../../src/store/records/audit-chain.js';
import { checkAudit } from '../../src/store/records/audit-check.js';
import { sha256 } from '../../src/store/records/sha256.js';
import { contoso, now } from '../support/builders.js';

/** How the suite handles an implementation, with nothing in it at first. */
export interface AuditBench {
  readonly audit: Audit;
  /** Opens what a crash at this moment leaves. */
  crashed(): Promise<Audit>;
  /** Does work while nothing can be written. */
  whileBroken(work: () => Promise<void>): Promise<void>;
  end(): Promise<void>;
}

const other = '10000000-0000-4000-8000-000000000009';
const entry = (what: string, tenantId?: string) => ({ at: now, what, by: 'alex', ...(tenantId && { tenantId }) });
const about = async (audit: Audit, tenantId = contoso, most = 100) =>
  (await audit.of(tenantId, most)).map(({ what }) => what);

/** Runs the suite; `bench` makes what one test needs. */
export function auditContract(name: string, bench: () => Promise<AuditBench>): void {
  describe(`${name}, by the contract of an audit log`, () => {
    let on: AuditBench;
    let audit: Audit;

    beforeEach(async () => {
      on = await bench();
      audit = on.audit;
    });

    afterEach(() => on.end());

    it('has nothing at first, and nothing after nothing was appended', async () => {
      await audit.append([]);
      assert.deepEqual(await about(audit), []);
    });

    it('tells the newest entries about one tenant, the newest first, as many as are asked for', async () => {
      const appended = [entry('one', contoso), entry('other', other), entry('of nobody'), entry('two', contoso)];
      await audit.append([...appended, entry('three', contoso)]);
      assert.deepEqual(await about(audit, contoso, 2), ['three', 'two']);
      assert.deepEqual(await about(audit), ['three', 'two', 'one']);
      assert.deepEqual(await about(audit, other), ['other']);
    });

    it('tells everything of an entry', async () => {
      const whole = {
        ...entry('offboardingTaskProved', contoso),
        subject: 'group 1',
        certificate: { json: 'a', pdf: 'b' },
        asked: 'tenant.enable',
        why: 'refused',
        count: 3,
        requestId: 'r',
      };
      await audit.append([whole]);
      assert.deepEqual(await audit.of(contoso, 1), [whole]);
    });

    it('has entries in the order in which they were handed over, those of one call beside each other', async () => {
      await Promise.all([
        audit.append([entry('1', contoso), entry('2', contoso)]),
        audit.append([entry('3', contoso)]),
        audit.append([entry('4', contoso), entry('5', contoso)]),
      ]);
      assert.deepEqual(await about(audit), ['5', '4', '3', '2', '1']);
    });

    it('gives every line as its hash was made of it, in one chain from the first', async () => {
      assert.deepEqual(await checkAudit(audit.lines()), { lines: 0, hash: '0'.repeat(64) });
      const why = '__proto__ \u0000 \u2028 \ud83d\udd12 “Köln”\r\n{"line":2,';
      await audit.append([entry('one', contoso), { ...entry('two'), why }]);
      await audit.append([entry('three', other)]);
      const lines: Buffer[] = [];
      for await (const line of audit.lines()) lines.push(line);
      const said = lines.map((line) => entryIn(line.toString('utf8')));
      assert.deepEqual(said, [entry('one', contoso), { ...entry('two'), why }, entry('three', other)]);
      const all = [];
      for await (const each of audit.allEntries()) all.push(each);
      assert.deepEqual(all, said);
      assert.deepEqual(await checkAudit(lines), { lines: 3, hash: sha256(lines.at(-1) ?? '') });
    });

    it('has after a crash all that was appended', async () => {
      await audit.append([entry('one', contoso)]);
      await audit.append([entry('two', contoso)]);
      const after = await on.crashed();
      assert.deepEqual(await about(after), ['two', 'one']);
      await after.append([entry('three', contoso)]);
      assert.deepEqual(await about(after), ['three', 'two', 'one']);
    });

    it('fails while nothing can be written, with none of the entries there, and goes on afterwards', async () => {
      await audit.append([entry('one', contoso)]);
      await on.whileBroken(() =>
        assert.rejects(audit.append([entry('two', contoso), entry('three', contoso)]), StoreError),
      );
      await audit.append([entry('four', contoso)]);
      assert.deepEqual(await about(audit), ['four', 'one']);
    });
  });
}

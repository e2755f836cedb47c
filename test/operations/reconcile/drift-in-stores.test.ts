// One story of drift and its repair on each store, opened again between its chapters: nothing is told or begun twice.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onlyTemplate } from '../../../src/domain/access/access-templates.js';
import type { Store } from '../../../src/operations/ports/store.js';
import { fixedTemplates } from '../../../src/operations/ports/templates.js';
import { advance } from '../../../src/operations/reconcile/advance.js';
import { FileStore } from '../../../src/store/folder/file-store.js';
import {
  anAssignment,
  aRelationship,
  aTemplate,
  bothAssigned,
  contoso,
  serviceDesk,
  tenantBy,
} from '../../support/builders.js';
import { pgStoreBench } from '../../support/pg-store-bench.js';
import { folderDeps, testDependencies } from '../../support/test-dependencies.js';

/** A store that can be opened again, as the next process does. */
interface Reopened {
  open(): Promise<{ readonly store: Store; close(): Promise<void> }>;
  end(): Promise<void>;
}

const places: Readonly<Record<string, () => Promise<Reopened>>> = {
  'a folder': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-drift-'));
    return {
      async open() {
        const store = await FileStore.open(join(folder, 'data'), folderDeps);
        return { store, close: () => store.close() };
      },
      end: () => rm(folder, { recursive: true }),
    };
  },
  'a database': async () => {
    const bench = await pgStoreBench();
    return { open: () => bench.replica(), end: () => bench.end() };
  },
};

for (const [name, make] of Object.entries(places)) {
  describe(`drift in ${name}`, function () {
    this.timeout(60_000);
    let place: Reopened;
    before(async () => {
      place = await make();
    });
    after(() => place.end());

    /** What one process does, and what it leaves. */
    const chapter = async (repair: boolean) => {
      const { store, close } = await place.open();
      const { contoso: _, happens: __, ...deps } = testDependencies();
      deps.microsoft.listedRelationships = [{ ...aRelationship({ autoExtends: false }), customerTenantId: contoso }];
      deps.microsoft.assignments = [anAssignment(serviceDesk)];
      deps.microsoft.meanwhile.set('relationships.assignAccess', () => {
        deps.microsoft.assignments = bothAssigned;
      });
      if (!store.tenant(contoso)) {
        const chat = { id: 'chat', kind: 'personal', subscribed: true, reference: {} } as const;
        await store.commit({ tenants: [tenantBy.approved()], conversations: [chat] });
      }
      const templates = fixedTemplates(onlyTemplate(aTemplate({ repair })));
      for (const seconds of [0, 3600]) {
        await deps.clock.passes(seconds);
        await advance({ ...deps, store, templates }, contoso);
      }
      const news = [...store.deliveries()].map((each) => (each.kind === 'tenant' ? each.news : each.kind));
      const writes = deps.microsoft.asked.filter((call) => /assignAccess|setAutoExtend/.test(call)).length;
      const { onboarding } = store.tenant(contoso) ?? {};
      await close();
      return { news: news.toSorted(), writes, onboarding };
    };

    it('is told once by whichever process, and nothing is given back', async () => {
      for (let process = 1; process <= 2; process += 1) {
        const { news, writes, onboarding } = await chapter(false);
        assert.deepEqual([news, writes], [['autoExtendOff', 'issuesFound'], 0]);
        assert.equal(onboarding?.takenAway?.length, 1);
        assert.ok(onboarding?.toldDrift);
      }
    });

    it('is put right once a day, where the template says so from then on', async () => {
      const first = await chapter(true);
      assert.equal(first.writes, 2);
      const times = first.onboarding?.repairs?.map(({ cause, by }) => [cause, by.id]);
      assert.deepEqual(times, [
        ['autoExtend', 'repair:default'],
        ['assignmentGone', 'repair:default'],
      ]);
      const second = await chapter(true);
      assert.equal(second.writes, 0);
      assert.deepEqual(
        second.onboarding?.repairs?.map((each) => each.times),
        [1, 1],
      );
    });
  });
}

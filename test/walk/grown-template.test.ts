// An access template that grows: one message, one dry run, requests beside the living access, and groups that move over.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { addDays } from '../../src/domain/time.js';
import { assertGoodCard } from '../support/card-lint.js';
import { onEachStore, storeFor } from '../support/each-store.js';
import type { Chat } from '../support/fake-teams.js';
import { people, World } from '../support/world.js';

describe('an access template that grows', () => {
  let world: World;
  let chat: Chat;
  let path: string;

  const written = (more: readonly string[]) => {
    const standard = structuredClone(world.template);
    standard.assignments[0]?.roles.push(...more);
    return JSON.stringify({ default: 'standard', templates: { standard, vip: world.template }, rules: [] });
  };
  const controls = () => world.sandbox.controls;
  const tenants = async () => [...(await world.contents()).tenants.values()];

  beforeEach(async function () {
    world = await World.start({}, storeFor(this));
    await world.passes(20);
    chat = world.chat(people.alex, 'chat-of-alex');
    await chat.installs();
    const text = written([]);
    await world.stopBot();
    path = await world.file('templates.json', text);
    await world.startBot({ ACCESS_TEMPLATE: path });
    await world.passes(90);
  });

  afterEach(() => world.end());

  onEachStore(
    'is one message with Review, and every customer keeps access until the groups have moved over',
    async () => {
      const soon = addDays(world.clock.now(), 1);
      const had = (await tenants()).filter(
        ({ status, onboarding }) => status === 'approved' && (onboarding?.relationship?.endsAt ?? '') > soon,
      );
      assert.ok(had.length > 1);
      /** Of each tenant that had access some active relationship still has every role that its first one gave. */
      const first = new Map(had.map(({ tenantId, onboarding }) => [tenantId, onboarding?.relationship?.id]));
      const assertAccess = () => {
        for (const [tenantId, id] of first) {
          const old = controls()
            .relationships(tenantId)
            .find((each) => each.id === id);
          assert.equal(old?.status, 'active', tenantId);
          assert.ok(old?.assignments.some(({ status }) => status === 'active'));
        }
      };
      const before = chat.messages.length;
      await writeFile(path, written(['Global Reader']));
      for (let minute = 0; minute < 5; minute += 1) {
        await world.passes(60);
        assertAccess();
      }
      const changed = (await tenants()).filter(({ onboarding }) =>
        onboarding?.limitations.some(({ code }) => code === 'templateChanged'),
      );
      const changedIds = changed.map(({ tenantId }) => tenantId);
      for (const tenantId of first.keys()) assert.ok(changedIds.includes(tenantId), tenantId);
      const told = chat.messages.slice(before).filter((each) => /^⚠️ Access template/.test(each.summary));
      assert.equal(told.length, 1);
      assert.match(told[0]?.summary ?? '', /^⚠️ Access template “standard” changed: \d+ tenants need a new request$/);
      for (const { customer } of had)
        assert.ok(
          !chat.messages.slice(before).some((each) => each.summary.includes(`${customer.displayName}: Template`)),
        );
      const [message] = told;
      assert.ok(message);
      assertGoodCard(message.card);

      const templates = await chat.says('/templates');
      assertGoodCard(templates.card);
      assert.ok(chat.reads(templates).includes(`changed: ${changed.length} tenants need a new request`));
      await chat.presses(templates, 'batch.ask');
      assert.ok(chat.reads(templates).includes(`Enable ${changed.length} tenants?`), chat.reads(templates));

      await chat.presses(message, 'batch.ask');
      assertGoodCard(chat.sees(message));
      assert.ok(chat.reads(message).includes(`Enable ${changed.length} tenants?`), chat.reads(message));
      await chat.presses(message, 'batch.begin');
      await world.passes(120);
      assertAccess();
      for (const tenantId of first.keys()) {
        const pending = controls()
          .relationships(tenantId)
          .filter(({ status }) => status === 'approvalPending');
        assert.equal(pending.length, 1, tenantId);
        controls().approve(pending[0]?.id ?? '');
        assertAccess();
      }
      for (let minute = 0; minute < 10; minute += 1) {
        await world.passes(60);
        assertAccess();
      }
      for (const [tenantId, id] of first) {
        const { status, onboarding } = await world.tenant(tenantId);
        assert.equal(status, 'approved');
        assert.notEqual(onboarding?.relationship?.id, id);
        const now = controls()
          .relationships(tenantId)
          .find((each) => each.id === onboarding?.relationship?.id);
        assert.equal(
          now?.assignments.filter((each) => each.status === 'active').length,
          world.template.assignments.length,
        );
      }
    },
  );
});

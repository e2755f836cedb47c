// Point 7: each limitation says what is wrong, why, and who can mend it; it is accepted, or looked at again.

import assert from 'node:assert/strict';
import type { Limitation } from '../../src/domain/access/limitation.js';
import { traceOf, wordsFor } from '../../src/views/explain/limitation-words.js';
import { styleOf } from '../../src/views/explain/status-style.js';
import { checkSentences } from '../../src/views/explain/status-words.js';
import { literal } from '../../src/views/render/text.js';
import type { ActionData } from '../../src/views/render/verbs.js';
import { en } from '../../src/views/words/en/index.js';
import { buttonVerbs, statusesOn, textOf } from '../support/card-reading.js';
import { issuesFoundNews, limitationsOn, newsOf } from '../support/wording.js';
import { aWorldForEach, tenantIds } from '../support/world.js';

const codesOf = (limitations: readonly Limitation[]) => limitations.map(({ code }) => code);

describe('point 7: Review limitations', () => {
  const w = aWorldForEach({ RECONCILE_SECONDS: '20' });

  /** The card of a tenant's limitations, which names every one of them. */
  const review = async (name: string) => {
    const message = await w.chat.says(`/tenants ${name}`);
    await w.chat.presses(message, { verb: 'tenant.open', name });
    const { tenantId = '' } = (w.chat.finds(message, 'tenant.reviewLimitations').data ?? {}) as ActionData;
    const card = await w.chat.presses(message, 'tenant.reviewLimitations');
    const tenant = await w.world.tenant(tenantId);
    const limitations = tenant.onboarding?.limitations ?? [];
    assert.equal(limitationsOn(card, tenant).length, limitations.length, textOf(card));
    return { message, text: textOf(card), buttons: buttonVerbs(card), tenant, limitations };
  };

  it('names each role that the relationship lacks, and offers to ask the customer again', async () => {
    await w.world.passes(20);
    const { message, text, limitations } = await review('Tailspin Toys');
    assert.deepEqual(codesOf(limitations), ['roleMissing']);
    assert.match(text, /Security Administrator/);
    await w.chat.enables(message);
    await w.world.passes(5);
    assert.deepEqual(w.chat.statuses(message), ['needsApproval']);
    const relationships = w.world.sandbox.controls.relationships(tenantIds.tailspin);
    assert.deepEqual(relationships.map(({ status }) => status).sort(), ['active', 'approvalPending']);
  });

  it('names the group that could not be assigned, and Microsoft’s request id', async () => {
    await w.world.passes(310);
    const { text, limitations } = await review('Trey Research');
    const [limitation] = limitations;
    assert.ok(limitation?.code === 'groupNotAssigned' && limitation.groupName === 'Azure');
    // The template is not to blame: other customers have the same.
    const evidence = { isRequestTaken: true, groupNames: ['Azure'] };
    assert.ok(text.includes(wordsFor(limitation, en, evidence).cause));
    assert.ok(text.includes(traceOf(limitation, en)));
    assert.match(limitation.problem.requestId ?? '', /^[0-9a-f-]{36}$/);
  });

  it('tells a failed assignment apart, and makes it again when asked', async () => {
    const { message, text, limitations } = await review('Proseware Inc');
    assert.deepEqual(codesOf(limitations), ['assignmentFailed']);
    assert.match(text, /Security/);
    w.world.sandbox.controls.setQuirks(tenantIds.proseware, []);
    await w.chat.presses(message, 'tenant.revalidate');
    await w.world.passes(20);
    assert.deepEqual(w.chat.statuses(message), ['approved']);
  });

  it('does not make a failed assignment over and over when it fails again', async () => {
    const { message } = await review('Proseware Inc');
    const made = () =>
      w.world.sandbox.controls
        .requests()
        .filter(({ method, path }) => method === 'POST' && path.endsWith('000009/accessAssignments')).length;
    await w.chat.presses(message, 'tenant.revalidate');
    await w.world.passes(100);
    const tenant = await w.world.tenant(tenantIds.proseware);
    assert.deepEqual(limitationsOn(w.chat.sees(message), tenant), ['assignmentFailed']);
    assert.equal(made(), 1);
  });

  it('tells no Azure plan from a suspended one', async () => {
    assert.deepEqual(codesOf((await review('Woodgrove Bank')).limitations), ['noAzurePlan']);
    assert.deepEqual(codesOf((await review('Litware Inc')).limitations), ['azurePlanNotActive']);
  });

  it('says that it could not check, never that something is missing, when the check itself failed', async () => {
    const { text, limitations } = await review('Lucerne Publishing');
    const [limitation] = limitations;
    assert.ok(limitation?.code === 'couldNotCheck' && limitation.what === 'azurePlan');
    for (const part of [wordsFor(limitation, en).cause, traceOf(limitation, en)]) assert.ok(text.includes(part), part);
    assert.ok(!text.includes(wordsFor({ code: 'noAzurePlan' }, en).title));
    assert.ok(limitation.problem.requestId);
  });

  it('checks again by itself what could not be checked, and is Approved when that works', async () => {
    const message = await w.chat.says('/tenants lucerne');
    w.world.sandbox.controls.setQuirks(tenantIds.lucerne, []);
    await w.world.passes(60);
    assert.deepEqual(w.chat.statuses(message), ['approved']);
  });

  it('tells what became of a relationship that was lost', async () => {
    await w.world.passes(80);
    const { limitations, buttons } = await review('Coho Winery');
    const [limitation] = limitations;
    assert.ok(limitation?.code === 'relationshipLost' && limitation.ending === 'expired');
    assert.deepEqual(buttons, [
      'tenant.askEnable',
      'tenant.revalidate',
      'tenant.askAcceptLimitations',
      'tenant.askDisable',
      'tenant.open',
    ]);
  });

  describe('Cancel', () => {
    it('leads back and changes nothing', async () => {
      const { message, tenant } = await review('Woodgrove Bank');
      const back = await w.chat.presses(message, 'tenant.open');
      assert.deepEqual(statusesOn(back), ['issuesFound']);
      assert.deepEqual(await w.world.tenant(tenantIds.woodgrove), tenant);
    });
  });

  describe('Accept limitation', () => {
    const accepts = async (name: string) => {
      const { message } = await review(name);
      const question = await w.chat.presses(message, 'tenant.askAcceptLimitations');
      const card = await w.chat.presses(message, 'tenant.acceptLimitations', { reason: 'known' });
      return { message, question, card };
    };

    it('asks first what it means, and No leads back to the review', async () => {
      const { message } = await review('Woodgrove Bank');
      const question = await w.chat.presses(message, 'tenant.askAcceptLimitations');
      const { title, intro } = en.questions.acceptLimitations;
      const cause = en.limitations.noAzurePlan.title;
      for (const part of [title({ tenant: literal('Woodgrove Bank'), count: 1 }), intro({ cause, count: 1 })])
        assert.ok(textOf(question).includes(part), part);
      const again = await w.chat.presses(message, 'tenant.reviewLimitations');
      assert.ok(buttonVerbs(again).includes('tenant.askAcceptLimitations'));
      assert.equal((await w.world.tenant(tenantIds.woodgrove)).onboarding?.accepted, undefined);
    });

    it('keeps the status, and shows who accepted it and when', async () => {
      const { message, card } = await accepts('Woodgrove Bank');
      assert.deepEqual(statusesOn(card), ['issuesFound']);
      assert.match(textOf(card), /\nAlex Wilber\n{{DATE\(2026-11-22/);
      assert.ok(textOf(card).includes(`${en.history.facts.limitationsAccepted} · Alex Wilber`));
      const again = await w.chat.presses(message, 'tenant.reviewLimitations');
      assert.match(textOf(again), /Alex Wilber/);
      assert.ok(!buttonVerbs(again).includes('tenant.askAcceptLimitations'));
    });

    it('is taken back from the review, and both stay in the history', async () => {
      const { message } = await accepts('Woodgrove Bank');
      await w.chat.presses(message, 'tenant.reviewLimitations');
      const card = await w.chat.presses(message, 'tenant.takeBackAcceptance');
      const { limitationsAccepted, acceptanceTakenBack } = en.history.facts;
      for (const fact of [limitationsAccepted, acceptanceTakenBack])
        assert.ok(textOf(card).includes(`${fact} · Alex Wilber`), fact);
      assert.ok(!textOf(card).includes(en.tenant.facts.acceptedBy));
      const again = await w.chat.presses(message, 'tenant.reviewLimitations');
      assert.ok(buttonVerbs(again).includes('tenant.askAcceptLimitations'));
      assert.ok(!buttonVerbs(again).includes('tenant.takeBackAcceptance'));
    });

    it('is not asked about what was accepted meanwhile', async () => {
      const { message } = await review('Woodgrove Bank');
      const asking = w.chat.finds(message, 'tenant.askAcceptLimitations');
      await w.chat.presses(message, 'tenant.askAcceptLimitations');
      await w.chat.presses(message, 'tenant.acceptLimitations', { reason: 'known' });
      const answer = await w.chat.clicks(message, asking);
      const { value } = answer.body as { value?: unknown };
      assert.ok(
        textOf(value).includes(en.notices.refused.alreadyDone({ tenant: literal('Woodgrove Bank') })),
        textOf(value),
      );
    });

    it('puts the tenant behind those that nobody has looked at', async () => {
      await accepts('Litware Inc');
      const text = w.chat.reads(await w.chat.says(`/tenants ${en.statuses.issuesFound}`));
      assert.ok(text.indexOf('Litware Inc') > text.indexOf('Woodgrove Bank'));
      // Its row says one thing more: that it is accepted.
      const rows = text.split('\n');
      const { icon } = styleOf('issuesFound', en);
      const details = (name: string) =>
        rows
          .slice(rows.indexOf(name))
          .find((line) => line.startsWith(icon))
          ?.split(' · ').length ?? 0;
      assert.equal(details('Litware Inc'), details('Woodgrove Bank') + 1);
    });

    it('holds until something else turns up', async () => {
      const { message } = await accepts('Woodgrove Bank');
      const [relationship] = w.world.sandbox.controls.relationships(tenantIds.woodgrove);
      w.world.sandbox.controls.dropRole(relationship?.id ?? '', 'Exchange Administrator');
      await w.world.passes(25);
      const text = textOf(await w.chat.presses(message, 'tenant.reviewLimitations'));
      assert.match(text, /Exchange Administrator/);
      assert.doesNotMatch(text, /Alex Wilber/);
      assert.equal((await w.world.tenant(tenantIds.woodgrove)).onboarding?.accepted, undefined);
      const news = issuesFoundNews(await w.world.tenant(tenantIds.woodgrove));
      assert.ok(w.chat.messages.some(({ summary }) => summary === news));
    });
  });

  describe('Revalidate', () => {
    it('looks again now, and ends in Approved when it is mended', async () => {
      const { message } = await review('Woodgrove Bank');
      w.world.sandbox.controls.setAzurePlan(tenantIds.woodgrove, 'active');
      const looking = textOf(await w.chat.presses(message, 'tenant.revalidate'));
      const { onboarding } = await w.world.tenant(tenantIds.woodgrove);
      assert.ok(onboarding?.revalidation);
      for (const sentence of checkSentences(onboarding, en)) assert.ok(looking.includes(sentence), sentence);
      await w.world.passes(3);
      assert.deepEqual(w.chat.statuses(message), ['approved']);
      assert.equal(w.chat.last.summary, newsOf('Woodgrove Bank', 'approved'));
    });

    it('answers even when nothing has changed, and calls nobody', async () => {
      const { message } = await review('Woodgrove Bank');
      const before = w.chat.messages.length;
      await w.chat.presses(message, 'tenant.revalidate');
      await w.world.passes(3);
      const tenant = await w.world.tenant(tenantIds.woodgrove);
      assert.equal(tenant.onboarding?.revalidation, undefined);
      assert.ok(tenant.onboarding?.foundUnchanged);
      for (const sentence of checkSentences(tenant.onboarding, en)) assert.ok(w.chat.reads(message).includes(sentence));
      assert.deepEqual(limitationsOn(w.chat.sees(message), tenant), ['noAzurePlan']);
      assert.deepEqual(w.chat.statuses(message), ['issuesFound']);
      assert.equal(w.chat.messages.length, before);
    });

    it('says so when Microsoft could not be asked, and changes nothing', async () => {
      const { message } = await review('Woodgrove Bank');
      w.world.sandbox.controls.failNext({ path: '/v1.0/', status: 403, code: 'accessDenied', times: 5 });
      await w.chat.presses(message, 'tenant.revalidate');
      await w.world.passes(3);
      const tenant = await w.world.tenant(tenantIds.woodgrove);
      assert.equal(tenant.onboarding?.checkFailed?.problem.reason, 'noRights');
      for (const sentence of checkSentences(tenant.onboarding, en)) assert.ok(w.chat.reads(message).includes(sentence));
      assert.deepEqual(limitationsOn(w.chat.sees(message), tenant), ['noAzurePlan']);
    });
  });
});

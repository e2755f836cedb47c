// What is a tag, and what becomes of a tenant's tags.
import assert from 'node:assert/strict';
import { changedTags, mostTags, tagIn, tagRequestIn } from '../../src/domain/tag.js';
import { decide } from '../../src/domain/tenant/decide.js';
import { alex, aTenant, having } from '../support/builders.js';

describe('a tag', () => {
  it('has letters, digits and hyphens, in lower case', () => {
    const texts = ['VIP', 'tier-2', 'Großkunde', '2026', 'ﬁrst', 'a'.repeat(32)];
    assert.deepEqual(texts.map(tagIn), ['vip', 'tier-2', 'großkunde', '2026', 'first', 'a'.repeat(32)]);
  });

  for (const text of ['', '-vip', '+vip', 'v!p', 'two words', 'a'.repeat(33), 'tag:vip', '**bold**', '\u202Evip'])
    it(`is not “${text}”`, () => assert.equal(tagIn(text), undefined));
});

describe('what is asked for with /tag', () => {
  const names = (search: string) => ['contoso', 'contoso ltd', 'contoso vip travel'].includes(search.toLowerCase());
  const asked = (text: string) => {
    const { search, added, removed, notTags } = tagRequestIn(text, names);
    return [search, added.join(' '), removed.join(' '), notTags.join(' ')];
  };

  for (const [text, ...request] of [
    ['', '', '', '', ''],
    ['contoso', 'contoso', '', '', ''],
    ['contoso vip', 'contoso', 'vip', '', ''],
    ['Contoso Ltd VIP, gold -old', 'Contoso Ltd', 'vip gold', 'old', ''],
    ['contoso -vip', 'contoso', '', 'vip', ''],
    ['contoso vip travel', 'contoso vip travel', '', '', ''],
    ['"contoso" vip travel', 'contoso', 'vip travel', '', ''],
    ['„contoso ltd“ vip', 'contoso ltd', 'vip', '', ''],
    ['contoso +vip +travel', 'contoso', 'vip travel', '', ''],
    ['contoso v!p', 'contoso', '', '', 'v!p'],
    ['unknown vip', 'unknown', 'vip', '', ''],
    ['unknown ltd +vip', 'unknown ltd', 'vip', '', ''],
    ['contoso vip vip', 'contoso', 'vip', '', ''],
  ] as const)
    it(`is understood: ${text}`, () => assert.deepEqual(asked(text), request));
});

describe('the tags of a tenant', () => {
  const tag = (added: readonly string[], removed: readonly string[] = []) =>
    ({ do: 'tag', by: alex, added, removed }) as const;
  const tagged = (added: readonly string[], removed: readonly string[] = []) =>
    ({ type: 'tagged', by: alex, added, removed }) as const;

  it('are added in their order, once each, and removed', () => {
    assert.deepEqual(changedTags(['a', 'b'], { added: ['c', 'a'], removed: ['b'] }), ['a', 'c']);
  });

  it('change by a fact that says what has changed, and no button means something else afterwards', () => {
    const tenant = having(aTenant(), tagged(['vip', 'gold']));
    assert.deepEqual(decide(tag(['vip', 'new'], ['gold', 'unknown']), tenant), { facts: [tagged(['new'], ['gold'])] });
    const next = having(tenant, tagged(['new'], ['gold']));
    assert.deepEqual(next.tags, ['vip', 'new']);
    assert.equal(next.version, tenant.version);
    assert.deepEqual(
      next.history.map(({ what, by, times }) => [what, by?.id, times]),
      [['tagged', alex.id, 2]],
    );
    assert.equal(having(next, tagged([], ['vip', 'new'])).tags, undefined);
  });

  it('are refused where nothing changes, and where there are too many', () => {
    const tenant = having(aTenant(), tagged(['vip']));
    assert.deepEqual(decide(tag(['vip'], ['gold']), tenant), { refused: 'alreadyDone' });
    const many = Array.from({ length: mostTags }, (_, n) => `tag-${n}`);
    assert.deepEqual(decide(tag(many), tenant), { refused: 'tooManyTags' });
    assert.ok('facts' in decide(tag(many, ['vip']), tenant));
  });

  it('are forgotten by Disable, and so is the template that was chosen', () => {
    const enabled = having(
      aTenant(),
      tagged(['vip']),
      { type: 'onboardingRequested', by: alex, conversationId: 'chat', template: 'gold' },
      { type: 'onboardingRequested', by: alex, conversationId: 'chat' },
    );
    assert.equal(enabled.onboarding?.template, 'gold');
    const disabled = having(enabled, { type: 'disabled', by: alex });
    assert.deepEqual([disabled.tags, disabled.onboarding], [undefined, undefined]);
  });
});

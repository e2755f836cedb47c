// The one button on a list by which a batch begins with what it shows.
import assert from 'node:assert/strict';
import type { ViewContext } from '../../../src/views/render/context.js';
import { forAllButtons } from '../../../src/views/tenant/for-all.js';
import { en } from '../../../src/views/words/en/index.js';
import { aTemplates, now } from '../../support/builders.js';

const counts = { issuesFound: 3, needsApproval: 1, awaitingMicrosoft: 0, approved: 9, notConfigured: 47 };
const context: ViewContext = { words: en, isSandbox: true, templates: aTemplates(), now };
type Page = Parameters<typeof forAllButtons>[0];
const page = (query: Partial<Page['query']>, changes: Partial<Page> = {}) =>
  ({ query: { search: '', page: 1, places: [], ...query }, counts, ...changes }) as unknown as Page;
const dataOf = (of: Page, changes: Partial<ViewContext> = {}) =>
  forAllButtons(of, { ...context, ...changes }).map(({ verb, data }) => ({ verb, ...data }));

describe('the button for all that a list shows', () => {
  it('asks about those of the filter and the search, with their number', () => {
    const [button] = forAllButtons(page({ status: 'notConfigured', search: 'tag:vip' }), context);
    assert.equal(button?.title, 'Enable 47 tenants…');
    assert.deepEqual(button?.data, { filter: 'notConfigured', query: 'tag:vip', batchAction: 'enable' });
    assert.deepEqual(dataOf(page({ status: 'issuesFound' })), [
      { verb: 'batch.ask', filter: 'issuesFound', query: '', batchAction: 'revalidate' },
    ]);
  });

  it('is one at most, and the first that is of use in a search', () => {
    assert.equal(dataOf(page({ search: 'contoso' })).length, 1);
    const few = { counts: { ...counts, notConfigured: 1 } };
    assert.deepEqual(
      dataOf(page({ search: 'contoso' }, few)).map(({ batchAction }) => batchAction),
      ['revalidate'],
    );
  });

  it('ends what others have taken the place of, where that was asked for, and for admins alone', () => {
    const asked = page({ search: 'earlier:yes' }, { isAboutEarlier: true });
    const button = { verb: 'batch.ask', query: 'earlier:yes', batchAction: 'endEarlier' };
    for (const role of [undefined, 'admin'] as const) assert.deepEqual(dataOf(asked, { role }), [button]);
    assert.deepEqual(dataOf(asked, { role: 'operator' }), []);
    assert.deepEqual(dataOf(page({ search: 'earlier:yes', status: 'issuesFound' }, { isAboutEarlier: true })), []);
  });

  it('isn’t there on the list of all, for one tenant, for a viewer, or where a click couldn’t carry the search', () => {
    assert.deepEqual(dataOf(page({})), []);
    assert.deepEqual(dataOf(page({ status: 'approved' })), []);
    assert.deepEqual(dataOf(page({ status: 'notConfigured' }, { counts: { ...counts, notConfigured: 1 } })), []);
    assert.deepEqual(dataOf(page({ status: 'notConfigured' }), { role: 'viewer' }), []);
    assert.deepEqual(dataOf(page({ search: 'x'.repeat(201) })), []);
  });
});

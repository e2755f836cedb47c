// Is the same card drawn once, and safe from whoever gets it?
import assert from 'node:assert/strict';
import { render } from '../../src/views/templates.js';

describe('a card', () => {
  const frame = { banner: '', fallbackText: 'x' };
  const draw = (title: string, banner = '') =>
    render('message', { title, lines: ['a'], actions: [] }, { ...frame, banner });

  it('is the very same one for the same data', () => {
    assert.equal(draw('one'), draw('one'));
  });

  it('is another one for other data, and in another frame', () => {
    assert.notDeepEqual(draw('one'), draw('two'));
    assert.notDeepEqual(draw('one'), draw('one', 'Sandbox'));
  });

  it('cannot be changed by anybody who sends it', () => {
    const { body } = draw('one') as unknown as { readonly body: { items?: unknown[] }[] };
    assert.throws(() => body.push({}), TypeError);
    const [first] = body;
    assert.throws(() => Object.assign(first ?? {}, { text: 'other' }), TypeError);
  });
});

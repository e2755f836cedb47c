// Somebody types the tenant's name to decide: which spellings count, and what stands in for one that can't be typed.
import assert from 'node:assert/strict';
import { confirmationName, isNameTyped } from '../../../src/views/offboarding/confirmation-name.js';
import { contoso } from '../../support/builders.js';
import { longName } from '../../support/plan-card.js';

describe('the name that is typed', () => {
  const named = (displayName: string) => ({ tenantId: contoso, customer: { displayName, domain: '' } });

  it('is the tenant’s, whatever its case, white space and form of characters', () => {
    const tenant = named('  Contoso\u00A0 Ltd\u200B ﬁne');
    assert.equal(confirmationName(tenant), 'Contoso Ltd ﬁne');
    for (const typed of ['Contoso Ltd ﬁne', 'contoso  ltd fine ', '\tCONTOSO LTD FINE']) {
      assert.ok(isNameTyped(typed, tenant), typed);
    }
    for (const typed of ['', 'Contoso', 'ContosoLtdfine', 'Contoso Ltd fine 2']) {
      assert.ok(!isNameTyped(typed, tenant), typed);
    }
  });

  it('can be copied from the card, where a date in it has been broken up', () => {
    const tenant = named('a {{DATE(x)}}');
    assert.ok(isNameTyped(confirmationName(tenant), tenant));
    assert.ok(isNameTyped('a {{DATE(x)}}', tenant));
  });

  it('is the tenant’s id where the name is empty or endless, so that nobody agrees by typing nothing', () => {
    for (const name of ['', ' \u200B\n', longName]) {
      assert.equal(confirmationName(named(name)), contoso);
      assert.ok(isNameTyped(contoso.toUpperCase(), named(name)));
      assert.ok(!isNameTyped(name, named(name)));
    }
  });
});

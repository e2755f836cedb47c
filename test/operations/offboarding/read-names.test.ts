// A plan or a certificate names groups and roles as people know them.
import assert from 'node:assert/strict';
import { readInventory } from '../../../src/operations/offboarding/read-inventory.js';
import { anAssignment, aRelationship, contoso, everyRole, serviceDesk, tenantBy } from '../../support/builders.js';
import { denied } from '../../support/fake-microsoft.js';
import { cloudApplicationAdministrator } from '../../support/offboarding-builders.js';
import { testDependencies } from '../../support/test-dependencies.js';

const byHand = 'b0000000-0000-4000-8000-00000000000a';
const other = 'b0000000-0000-4000-8000-00000000000b';

/** A relationship with a group of the template and two of which the template knows nothing. */
function aReader() {
  const deps = testDependencies(tenantBy.approved());
  deps.microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
  deps.microsoft.assignments = [
    anAssignment(serviceDesk),
    anAssignment(byHand, { roleIds: [cloudApplicationAdministrator, 'a-role-of-tomorrow'] }),
    anAssignment(other),
  ];
  deps.microsoft.groupNames.set(byHand, 'Field Engineers');
  return deps;
}

describe('the names in a reading of a tenant', () => {
  it('are those of the template and the lists; Graph is asked for other groups only', async () => {
    const deps = aReader();
    const { names } = await readInventory(deps, contoso);
    assert.deepEqual(names?.groups, { [serviceDesk]: 'Service Desk', [byHand]: 'Field Engineers' });
    assert.deepEqual(names?.roles, {
      [cloudApplicationAdministrator]: 'Cloud Application Administrator',
      [everyRole[0] ?? '']: 'Exchange Administrator',
      [everyRole[1] ?? '']: 'Security Administrator',
    });
    const asked = deps.microsoft.asked.filter((call) => call.startsWith('directory.groupName'));
    assert.deepEqual(asked, [`directory.groupName ${byHand}`, `directory.groupName ${other}`]);
  });

  it('are left out where Graph does not tell them, and hold nothing up', async () => {
    const refused = aReader();
    refused.microsoft.failing.set('directory.groupName', denied);
    assert.deepEqual((await readInventory(refused, contoso)).names?.groups, { [serviceDesk]: 'Service Desk' });
    const slow = aReader();
    slow.microsoft.meanwhile.set('directory.groupName', () => new Promise(() => undefined));
    const reading = readInventory(slow, contoso);
    await slow.clock.passes(2);
    assert.deepEqual((await reading).names?.groups, { [serviceDesk]: 'Service Desk' });
  });
});

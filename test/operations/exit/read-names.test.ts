// Does a plan or a certificate name groups and roles as people know them?
import assert from 'node:assert/strict';
import { readTies } from '../../../src/operations/offboarding/read-ties.js';
import { anAssignment, aRelationship, contoso, everyRole, serviceDesk, tenantBy } from '../../support/builders.js';
import { cloudApplicationAdministrator } from '../../support/exit-builders.js';
import { denied } from '../../support/fake-microsoft.js';
import { testMeans } from '../../support/test-means.js';

const byHand = 'b0000000-0000-4000-8000-00000000000a';
const other = 'b0000000-0000-4000-8000-00000000000b';

/** A relationship with a group of the template and two of which the template knows nothing. */
function aReader() {
  const means = testMeans(tenantBy.approved());
  means.microsoft.listedRelationships = [{ ...aRelationship(), customerTenantId: contoso }];
  means.microsoft.assignments = [
    anAssignment(serviceDesk),
    anAssignment(byHand, { roleIds: [cloudApplicationAdministrator, 'a-role-of-tomorrow'] }),
    anAssignment(other),
  ];
  means.microsoft.groupNames.set(byHand, 'Field Engineers');
  return means;
}

describe('the names in a reading of a tenant', () => {
  it('are those of the template and the lists; Graph is asked for other groups only', async () => {
    const means = aReader();
    const { names } = await readTies(means, contoso);
    assert.deepEqual(names?.groups, { [serviceDesk]: 'Service Desk', [byHand]: 'Field Engineers' });
    assert.deepEqual(names?.roles, {
      [cloudApplicationAdministrator]: 'Cloud Application Administrator',
      [everyRole[0] ?? '']: 'Exchange Administrator',
      [everyRole[1] ?? '']: 'Security Administrator',
    });
    const asked = means.microsoft.asked.filter((call) => call.startsWith('groupName'));
    assert.deepEqual(asked, [`groupName ${byHand}`, `groupName ${other}`]);
  });

  it('are left out where Graph does not tell them, and hold nothing up', async () => {
    const refused = aReader();
    refused.microsoft.failing.set('groupName', denied);
    assert.deepEqual((await readTies(refused, contoso)).names?.groups, { [serviceDesk]: 'Service Desk' });
    const slow = aReader();
    slow.microsoft.meanwhile.set('groupName', () => new Promise(() => undefined));
    const reading = readTies(slow, contoso);
    await slow.clock.passes(2);
    assert.deepEqual((await reading).names?.groups, { [serviceDesk]: 'Service Desk' });
  });
});

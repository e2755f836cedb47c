// Which roles a relationship lacks because the template has changed: only those that neither it nor the template had before.
import assert from 'node:assert/strict';
import { type CheckedBefore, lackingRoles } from '../../../src/domain/access/lacking-roles.js';
import { aRelationship, aTemplate, everyRole } from '../../support/builders.js';

const template = aTemplate();
const [kept = '', lost = ''] = everyRole;
const without = aRelationship({ roleIds: [kept] });
const lacks = (before: CheckedBefore | undefined) => lackingRoles(without, template, before);
const checked = (changes: Partial<CheckedBefore> = {}): CheckedBefore => ({
  relationship: without,
  fingerprint: 'template-0\nrelationship-1',
  lacking: [],
  ...changes,
});
const grown = [{ roleId: lost, templateChanged: true }];
const plainly = [{ roleId: lost }];

describe('a role that the template wants and the relationship lacks', () => {
  it('is none where it has all', () => {
    assert.equal(lackingRoles(aRelationship(), template, checked()), undefined);
  });

  it('is lacking because of the template where that has changed since the last check', () => {
    assert.deepEqual(lacks(checked()), grown);
  });

  it('is not because of the template that was the same at the last check', () => {
    for (const fingerprint of ['template-1', 'template-1\nrelationship-1'])
      assert.deepEqual(lacks(checked({ fingerprint })), plainly, fingerprint);
  });

  it('is not because of the template where the relationship had it, or was never checked', () => {
    assert.deepEqual(lacks(checked({ relationship: aRelationship() })), plainly);
    assert.deepEqual(lacks(checked({ fingerprint: undefined })), plainly);
    assert.deepEqual(lacks(undefined), plainly);
  });

  it('stays what it was found to be until the relationship has it', () => {
    assert.deepEqual(
      lacks(checked({ fingerprint: 'template-1', lacking: [{ roleId: lost, templateChanged: true }] })),
      grown,
    );
    assert.deepEqual(lacks(checked({ lacking: [{ roleId: lost }] })), plainly);
  });
});

// Roles that are missing because the access template has changed, and those that are missing otherwise.
import assert from 'node:assert/strict';
import type { AccessTemplate } from '../../../src/domain/access/access-template.js';
import { needsNewRequest } from '../../../src/domain/access/limitation.js';
import type { Tenant } from '../../../src/domain/tenant/tenant.js';
import {
  anAssignment,
  anObservation,
  aRelationship,
  aTemplate,
  aTenant,
  enabled,
  everyRole,
  globalReader,
  securityTeam,
  seen,
  serviceDesk,
} from '../../support/builders.js';

const [kept = '', other = ''] = everyRole;
const grown = (templateHash = 'grown'): AccessTemplate => {
  const [first, ...rest] = aTemplate().assignments;
  assert.ok(first);
  return aTemplate({ templateHash, assignments: [{ ...first, roles: [...first.roles, globalReader] }, ...rest] });
};
/** A reading of the relationship with these roles, whose groups have what the first template gives them. */
const reading = (tenant: Tenant, roleIds: readonly string[], template = aTemplate(), id = 'relationship-1') =>
  seen(
    tenant,
    anObservation({
      relationships: [aRelationship({ id, roleIds })],
      assignments: { value: [anAssignment(serviceDesk), anAssignment(securityTeam)] },
    }),
    template,
  );
const adopted = () => reading(aTenant(enabled), everyRole);
const missing = ({ onboarding }: Tenant) =>
  Object.fromEntries(
    (onboarding?.limitations ?? []).flatMap((each) =>
      each.code === 'roleMissing' || each.code === 'templateChanged'
        ? [[each.code, each.roles.map(({ id }) => id)]]
        : [],
    ),
  );

describe('roles that a relationship lacks', () => {
  it('are told as a changed template where it has every role that was wanted before', () => {
    const approved = adopted();
    assert.equal(approved.status, 'approved');
    const found = reading(approved, everyRole, grown());
    assert.equal(found.status, 'issuesFound');
    assert.deepEqual(missing(found), { templateChanged: [globalReader.id] });
    assert.ok(found.onboarding?.limitations.every(needsNewRequest));
  });

  it('stay told so at every later check, also of a template that has changed again', () => {
    const found = reading(adopted(), everyRole, grown());
    const again = reading(reading(found, everyRole, grown()), everyRole, grown('other'));
    assert.deepEqual(missing(again), { templateChanged: [globalReader.id] });
    assert.deepEqual(missing(reading(again, everyRole)), {});
  });

  it('are told as missing where the relationship had them, also when the template changes at that moment', () => {
    assert.deepEqual(missing(reading(adopted(), [kept])), { roleMissing: [other] });
    assert.deepEqual(missing(reading(adopted(), [kept], grown())), {
      roleMissing: [other],
      templateChanged: [globalReader.id],
    });
  });

  it('stay told as missing where they were taken away, whatever the template wants later', () => {
    const lacking = reading(adopted(), [kept]);
    assert.deepEqual(missing(lacking), { roleMissing: [other] });
    assert.deepEqual(missing(reading(lacking, [kept], grown())), {
      roleMissing: [other],
      templateChanged: [globalReader.id],
    });
  });

  it('are told as missing where an earlier version has told so', () => {
    const { onboarding, ...tenant } = reading(adopted(), [kept]);
    assert.ok(onboarding);
    const { lacking: _, ...row } = onboarding;
    assert.deepEqual(missing(reading({ ...tenant, onboarding: row }, [kept], grown())), {
      roleMissing: [other],
      templateChanged: [globalReader.id],
    });
  });

  it('are no longer a changed template at another relationship', () => {
    const found = reading(adopted(), everyRole, grown());
    const whole = reading(found, [...everyRole, globalReader.id], grown(), 'relationship-2');
    assert.deepEqual(missing(whole), {});
    assert.equal(whole.onboarding?.lacking, undefined);
  });
});

// The doctor notices settings with which no one may do anything.
import assert from 'node:assert/strict';
import { namedGroups, peopleFinding } from '../../../src/domain/health/checkup-people.js';

const lists = { admins: ['alex', 'group:admins'], operators: ['megan'], viewers: ['group:viewers'] };
const none = { admins: [], operators: [], viewers: [] };
const found = (changes: object, empty: readonly string[] = [], needsSecondAdmin = false) => {
  const { state, what } = peopleFinding({ lists: { ...lists, ...changes }, needsSecondAdmin }, empty);
  return `${state} ${what}`;
};

describe('the people in the settings', () => {
  it('are fine where somebody is an admin, and on a sandbox where everybody may', () => {
    assert.equal(found({}), 'good peopleNamed');
    assert.equal(peopleFinding({ needsSecondAdmin: true }, []).what, 'everybodyMay');
  });

  it('are wrong where nobody may do anything: no one is named, or only groups without members', () => {
    assert.equal(found(none), 'wrong nobodyMay');
    assert.equal(found({ ...none, admins: ['group:admins'] }, ['admins']), 'wrong nobodyMay');
  });

  it('are warned of where there is no admin, or a group has no members', () => {
    assert.equal(found({ admins: [] }), 'warning noAdmins');
    assert.equal(found({ admins: ['group:admins'] }, ['admins']), 'warning noAdmins');
    assert.equal(found({}, ['viewers']), 'warning emptyGroups');
  });

  it('are warned of where a second admin has to agree and there is one person', () => {
    assert.equal(found({ admins: ['alex'] }, [], true), 'warning noSecondAdmin');
    assert.equal(found({ admins: ['alex'] }), 'good peopleNamed');
    assert.equal(found({}, [], true), 'good peopleNamed');
  });

  it('name each group once', () => {
    const twice = { ...lists, operators: ['group:admins'] };
    assert.deepEqual(namedGroups({ lists: twice, needsSecondAdmin: false }), ['admins', 'viewers']);
  });
});

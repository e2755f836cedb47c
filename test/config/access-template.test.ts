// Which templates are accepted, which roles they name, and on which line one is wrong.
import assert from 'node:assert/strict';
import { readAccessTemplate } from '../../src/config/access-template.js';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { failure } from './given.js';

const roles = readGdapRoles();
const groupId = 'b0000000-0000-4000-8000-000000000001';
const good = {
  durationDays: 730,
  autoExtend: true,
  requireAzure: true,
  assignments: [{ groupId, groupName: 'Desk', roles: ['Exchange Administrator'] }],
};
const read = (text: string) => readAccessTemplate(text, 'template.json', roles);
const refused = (text: string): string => failure(() => read(text)).message;
const wrong = (changes: object) => refused(JSON.stringify({ ...good, ...changes }, null, 2));
const group = (changes: object) => ({ assignments: [{ ...good.assignments[0], ...changes }] });

describe('the access template', () => {
  it('takes roles by name in any case, or by template id', () => {
    const names = [
      'EXCHANGE administrator',
      '29232CDF-9323-42FD-ADE2-1D097AF3E4DE',
      '11111111-2222-4333-8444-555555555555',
    ];
    const template = read(JSON.stringify({ ...good, ...group({ roles: names }) }));
    assert.deepEqual(
      template.assignments[0]?.roles.map(({ name }) => name),
      ['Exchange Administrator', 'Exchange Administrator', '11111111-2222-4333-8444-555555555555'],
    );
  });

  it('may begin with the templateHash that editors on Windows put there', () => {
    assert.equal(read(`\uFEFF${JSON.stringify(good)}`).durationDays, 730);
  });

  it('is another one when anything in it changes', () => {
    const templateHash = (changes: object) => read(JSON.stringify({ ...good, ...changes })).templateHash;
    assert.equal(templateHash({}), templateHash({}));
    assert.notEqual(templateHash({}), templateHash({ requireAzure: false }));
    assert.notEqual(templateHash({}), templateHash({ repair: true }));
  });

  it('is the same one however it is written', () => {
    const { templateHash } = read(JSON.stringify(good));
    const capitals = group({ groupId: groupId.toUpperCase(), roles: ['exchange ADMINISTRATOR'] });
    const written = read(JSON.stringify({ ...good, ...capitals }, null, 4));
    assert.equal(written.templateHash, templateHash);
    assert.equal(written.assignments[0]?.groupId, groupId);
  });

  it('says on which line it is wrong, and what was meant', () => {
    assert.match(
      wrong(group({ roles: ['Global Reader', 'Exchange Adminstrator'] })),
      /line 11: assignments\.0\.roles\.1 names “Exchange Adminstrator”, which isn’t on the list .* Did you mean “Exchange Administrator”\?/,
    );
    assert.match(wrong(group({ groupId: 'Desk' })), /line 7: assignments\.0\.groupId must be the object ID/);
    assert.match(wrong({ durationDays: 731 }), /line 2: durationDays must be a whole number from 1 to 730/);
    assert.match(wrong({ durationDays: 365.5 }), /line 2: durationDays must be a whole number/);
    assert.match(wrong({ colour: 'red' }), /line 1: the file has names that Gatehouse doesn’t know: colour/);
    assert.match(
      wrong({ assignments: [good.assignments[0], good.assignments[0]] }),
      /line 14: assignments\.1\.groupId is .*, which another assignment names too/,
    );
  });

  it('says all that is wrong at once', () => {
    const message = wrong({ durationDays: 0, ...group({ groupId: 'Desk', roles: ['Nonsense'] }) });
    assert.deepEqual(
      [...message.matchAll(/line (\d+):/g)].map(([, line]) => Number(line)),
      [2, 7, 10],
    );
  });

  it('points to where something is missing by what is around it', () => {
    assert.match(wrong({ durationDays: undefined }), /line 1: durationDays/);
    assert.match(wrong(group({ groupName: undefined })), /line 6: assignments\.0\.groupName/);
    assert.match(wrong(group({ roles: [] })), /assignments\.0\.roles/);
    assert.match(wrong({ assignments: [] }), /assignments/);
  });

  it('says on which line it is no JSON', () => {
    assert.match(
      refused('{\n  "durationDays": 730,\n}'),
      /line 3: the file isn’t valid JSON \(a name in quotes is missing, or there’s an extra comma\)/,
    );
    assert.match(
      refused('{\n  // ours\n  "durationDays": 730 }'),
      /line 2: the file isn’t valid JSON \(comments aren’t allowed\)/,
    );
    for (const text of ['', '  \n', '{', 'null x'])
      assert.match(refused(text), /template\.json has errors: line \d/, text);
  });

  it('does not renew itself with Global Administrator, which Microsoft does not do', () => {
    const changes = group({ roles: ['Global Administrator'] });
    const asking = read(JSON.stringify({ ...good, ...changes }));
    assert.deepEqual([asking.autoExtend, asking.autoExtendRefused], [false, true]);
    const plain = read(JSON.stringify({ ...good, ...changes, autoExtend: false }));
    assert.deepEqual([plain.autoExtend, plain.autoExtendRefused], [false, undefined]);
    assert.equal(asking.templateHash, plain.templateHash);
  });

  it('repairs only where it says so', () => {
    const repairs = (changes: object) => read(JSON.stringify({ ...good, ...changes })).repair;
    assert.deepEqual([repairs({}), repairs({ repair: false }), repairs({ repair: true })], [false, false, true]);
    assert.match(wrong({ repair: 'yes' }), /repair must be true or false/);
  });

  it('has the hash that it always had, so that no tenant is checked for a new version of Gatehouse', () => {
    assert.equal(read(JSON.stringify(good)).templateHash, '76d90a86a3fc');
    assert.equal(read(JSON.stringify({ ...good, repair: false })).templateHash, '76d90a86a3fc');
    assert.equal(readAccessTemplate(JSON.stringify(good), 'a.json', roles, 'vip').templateHash, '76d90a86a3fc');
  });
});

describe('a role that no list has', () => {
  it('is told with the way out: a list of your own', () => {
    const text = JSON.stringify({
      durationDays: 730,
      autoExtend: true,
      requireAzure: false,
      assignments: [
        { groupId: 'b0000000-0000-4000-8000-000000000001', groupName: 'Desk', roles: ['Role of Tomorrow Manager'] },
      ],
    });
    assert.match(refused(text), /GDAP_ROLES/);
  });
});

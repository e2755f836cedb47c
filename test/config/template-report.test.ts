// What the author of a template reads: what it asks for, and what may be a mistake.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAccessTemplate } from '../../src/config/access-template.js';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { rolesInWords, templateInWords, warningsAbout } from '../../src/config/template-report.js';
import { builtProgram } from '../support/programs.js';

const roles = readGdapRoles();
const json = (changes: object, ...names: readonly string[]) =>
  JSON.stringify({
    durationDays: 365,
    autoExtend: true,
    requireAzure: false,
    assignments: [{ groupId: 'b0000000-0000-4000-8000-000000000001', groupName: 'Desk', roles: names }],
    ...changes,
  });
const template = (changes: object, ...names: readonly string[]) =>
  readAccessTemplate(json(changes, ...names), 'x', roles);

describe('a template in words', () => {
  it('says for how long, for whom and what', () => {
    assert.deepEqual(templateInWords(template({}, 'Exchange Administrator', 'Global Reader')), [
      'A relationship lasts 365 days, then renews automatically, by 180 days each time.',
      'Azure plans aren’t checked.',
      'It requests 2 roles, for 1 of your groups:',
      '  Desk (b0000000-0000-4000-8000-000000000001): Exchange Administrator, Global Reader',
    ]);
  });

  it('has nothing to warn about where all is as usual', () => {
    assert.deepEqual(warningsAbout(template({}, 'Exchange Administrator'), roles), []);
  });

  for (const [what, changes, name, warning] of [
    ['Global Administrator', { autoExtend: false }, 'Global Administrator', /doesn’t auto-extend .* after 365 days/],
    ['a role that opens all others', {}, 'Privileged Role Administrator', /give themselves any other role/],
    ['the role that resets everybody’s sign-in', {}, 'Privileged Authentication Administrator', /any other role/],
    ['what does not renew itself', { autoExtend: false }, 'Global Reader', /set "autoExtend": true/],
    ['a role on no list', {}, '11111111-2222-4333-8444-555555555555', /not on the list of roles/],
  ] as const) {
    it(`warns about ${what}, once`, () => {
      const warnings = warningsAbout(template(changes, name), roles);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', warning);
    });
  }
});

describe('the roles in words', () => {
  it('are all there, or those with a part in their name', () => {
    assert.equal(rolesInWords(roles).filter((line) => /[0-9a-f-]{36}$/.test(line)).length, 102);
    assert.deepEqual(
      rolesInWords(roles, 'global r').map((line) => line.replace(/ +/g, ' ')),
      ['Read-only', ' Global Reader f2ef992c-3afb-46b9-b7cf-a126ee74c451', ''],
    );
    assert.match(rolesInWords(roles, 'wizard').join(), /No role name contains “wizard”/);
  });
});

describe('npm run template', () => {
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram('cli/template.ts'), ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    return { status, stdout, stderr };
  };

  it('checks a file, and says with its exit code what came of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-template-'));
    const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
    await writeFile(good, json({}, 'Exchange Administrator'));
    await writeFile(bad, json({}, 'Exchange Adminstrator'));
    const checked = run(good);
    assert.equal(checked.status, 0, checked.stderr);
    assert.match(checked.stdout, /is a valid access template/);
    const refused = run(bad);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /line 1: .*Did you mean “Exchange Administrator”/);
    await rm(folder, { recursive: true });
  });

  it('lists the roles, and says so where a file is not there', () => {
    const listed = run();
    assert.equal(listed.status, 0, listed.stderr);
    assert.match(listed.stdout, /Global Reader/);
    const missing = run('nowhere.json');
    assert.deepEqual([missing.status, missing.stderr], [1, '❌ Can’t find nowhere.json.\n']);
  });
});

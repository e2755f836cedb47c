// Several templates and their rules, in one file or in a folder, and on which line of which file one is wrong.
import assert from 'node:assert/strict';
import { accessTemplatesIn } from '../../src/config/access-templates.js';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { failure } from './given.js';

const roles = readGdapRoles();
const plain = (changes: object = {}) => ({
  durationDays: 730,
  autoExtend: true,
  requireAzure: false,
  assignments: [
    { groupId: 'b0000000-0000-4000-8000-000000000001', groupName: 'Desk', roles: ['Exchange Administrator'] },
  ],
  ...changes,
});
const inFile = (value: unknown) =>
  accessTemplatesIn(
    {
      path: 'templates.json',
      isFolder: false,
      files: [{ file: 'templates.json', text: JSON.stringify(value, null, 2) }],
    },
    roles,
  );
const inFolder = (files: Readonly<Record<string, unknown>>) =>
  accessTemplatesIn(
    {
      path: 'templates',
      isFolder: true,
      files: Object.entries(files).map(([name, value]) => ({
        file: `templates/${name}`,
        text: JSON.stringify(value, null, 2),
      })),
    },
    roles,
  );
const refused = (read: () => unknown): string => failure(read).message;
const two = { standard: plain(), vip: plain({ requireAzure: true }) };

describe('a file of access templates', () => {
  it('of one template has that one for every tenant, and calls it default', () => {
    const { default: name, templates, rules } = inFile(plain());
    assert.deepEqual([name, [...templates.keys()], rules], ['default', ['default'], []]);
  });

  it('of several has each by its name, with the rules in their order', () => {
    const {
      default: name,
      templates,
      rules,
    } = inFile({
      default: 'standard',
      templates: two,
      rules: [
        { tag: 'VIP', template: 'vip' },
        { name: ' Contoso* ', template: 'standard' },
      ],
    });
    assert.equal(name, 'standard');
    assert.deepEqual(
      [...templates].map(([key, template]) => [key, template.name, template.requireAzure]),
      [
        ['standard', 'standard', false],
        ['vip', 'vip', true],
      ],
    );
    assert.deepEqual(rules, [
      { tag: 'vip', template: 'vip' },
      { name: 'Contoso*', template: 'standard' },
    ]);
  });

  it('needs no default where there is one template, or one of that name', () => {
    assert.equal(inFile({ templates: { only: plain() } }).default, 'only');
    assert.equal(inFile({ templates: { default: plain(), vip: plain() } }).default, 'default');
    assert.match(
      refused(() => inFile({ templates: two })),
      /line 1: default is missing: name the template .* The templates are: standard, vip/,
    );
  });

  it('says on which line it is wrong, and which templates there are', () => {
    const wrong = (changes: object) =>
      refused(() => inFile({ default: 'standard', rules: [], templates: two, ...changes }));
    assert.match(
      wrong({ rules: [{ tag: 'vip', template: 'gold' }] }),
      /line 6: rules\.0\.template names the template “gold”, which isn’t there\. The templates are: standard, vip/,
    );
    assert.match(wrong({ default: 'gold' }), /line 2: default names the template “gold”/);
    assert.match(wrong({ rules: [{ tag: 'v i p', template: 'vip' }] }), /line 5: rules\.0\.tag must be a tag: letters/);
    assert.match(wrong({ rules: [{ template: 'vip' }] }), /line 4: rules\.0 must have either a tag or a name/);
    assert.match(wrong({ rules: [{ tag: 'a', name: 'b', template: 'vip' }] }), /rules\.0 must have either/);
    assert.match(wrong({ rules: [{ name: ' ', template: 'vip' }] }), /rules\.0\.name can’t be empty/);
    assert.match(wrong({ rules: 'vip' }), /line 3: rules must be a list/);
    assert.match(wrong({ templates: {} }), /line 4: templates can’t be empty/);
    assert.match(wrong({ templates: { ...two, '-a': plain() } }), /templates\.-a isn’t a name for a template/);
    assert.match(
      wrong({ templates: { standard: plain({ durationDays: 0 }), vip: plain({ colour: 'red' }) } }),
      /line 6: templates\.standard\.durationDays must .*\n +line 19: templates\.vip has names .*: colour/,
    );
    assert.match(wrong({ colour: 'red' }), /line 1: the file has names that Gatehouse doesn’t know: colour/);
  });
});

describe('a folder of access templates', () => {
  it('has a template in each file, called like it, and default and rules in one of their own', () => {
    const {
      default: name,
      templates,
      rules,
    } = inFolder({
      'rules.json': { default: 'standard', rules: [{ tag: 'vip', template: 'vip' }] },
      'standard.json': plain(),
      'vip.json': plain({ requireAzure: true }),
    });
    assert.deepEqual([name, [...templates.keys()], rules.length], ['standard', ['standard', 'vip'], 1]);
    assert.equal(templates.get('vip')?.name, 'vip');
  });

  it('needs no rules where there is one template, or one called default', () => {
    assert.equal(inFolder({ 'only.json': plain() }).default, 'only');
    assert.equal(inFolder({ 'default.json': plain(), 'vip.json': plain() }).default, 'default');
    assert.match(
      refused(() => inFolder({ 'standard.json': plain(), 'vip.json': plain() })),
      /^templates\/rules\.json is missing: name the template for tenants/,
    );
  });

  it('says which file is wrong, and where', () => {
    assert.match(
      refused(() => inFolder({ 'only.json': plain({ durationDays: 0 }) })),
      /^templates\/only\.json has errors: line 2: durationDays/,
    );
    assert.match(
      refused(() => inFolder({ 'only.json': plain(), 'rules.json': { rules: [{ tag: 'a', template: 'vip' }] } })),
      /^templates\/rules\.json has errors: line 5: rules\.0\.template names the template “vip”/,
    );
    assert.match(
      refused(() => inFolder({})),
      /^templates has no file whose name ends in \.json/,
    );
    assert.match(
      refused(() => inFolder({ '!.json': plain() })),
      /^templates\/!\.json isn’t a name for a template/,
    );
  });
});

// The known roles, and how a partner adds to them.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { globalAdministratorId } from '../../src/domain/access/gdap-roles.js';
import { FileError } from '../../src/domain/errors.js';
import { failureWords } from '../../src/views/explain/setting-words.js';
import { en } from '../../src/views/words/en/index.js';

describe('our own list of roles', () => {
  const roles = readGdapRoles();

  it('has the 73 that Microsoft’s own tool takes and 29 newer ones, each once, in groups', () => {
    assert.equal(roles.all.length, 102);
    assert.equal(new Set(roles.all.map(({ name }) => name.toLowerCase())).size, 102);
    assert.ok(roles.all.every(({ group }) => group !== 'Your own'));
    assert.equal(roles.find('global administrator')?.id, globalAdministratorId);
  });

  it('finds newer roles, and a renamed one by either name', () => {
    assert.equal(roles.find('AI Administrator')?.id, 'd2562ede-74db-457e-a7b6-544e236ebb61');
    assert.equal(roles.find('Teams Telephony Administrator')?.id, 'aa38014f-0993-46e9-9b45-30501a20909d');
    for (const [former, present] of [
      ['Power BI Administrator', 'Fabric Administrator'],
      ['Azure AD Joined Device Local Administrator', 'Microsoft Entra Joined Device Local Administrator'],
    ] as const)
      for (const name of [former, present]) assert.equal(roles.find(name)?.name, present);
  });

  it('has no role that only devices hold, and none of which no source says that a partner can request it', () => {
    for (const name of ['Device Join', 'Workplace Device Join', 'Teams Reader', 'Agent ID Administrator'])
      assert.equal(roles.find(name), undefined);
  });

  it('finds what was meant by a slip or a beginning, and nothing by another word', () => {
    assert.equal(roles.meantBy('Exchange Admin'), 'Exchange Administrator');
    assert.equal(roles.meantBy('securty reader'), 'Security Reader');
    assert.equal(roles.meantBy('Wizard'), undefined);
    assert.equal(roles.meantBy(''), undefined);
  });
});

describe('a partner’s own list', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-roles-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const withOwn = async (text: string) => {
    const file = join(folder, 'roles.json');
    await writeFile(file, text);
    return readGdapRoles(file);
  };
  const newer = { id: 'DB506228-D27E-4B7D-95E5-295956D6615F', name: 'Agent ID Administrator' };

  it('adds roles that ours does not have', async () => {
    const roles = await withOwn(JSON.stringify([newer]));
    assert.equal(roles.all.length, 103);
    assert.equal(roles.find('agent id administrator')?.id, newer.id.toLowerCase());
    assert.ok(roles.has(newer.id.toLowerCase()));
  });

  it('gives a role a new name, under which and under its old one it is found', async () => {
    const roles = await withOwn(JSON.stringify([{ id: globalAdministratorId, name: 'Company Administrator' }]));
    assert.equal(roles.all.length, 102);
    for (const name of ['Company Administrator', 'Global Administrator', globalAdministratorId]) {
      assert.deepEqual(roles.find(name), { id: globalAdministratorId, name: 'Company Administrator' });
    }
  });

  for (const [what, text, message] of [
    ['no JSON', '[\n', /roles\.json has errors: line \d/],
    ['an id that is none', '[\n  {"id": "ai", "name": "AI"}\n]', /line 2: 0\.id must be a role template ID/],
    ['a role without a name', '[\n\n  {"id": "d2562ede-74db-457e-a7b6-544e236ebb61"}\n]', /line 3: 0\.name is missing/],
  ] as const) {
    it(`is refused for ${what}, by its line`, async () => {
      await assert.rejects(
        withOwn(text),
        (error) => error instanceof FileError && message.test(failureWords(error, en).join(' ')),
      );
    });
  }
});

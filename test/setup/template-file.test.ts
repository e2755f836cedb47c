// The access template as the setup reads it and puts IDs into it.
import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { groupsOfTemplate } from '../../src/config/template-groups.js';
import { ConfigError, type FileError } from '../../src/domain/errors.js';
import { TemplateFile } from '../../src/setup/template-file.js';
import { aTemplateText } from '../support/setup-bench.js';

const roles = readGdapRoles();
const id = 'eeeeeeee-0000-4000-8000-000000000000';

describe('an access template with groups that have no ID yet', () => {
  it('is wrong on the line on which its file is wrong', () => {
    const text = `{
  "durationDays": 730, "autoExtend": true, "requireAzure": false,
  "assignments": [
    { "groupName": "A", "roles": ["User Administrator"] },
    { "groupName": "B", "roles": ["Nobody"] }
  ]
}`;
    assert.throws(
      () => groupsOfTemplate(text, 'a.json', roles),
      ({ fault }: FileError) => 'lines' in fault && fault.lines.map(({ line }) => line).join() === '5',
    );
  });

  it('may have the dots of the example, or nothing, in their place', () => {
    for (const open of ['', '...', '…']) {
      const text = aTemplateText().replace('"groupName"', `"groupId": "${open}", "groupName"`);
      assert.deepEqual(
        groupsOfTemplate(text, 'a.json', roles).map((group) => group.id),
        [undefined, undefined],
      );
    }
  });
});

describe('the file of an access template', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-template-'));
    path = join(folder, 'template.json');
    writeFileSync(path, aTemplateText(), { mode: 0o640 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const idsIn = () =>
    JSON.parse(readFileSync(path, 'utf8')).assignments.map(({ groupId }: { groupId?: string }) => groupId);

  it('gets an ID where a link leads to, and stays readable for whom it was', async () => {
    const link = join(folder, 'link.json');
    symlinkSync(path, link);
    await new TemplateFile(link, roles).keep({ 1: id });
    assert.deepEqual(idsIn(), [undefined, id]);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(statSync(path).mode & 0o777, 0o640);
  });

  it('says in words that it can’t be written, and is as before', async () => {
    // In the place of what is written beside it.
    mkdirSync(`${path}.new`);
    await assert.rejects(new TemplateFile(path, roles).keep({ 0: id }), (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, /template\.json couldn’t be written/);
      return true;
    });
    assert.deepEqual(idsIn(), [undefined, undefined]);
  });
});

// A template to begin with, and its groups, which are created once each.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAccessTemplate } from '../../src/config/access-template.js';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import { recommendedTemplate } from '../../src/config/recommended-template.js';
import { groupsOfTemplate } from '../../src/config/template-groups.js';
import { warningsAbout } from '../../src/config/template-report.js';
import { builtProgram } from '../support/programs.js';
import { SetupBench, usualArguments } from '../support/setup-bench.js';

const roles = readGdapRoles();
const tenantId = usualArguments[usualArguments.indexOf('--tenant') + 1];

describe('the recommended template', () => {
  it('names roles that are there and warns of nothing, and leaves its groups open', () => {
    const groups = groupsOfTemplate(recommendedTemplate(), 'x', roles);
    assert.equal(groups.length, 3);
    assert.ok(groups.every(({ id }) => id === undefined));
    let count = 0;
    const filled = recommendedTemplate().replaceAll('"groupId": ""', () => {
      count += 1;
      return `"groupId": "b0000000-0000-4000-8000-00000000000${count}"`;
    });
    assert.deepEqual(warningsAbout(readAccessTemplate(filled, 'x', roles), roles), []);
  });

  it('is written to a new file only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-init-'));
    const run = () =>
      spawnSync(process.execPath, [builtProgram('cli/template.ts'), '--init', join(folder, 'a.json')], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
      });
    const written = run();
    assert.equal(written.status, 0, written.stderr);
    assert.match(written.stdout, /GDAP Engineers manages people/);
    assert.equal(readFileSync(join(folder, 'a.json'), 'utf8'), recommendedTemplate());
    assert.equal(run().status, 1);
    rmSync(folder, { recursive: true });
  });
});

describe('creating the groups of a template alone', () => {
  let bench: SetupBench;

  beforeEach(() => {
    bench = new SetupBench();
    bench.write(bench.templatePath, recommendedTemplate());
  });

  afterEach(() => bench.remove());

  it('creates each once, and puts its ID into the template', async () => {
    await bench.createGroups(tenantId);
    const ids = bench.template.assignments.map(({ groupId }: { groupId: string }) => groupId);
    assert.ok(ids.every((id: string) => /^[0-9a-f-]{36}$/.test(id)));
    assert.equal(bench.state.groups.length, 3);
    await bench.createGroups(tenantId);
    assert.equal(bench.state.groups.length, 3);
  });

  it('creates none in another tenant, or where a person says no', async () => {
    await assert.rejects(bench.createGroups('aaaaaaaa-0000-4000-8000-000000000009'), /signed in to the tenant/);
    await assert.rejects(bench.createGroups(undefined, 'n'), /signed in to the tenant/);
    assert.equal(bench.state.groups.length, 0);
  });
});

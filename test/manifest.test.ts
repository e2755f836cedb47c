// Would Teams install what `npm run package` makes?
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { teamsPackage } from '../scripts/teams-package.js';
import { commandNames } from '../src/bot/words.js';

const appId = '12345678-0000-4000-8000-000000000001';

describe('the Teams package', () => {
  it('has the manifest and two icons at its top, valid by the schema, filled from the settings', async () => {
    const files = unzipSync(await teamsPackage({ appId, version: '1.2.3' }));
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8'));
    assert.equal(manifest.id, appId);
    assert.equal(manifest.version, '1.2.3');
    assert.equal(manifest.bots[0].botId, appId);
    assert.deepEqual(manifest.bots[0].scopes, ['personal', 'team', 'groupChat']);
  });

  it('offers every command that the bot understands', async () => {
    const files = unzipSync(await teamsPackage({ appId, version: '1.2.3' }));
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8'));
    const offered = manifest.bots[0].commandLists[0].commands.map(({ title }: { title: string }) => title);
    assert.deepEqual(offered.sort(), [...commandNames].sort());
  });

  it('is not made without the bot’s id, or with a version that Teams does not take', async () => {
    await assert.rejects(teamsPackage({ appId: '', version: '1.2.3' }), /MicrosoftAppId must be the app id/);
    await assert.rejects(teamsPackage({ appId, version: 'x'.repeat(300) }), /Teams would not accept the manifest/);
  });
});

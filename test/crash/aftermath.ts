// What has to hold once everything has come to rest.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { SavedState } from './saved-state.js';
import type { TenantStory } from './tenant-story.js';

/** One certificate for every tenant that has left, with its hashes in the audit log, and no work left on any of them. */
export async function checkCertificates(stories: readonly TenantStory[], saved: SavedState): Promise<void> {
  const left = stories.filter(({ ending }) => ending === 'left');
  assert.ok(left.length > 0);
  const { certificates, tenants } = await saved.contents();
  const entries = await saved.audit();
  for (const { tenantId, name } of left) {
    const [certificate, ...more] = [...certificates.values()].filter((each) => each.tenantId === tenantId);
    assert.ok(certificate, `${name} has no certificate`);
    assert.deepEqual(more, [], `${name} has more than one certificate`);
    const hashes = await saved.certificate(certificate.id);
    assert.deepEqual(hashes, certificate.hashes, name);
    assert.ok(
      entries.some((entry) => isDeepStrictEqual(entry.certificate, hashes)),
      name,
    );
    const { onboarding, offboarding } = tenants.get(tenantId) ?? {};
    assert.deepEqual([onboarding, offboarding], [undefined, undefined], name);
  }
}

/** An entry in the audit log for everything that was acknowledged, and none for what was not asked for. */
export async function checkAudited(stories: readonly TenantStory[], saved: SavedState): Promise<void> {
  const entries = await saved.audit();
  for (const { tenantId, name, acknowledged, asked } of stories) {
    for (const [action, times] of acknowledged) {
      const written = entries.filter((entry) => entry.tenantId === tenantId && entry.what === action);
      assert.ok(written.length >= times, `${name}: ${action} ${times} times, written down ${written.length} times`);
      assert.ok(written.length <= (asked.get(action) ?? 0), `${name}: ${action} more often than anybody asked for it`);
      assert.ok(written.every(({ by }) => by !== undefined));
    }
  }
}

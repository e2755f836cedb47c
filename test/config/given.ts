// Settings that are right, and what is said of those that are not.
import assert from 'node:assert/strict';
import { FileError, SettingsError } from '../../src/domain/errors.js';
import { failureWords } from '../../src/views/explain/setting-words.js';
import { en } from '../../src/views/words/en/index.js';

/** The identity of a bot. */
export const identity = {
  MicrosoftAppId: 'B0700000-0000-4000-8000-000000000001',
  MicrosoftAppPassword: 'bot-secret',
  MicrosoftAppTenantId: 'AAAAAAAA-0000-4000-8000-000000000001',
};

/** Ids of two people, the first as somebody may copy it. */
export const alex = '00000000-0000-4000-8000-00000000000A';
export const megan = '00000000-0000-4000-8000-00000000000b';

/** What it takes to be connected to Microsoft. */
export const microsoft = {
  PARTNER_CLOUD: 'microsoft',
  PARTNER_TENANT_ID: 'AAAAAAAA-0000-4000-8000-000000000001',
  PARTNER_CLIENT_ID: 'CCCCCCCC-0000-4000-8000-000000000001',
  PARTNER_CLIENT_SECRET: 'hunter2',
  PARTNER_REFRESH_TOKEN: 'refresh',
  TOKEN_KEY: Buffer.alloc(32).toString('base64'),
  ACCESS_TEMPLATE: new URL('../fixtures/access-template.json', import.meta.url).pathname,
  ADMINS: ` ${alex} , ${megan},`,
  ...identity,
};

/** What a terminal says of settings or a file that are not taken: what is wrong, then what to do. */
export function failure(work: () => unknown): { readonly message: string; readonly remedy: string } {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof SettingsError || error instanceof FileError);
    // What people read; the error itself only names the codes, for the log.
    const lines = failureWords(error, en);
    return { message: lines.slice(0, -1).join('\n'), remedy: lines.at(-1) ?? '' };
  }
  return assert.fail('it was taken');
}

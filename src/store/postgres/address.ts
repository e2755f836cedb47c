// How the database of a setting is reached.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { ClientConfig } from 'pg';
import { SettingsError } from '../../domain/errors.js';
import { bareFault, type Fault, fault } from '../../domain/setting-fault.js';
import { type DatabaseUrl, databaseUrlIn } from '../../runtime/database-url.js';

/**
 * How a database is reached by the value of a setting, a URL.
 * @throws SettingsError, which has nothing of the password in it.
 */
export function databaseAddress(setting: string, value: string): ClientConfig {
  const url = databaseUrlIn(value);
  if ('code' in url) throw new SettingsError([{ name: setting, fault: url }]);
  const { tls, ...at } = url;
  return { ...at, ssl: tls ? encryption(setting, url.host, tls) : false };
}

/** The user that a URL signs in as. @throws SettingsError */
export function loginOf(setting: string, value: string): string {
  return databaseAddress(setting, value).user ?? '';
}

function encryption(setting: string, host: string, { rootFile }: NonNullable<DatabaseUrl['tls']>): ClientConfig['ssl'] {
  return {
    rejectUnauthorized: true,
    // What the certificate has to be for; only names are sent to the server.
    ...(isIP(host) === 0 ? { servername: host } : { host }),
    ...(rootFile !== undefined && { ca: readAuthority(setting, rootFile) }),
  };
}

function readAuthority(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SettingsError([{ name: setting, file, fault: faultOfReading(error) }]);
  }
}

function faultOfReading(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  // Anything without a code is a bug of ours.
  if (code === undefined) throw error;
  return code === 'ENOENT' ? bareFault('fileAbsent') : fault('fileUnreadable', { answer: code });
}

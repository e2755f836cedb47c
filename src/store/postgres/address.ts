// Where the database is and how it's reached, by its URL. Nothing that is said of a URL has its password in it.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { ClientConfig } from 'pg';
import { ConfigError } from '../../domain/errors.js';
import { isLoopback } from '../../runtime/loopback.js';

const known = ['sslmode', 'sslrootcert', 'host', 'user'];

/**
 * How a database is reached by the value of a setting, such as `postgres://gatehouse:…@db.example/gatehouse?sslmode=verify-full`.
 * `postgres:///gatehouse?host=/var/run/postgresql&user=gatehouse` names the folder of a Unix socket. Whatever goes over a network is encrypted, and the
 * server's certificate is checked.
 * @throws ConfigError
 */
export function databaseAddress(setting: string, value: string): ClientConfig {
  const url = parsed(setting, value);
  const unknown = [...url.searchParams.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new ConfigError(
      `${setting} has a parameter that isn’t known: ${unknown}`,
      `It may have ${known.join(', ')}.`,
    );
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '');
  const database = decodeURIComponent(url.pathname.slice(1));
  const user = url.searchParams.get('user') ?? decodeURIComponent(url.username);
  if (host === '' || user === '' || database === '')
    throw new ConfigError(`${setting} lacks the host, the user or the database`, example);
  return {
    host,
    port: Number(url.port || 5432),
    user,
    ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    database,
    ssl: encryption(setting, host, url.searchParams),
  };
}

/** The user that a URL signs in as. @throws ConfigError */
export function loginOf(setting: string, value: string): string {
  return databaseAddress(setting, value).user ?? '';
}

function encryption(setting: string, host: string, parameters: URLSearchParams): ClientConfig['ssl'] {
  const mode = parameters.get('sslmode') ?? 'disable';
  if (mode !== 'verify-full') {
    const isHere = host.startsWith('/') || isLoopback(host);
    if (isHere && mode === 'disable') return false;
    throw new ConfigError(
      `${setting} reaches ${host} with sslmode=${mode}, which doesn’t check who answers there`,
      'Set sslmode=verify-full in it, and sslrootcert=FILE where the server’s certificate isn’t from a public authority. Only on this machine may it be left out.',
    );
  }
  const file = parameters.get('sslrootcert');
  return {
    rejectUnauthorized: true,
    // What the certificate has to be for; only names are sent to the server.
    ...(isIP(host) === 0 ? { servername: host } : { host }),
    ...(file !== null && { ca: readAuthority(setting, file) }),
  };
}

function readAuthority(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${setting}: the file ${file} of sslrootcert can’t be read`, 'Name a PEM file.', { cause });
  }
}

// Node's own error would carry the whole text, password included.
function parsed(setting: string, value: string): URL {
  if (!URL.canParse(value)) throw new ConfigError(`${setting} isn’t a URL`, example);
  const url = new URL(value);
  if (!['postgres:', 'postgresql:'].includes(url.protocol))
    throw new ConfigError(`${setting} isn’t the URL of a PostgreSQL database`, example);
  return url;
}

const example =
  'Write it as postgres://USER:PASSWORD@HOST:5432/DATABASE?sslmode=verify-full, with %40 for an @ in the password.';

// Where a PostgreSQL database is, by its URL, and that whatever leaves this machine is encrypted and checked.
import { bareFault, type Fault } from '../domain/setting-fault.js';
import { isLoopback, parsedUrl } from './loopback.js';

/** What the URL of a database comes to. */
export interface DatabaseUrl {
  /** A name, an address without brackets, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  /** Encrypted, and the server's certificate checked. Absent: the server is on this machine. */
  readonly tls?: {
    /** The path of the certificate that the server's is issued by. Absent: any public authority. */
    readonly rootFile?: string;
  };
}

const parameters = ['sslmode', 'sslrootcert', 'host', 'user'];
const usualPort = 5432;

/**
 * Reads the URL of a database, such as `postgres://gatehouse:…@db.example/gatehouse?sslmode=verify-full`;
 * `postgres:///gatehouse?host=/var/run/postgresql&user=gatehouse` names the folder of a Unix socket. What is wrong with it has
 * nothing of the password in it.
 */
export function databaseUrlIn(text: string): DatabaseUrl | Fault {
  const url = parsedUrl(text);
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) return bareFault('notDatabaseUrl');
  const { searchParams } = url;
  if ([...searchParams.keys()].some((key) => !parameters.includes(key))) return bareFault('databaseUrlHasMore');
  const named = namedIn(url);
  if (!named || named.host === '' || named.user === '' || named.database === '') return bareFault('notDatabaseUrl');
  const at = { ...named, port: Number(url.port || usualPort) };
  const mode = searchParams.get('sslmode') ?? 'disable';
  if (mode === 'verify-full') {
    const rootFile = searchParams.get('sslrootcert');
    return { ...at, tls: rootFile === null ? {} : { rootFile } };
  }
  if (!named.host.startsWith('/') && !isLoopback(named.host)) return bareFault('databaseWithoutTls');
  return mode === 'disable' ? at : bareFault('databaseUrlHasMore');
}

/** What is named in it; `undefined`: a % that doesn't stand for a sign. */
function namedIn(url: URL): Omit<DatabaseUrl, 'port' | 'tls'> | undefined {
  const { searchParams } = url;
  try {
    return {
      host: searchParams.get('host') ?? decodeURIComponent(url.hostname).replace(/^\[|\]$/g, ''),
      user: searchParams.get('user') ?? decodeURIComponent(url.username),
      ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
      database: decodeURIComponent(url.pathname.slice(1)),
    };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

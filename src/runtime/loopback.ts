// Addresses and requests that stay on this machine.

/** Whether a host name or address never leaves this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether an address stays on this machine. One that is none does not. */
export function isLoopbackUrl(url: string): boolean {
  const parsed = parsedUrl(url);
  return parsed !== undefined && isLoopback(parsed.hostname);
}

/** An address in its parts; `undefined` when it is none. */
export function parsedUrl(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** The address of what listens on this machine; a host that is an IPv6 address stands in brackets. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What a request says of where it comes from, header names in lower case, as Node has them. */
export interface Origins {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Why a server that lets anybody of this machine in must not answer a request; `undefined`: a program or a page of this
 * machine sent it. The port of Host may be any, since a tunnel (`ssh -L`) changes it.
 * - `host`: Host is another name. A web page whose name was made to lead here (DNS rebinding) asks like that.
 * - `site`: a browser sends it for a page of another site. Links that a person follows there (GET) are let through: the
 *   page that they come from learns nothing of the answer.
 * @see https://www.w3.org/TR/fetch-metadata/ (checked 2026-11-28)
 */
export function foreignBy({ method = 'GET', headers }: Origins): 'host' | 'site' | undefined {
  const { host, origin } = headers;
  if (typeof host !== 'string' || !loopbackHost.test(host)) return 'host';
  const site = headers['sec-fetch-site'];
  if (site === undefined) return origin === undefined || origin === `http://${host}` ? undefined : 'site';
  if (site === 'same-origin' || site === 'none') return undefined;
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isLink && (method === 'GET' || method === 'HEAD') ? undefined : 'site';
}

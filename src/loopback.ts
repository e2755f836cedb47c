// How is an address taken apart and put together, and does it stay on this machine?

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

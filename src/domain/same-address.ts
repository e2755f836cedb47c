// Compares URLs.

/** Whether two URLs are the same, however they're written. Text that isn't a URL equals only itself. */
export function isSameAddress(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url;
}

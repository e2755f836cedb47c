// Do two addresses lead to the same place?

/** Whether two addresses are the same one, however they are written. What is no address is the same as itself only. */
export function isSameAddress(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(url: string): string {
  return URL.canParse(url) ? new URL(url).href.replace(/\/$/, '') : url;
}

// Why no answer came, in a word without names or addresses.

const longest = 5;

/**
 * What kept an answer from coming, such as `ECONNRESET`, `ENOTFOUND` or `time-out`: the code of the error or of one of its
 * causes, never its message, which may hold addresses. `undefined`: no code tells.
 */
export function whatKeptItAway(error: unknown): string | undefined {
  let each = error;
  for (let depth = 0; depth < longest && each instanceof Error; depth += 1) {
    if (each.name === 'TimeoutError') return 'time-out';
    if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(each.code)) return each.code;
    each = each.cause;
  }
  return undefined;
}

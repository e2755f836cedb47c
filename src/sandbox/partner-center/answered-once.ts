// Answers a repeated request the same, without doing anything twice.
import type { MiddlewareHandler } from 'hono';
import type { WireEnv } from '../wire/env.js';

const kept = 1000;

/** Remembers successful answers by MS-RequestId and path, as long as the sandbox runs. */
export function answeredOnce(): MiddlewareHandler<WireEnv> {
  const answers = new Map<string, string>();
  return async (c, next) => {
    const requestId = c.req.header('ms-requestid');
    if (!requestId) return next();
    const key = `${requestId} ${c.req.path}`;
    const answer = answers.get(key);
    if (answer !== undefined) return c.body(answer, 200, { 'Content-Type': 'application/json' });
    await next();
    if (!c.res.ok) return;
    answers.set(key, await c.res.clone().text());
    const [oldest] = answers.keys();
    if (answers.size > kept && oldest) answers.delete(oldest);
  };
}

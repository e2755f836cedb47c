// What does Entra know about the partner's application: its permissions, and by what it may prove that it is itself?
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What the product needs on behalf of its user; everything of it is granted at the start. */
export const neededPermissions = {
  graph: ['DelegatedAdminRelationship.ReadWrite.All', 'GroupMember.Read.All', 'User.ReadBasic.All'],
  partnerCenter: ['user_impersonation'],
} as const;

const permissions = z.object({ graph: z.array(z.string()), partnerCenter: z.array(z.string()) });

const federatedCredential = z.object({
  /** Whether the machine has a managed identity at all. */
  isOn: z.boolean(),
  /** Its client id, by which a machine that has several tells them apart. */
  clientId: z.string(),
});

const botRegistration = z.object({
  clientId: z.string(),
  secretHint: z.string(),
  secretDigest: z.string(),
  secretEndsAt: z.iso.datetime().nullable(),
});

/** The registration, as the file keeps it. A file from before there was one gets the defaults. */
export const appRegistration = z.object({
  /** Consented on behalf of users, by resource. */
  delegated: permissions.default(() => ({
    graph: [...neededPermissions.graph],
    partnerCenter: [...neededPermissions.partnerCenter],
  })),
  /** Consented for the application alone. Partner Center asks for none. */
  application: permissions.default(() => ({ graph: [], partnerCenter: [] })),
  isSecretExpired: z.boolean().default(false),
  /** When the secret ends. Null: a year from whenever somebody looks. */
  secretEndsAt: z.iso.datetime().nullable().default(null),
  /** Whether “Partner Customer Delegated Administration” has been provisioned in the partner's tenant. */
  hasGdapServicePrincipal: z.boolean().default(true),
  /** The bot's own application, once somebody has registered it; of its secret only what Entra itself can tell of it. */
  bot: botRegistration.nullable().default(null),
  /** Certificates in PEM that the application may sign with. */
  certificates: z.array(z.string()).default(() => []),
  managedIdentity: federatedCredential.default(() => ({
    isOn: true,
    clientId: 'ffffffff-0000-4000-8000-000000000001',
  })),
});

/** The registration of the partner's application. */
export type AppRegistration = z.infer<typeof appRegistration>;

/** What Entra shows of a secret after it was made: its first three characters. */
export function secretHint(secret: string): string {
  return secret.slice(0, 3);
}

/** By what Entra knows a secret again. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

// The partner's application in Entra: its permissions and credentials.
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The product's permissions on behalf of its user; all are granted at the start. */
export const neededPermissions = {
  graph: ['DelegatedAdminRelationship.ReadWrite.All', 'GroupMember.Read.All', 'User.ReadBasic.All'],
  partnerCenter: ['user_impersonation'],
} as const;

/** What it can do without, granted at the start as well. */
const alsoGranted = ['CrossTenantInformation.ReadBasic.All'];

const permissions = z.object({ graph: z.array(z.string()), partnerCenter: z.array(z.string()) });

const federatedCredential = z.object({
  /** Whether the machine has a managed identity at all. */
  isOn: z.boolean(),
  /** Its client id, which tells several identities of a machine apart. */
  clientId: z.string(),
});

const botRegistration = z.object({
  clientId: z.string(),
  secretHint: z.string(),
  secretDigest: z.string(),
  secretEndsAt: z.iso.datetime().nullable(),
});

/** The registration, as the file keeps it. A file without one gets the defaults. */
export const appRegistration = z.object({
  /** Consented on behalf of users, by resource. */
  delegated: permissions.default(() => ({
    graph: [...neededPermissions.graph, ...alsoGranted],
    partnerCenter: [...neededPermissions.partnerCenter],
  })),
  /** Consented for the application alone. Partner Center needs none. */
  application: permissions.default(() => ({ graph: [], partnerCenter: [] })),
  isSecretExpired: z.boolean().default(false),
  /** When the secret ends. Null: always a year from now. */
  secretEndsAt: z.iso.datetime().nullable().default(null),
  /** Whether “Partner Customer Delegated Administration” has been provisioned in the partner's tenant. */
  hasGdapServicePrincipal: z.boolean().default(true),
  /** The bot's own application, once it's registered; of its secret only what Entra itself knows. */
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

/** What Entra shows of a secret later: its first three characters. */
export function secretHint(secret: string): string {
  return secret.slice(0, 3);
}

/** What Entra keeps of a secret to recognise it. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

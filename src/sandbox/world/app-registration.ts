// What does Entra know about the partner's application: its permissions, and by what it may prove that it is itself?
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
  /** Certificates in PEM that the application may sign with. */
  certificates: z.array(z.string()).default(() => []),
  managedIdentity: federatedCredential.default(() => ({
    isOn: true,
    clientId: 'ffffffff-0000-4000-8000-000000000001',
  })),
});

/** The registration of the partner's application. */
export type AppRegistration = z.infer<typeof appRegistration>;

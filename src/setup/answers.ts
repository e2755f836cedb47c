// The answers of the Azure CLI, as far as the setup reads them. Directory objects come as Microsoft Graph has them, Azure's
// resources as Resource Manager has them.
// @see https://github.com/Azure/azure-cli, src/azure-cli/azure/cli/command_modules: role/custom.py, botservice/custom.py and
// their recorded tests, profile/custom.py (checked 2026-11-29)
import { z } from 'zod';
import { ConfigError } from '../domain/errors.js';

const lists = z
  .array(z.string())
  .nullish()
  .transform((values) => values ?? []);

/** `az version`. */
export const versionAnswer = z.object({ 'azure-cli': z.string() });

/** `az account show`. A tenant without a subscription has its own ID as `id`. */
export const accountAnswer = z.object({
  environmentName: z.string(),
  id: z.string(),
  name: z.string(),
  tenantId: z.string(),
  user: z.object({ name: z.string(), type: z.string() }),
});

const application = z.object({
  appId: z.string(),
  displayName: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  signInAudience: z.string().nullish(),
  web: z.object({ redirectUris: lists }).nullish(),
});

/** An application, as `az ad app create` answers. */
export const applicationAnswer = application;

/** `az ad app list`. */
export const applicationsAnswer = z.array(application);

/** `az ad sp create`, and each of `az ad sp list`. */
export const principalAnswer = z.object({ id: z.string() });

/** `az ad app permission list`: what the application asks for. */
export const permissionsAnswer = z.array(
  z.object({ resourceAppId: z.string(), resourceAccess: z.array(z.object({ id: z.string(), type: z.string() })) }),
);

/** `az ad app permission list-grants`: what was consented. */
export const consentsAnswer = z.array(
  z.object({ consentType: z.string(), resourceId: z.string(), scope: z.string().nullish() }),
);

/** `az ad app credential list`. Never has the secrets themselves. */
export const credentialsAnswer = z.array(
  z.object({ displayName: z.string().nullish(), keyId: z.string(), endDateTime: z.string().nullish() }),
);

/** `az ad app credential reset`: the one answer with a secret in it. */
export const secretAnswer = z.object({ appId: z.string(), password: z.string().min(1) });

const group = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  securityEnabled: z.boolean().nullish(),
});

/** A group, as `az ad group show` and `az ad group create` answer. */
export const groupAnswer = group;

/** `az ad group list`. */
export const groupsAnswer = z.array(group);

/** `az group exists`. */
export const existsAnswer = z.boolean();

/** `az bot show`. */
export const botAnswer = z.object({
  properties: z.object({ msaAppId: z.string(), endpoint: z.string().nullish(), configuredChannels: lists }),
});

/** `az ad signed-in-user show`. */
export const userAnswer = z.object({ id: z.string(), userPrincipalName: z.string() });

/**
 * An answer of the shape that's needed.
 * @throws ConfigError that says what is different, without the answer, which might have a secret in it.
 */
export function answerAs<T>(shape: z.ZodType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConfigError(
    `the Azure CLI’s answer doesn’t have the expected form (${issue?.path.join('.') || 'as a whole'})`,
    'Update the Azure CLI with `az upgrade` and run the same command again.',
  );
}

// The answers of the Azure CLI, as far as the setup reads them. Directory objects come as Microsoft Graph has them, Azure's
// resources as Resource Manager has them.
// @see https://github.com/Azure/azure-cli, src/azure-cli/azure/cli/command_modules: role/custom.py, botservice/custom.py and
// their recorded tests, profile/custom.py (checked 2026-11-29)
import { z } from 'zod';
import { ConfigError } from '../domain/errors.js';

// IDs become arguments of commands and lines of .env.
const id = z.guid();
// What a screen shows as it is: nothing in it moves the cursor or turns the writing direction.
const shown = z.string().transform((text) => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim());
const addresses = z
  .array(z.string().regex(/^[a-z][a-z0-9+.-]*:[^\p{Cc}\p{Cf}\s]*$/iu))
  .nullish()
  .transform((values) => values ?? []);
const lists = z
  .array(z.string())
  .nullish()
  .transform((values) => values ?? []);

/** `az version`. */
export const versionAnswer = z.object({ 'azure-cli': shown });

/** `az account show`. A tenant without a subscription has its own ID as `id`. */
export const accountAnswer = z.object({
  environmentName: shown,
  id,
  name: shown,
  tenantId: id,
  user: z.object({ name: shown, type: z.string() }),
});

const application = z.object({
  appId: id,
  displayName: shown.nullish(),
  createdDateTime: shown.nullish(),
  signInAudience: shown.nullish(),
  web: z.object({ redirectUris: addresses }).nullish(),
});

/** An application, as `az ad app create` answers. */
export const applicationAnswer = application;

/** `az ad app list`. */
export const applicationsAnswer = z.array(application);

/** `az ad sp create`, and each of `az ad sp list`. */
export const principalAnswer = z.object({ id });

/** `az ad app permission list`: what the application asks for. */
export const permissionsAnswer = z.array(
  z.object({ resourceAppId: z.string(), resourceAccess: z.array(z.object({ id: z.string(), type: z.string() })) }),
);

/** `az ad app permission list-grants`: what was consented. */
export const consentsAnswer = z.array(
  z.object({ consentType: z.string(), resourceId: z.string(), scope: z.string().nullish() }),
);

/** `az ad app credential list`. Never has the secrets themselves. */
export const credentialsAnswer = z.array(z.object({ displayName: z.string().nullish(), keyId: id }));

/** `az ad app credential reset`: the one answer with a secret in it. */
export const secretAnswer = z.object({ password: z.string().min(1) });

const group = z.object({
  id,
  displayName: shown.nullish(),
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
  properties: z.object({ msaAppId: shown, endpoint: shown.nullish(), configuredChannels: lists }),
});

/** `az ad signed-in-user show`. */
export const userAnswer = z.object({ id, userPrincipalName: shown });

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

// The steps that register the two apps: registration, service principals, permissions and consent.
import type { z } from 'zod';
import { ConfigError } from '../domain/errors.js';
import {
  answerAs,
  applicationAnswer,
  applicationsAnswer,
  consentsAnswer,
  permissionsAnswer,
  principalAnswer,
} from './answers.js';
import { gdapServiceAppId, partnerCenterAppId, type WantedPermissions } from './permissions.js';
import { type AzStep, partnerAppId, type SetupFacts, type StepFinding } from './step.js';

/** An app to register. */
export interface AppToRegister {
  readonly title: string;
  /** As Entra shows it. */
  readonly name: string;
  readonly fact: 'botAppId' | 'partnerAppId';
  /** Its ID by the settings. Absent: they have none yet. */
  readonly knownId?: string | undefined;
  /** Where people come back to after signing in. Absent: no one signs in to it. */
  readonly redirectUri?: string | undefined;
}

/**
 * Registers an app for this tenant only. `az ad app create` changes an app that has the same name, so one that the settings don't
 * know is only used when a person says so.
 * @see https://learn.microsoft.com/cli/azure/ad/app#az-ad-app-create (checked 2026-11-29)
 */
export function registerApp({ title, name, fact, knownId, redirectUri }: AppToRegister): AzStep {
  const filter = knownId === undefined ? `displayName eq '${name}'` : `appId eq '${knownId}'`;
  const completeness = ({ appId, displayName, web }: z.output<typeof applicationAnswer>): StepFinding => {
    const uris = web?.redirectUris ?? [];
    const facts = { [fact]: appId };
    if (redirectUri === undefined || uris.includes(redirectUri))
      return { kind: 'there', what: `${displayName ?? name} (${appId})`, facts };
    const act = ['ad', 'app', 'update', '--id', appId, '--web-redirect-uris', ...uris, redirectUri];
    return { kind: 'incomplete', what: `the redirect URI ${redirectUri}`, act, facts };
  };
  return {
    kind: 'az',
    title,
    look: () => ['ad', 'app', 'list', '--filter', filter],
    judge: (answer) => {
      const [found, ...others] = answerAs(applicationsAnswer, answer);
      if (!found && knownId === undefined) return { kind: 'absent' };
      if (!found) throw unknownApp(title, knownId ?? '');
      if (others.length > 0) throw severalApps(name);
      const then = completeness(found);
      if (knownId !== undefined) return then;
      const since = found.createdDateTime ? `, created on ${found.createdDateTime.slice(0, 10)}` : '';
      const question = `There’s already an app registration called “${name}” (${found.appId}${since}), which .env doesn’t mention.${strangeIn(found, redirectUri)} Its owners can act as it. Use it for Gatehouse?`;
      return { kind: 'sameName', question, then };
    },
    adopts: true,
    act: () => [
      ...['ad', 'app', 'create', '--display-name', name, '--sign-in-audience', 'AzureADMyOrg'],
      ...(redirectUri === undefined ? [] : ['--web-redirect-uris', redirectUri]),
    ],
    learn: (answer) => ({ [fact]: answerAs(applicationAnswer, answer).appId }),
  };
}

/** What an app has that the setup wouldn't give it. */
function strangeIn(
  { signInAudience, web }: z.output<typeof applicationAnswer>,
  redirectUri: string | undefined,
): string {
  const others = (web?.redirectUris ?? []).filter((uri) => uri !== redirectUri);
  const isOpen = signInAudience && signInAudience !== 'AzureADMyOrg';
  return [
    ...(isOpen ? [` It’s open to accounts outside of your tenant (${signInAudience}).`] : []),
    ...(others.length > 0 ? [` It sends people who sign in to ${others.join(', ')}.`] : []),
  ].join('');
}

function unknownApp(title: string, id: string): ConfigError {
  return new ConfigError(
    `.env names ${id} for “${title}”, and your tenant has no app registration with this ID`,
    'If it was deleted, remove its lines from .env (the ID and its secret) and run the same command again.',
  );
}

function severalApps(name: string): ConfigError {
  return new ConfigError(
    `Your tenant has several app registrations called “${name}”, so it’s unclear which one is Gatehouse’s`,
    'Put the ID of the right one into .env (MicrosoftAppId or PARTNER_CLIENT_ID), or choose another name with --name.',
  );
}

/** An application that has to have a service principal in the tenant: one of ours, or one of Microsoft's own. */
export function servicePrincipal(title: string, appIdOf: (facts: SetupFacts) => string): AzStep {
  const kept = (answer: unknown, facts: SetupFacts): SetupFacts => ({
    principalIds: { ...facts.principalIds, [appIdOf(facts)]: answerAs(principalAnswer, answer).id },
  });
  return {
    kind: 'az',
    title,
    look: (facts) => ['ad', 'sp', 'list', '--filter', `appId eq '${appIdOf(facts)}'`],
    judge: (answer, facts) => {
      const [found] = answerAs(principalAnswer.array(), answer);
      return found ? { kind: 'there', what: `for ${appIdOf(facts)}`, facts: kept(found, facts) } : { kind: 'absent' };
    },
    act: (facts) => ['ad', 'sp', 'create', '--id', appIdOf(facts)],
    learn: kept,
  };
}

/**
 * The service principals of Microsoft's own applications.
 * @see https://learn.microsoft.com/graph/api/tenantrelationship-post-delegatedadminrelationships (checked 2026-11-29)
 */
export const microsoftsPrincipals: readonly AzStep[] = [
  servicePrincipal('Service principal of Microsoft Partner Center', () => partnerCenterAppId),
  servicePrincipal('Service principal of “Partner Customer Delegated Administration” (GDAP)', () => gdapServiceAppId),
];

/** The permissions of an API that the partner's app asks for. Entries that are there stay. */
export function askForPermissions({ api, apiId, scopes }: WantedPermissions): AzStep {
  const add = (facts: SetupFacts, ids: readonly string[]) => [
    ...['ad', 'app', 'permission', 'add', '--id', partnerAppId(facts), '--api', apiId, '--api-permissions'],
    ...ids.map((id) => `${id}=Scope`),
  ];
  const names = scopes.map(({ name }) => name).join(', ');
  return {
    kind: 'az',
    title: `Permissions of the partner app: ${names} (${api}, delegated)`,
    look: (facts) => ['ad', 'app', 'permission', 'list', '--id', partnerAppId(facts)],
    judge: (answer, facts) => {
      const asked = answerAs(permissionsAnswer, answer).filter(({ resourceAppId }) => resourceAppId === apiId);
      const ids = asked.flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
      const missing = scopes.filter(({ id }) => !ids.includes(id));
      if (missing.length === 0) return { kind: 'there', what: names };
      if (missing.length === scopes.length) return { kind: 'absent' };
      const missingIds = missing.map(({ id }) => id);
      return { kind: 'incomplete', what: missing.map(({ name }) => name).join(', '), act: add(facts, missingIds) };
    },
    act: (facts) =>
      add(
        facts,
        scopes.map(({ id }) => id),
      ),
  };
}

/**
 * Consents to the permissions of an API for the whole tenant. `az ad app permission grant` replaces what was consented, so that is named
 * again; and it names the permissions, which `admin-consent` doesn't.
 * @see https://learn.microsoft.com/cli/azure/ad/app/permission#az-ad-app-permission-grant (checked 2026-11-29)
 */
export function consent({ api, apiId, scopes }: WantedPermissions, tenantId: string): AzStep {
  const names = scopes.map(({ name }) => name);
  const grant = (facts: SetupFacts, granted: readonly string[]) => [
    ...['ad', 'app', 'permission', 'grant', '--id', partnerAppId(facts), '--api', apiId],
    ...['--consent-type', 'AllPrincipals', '--scope', ...granted],
  ];
  return {
    kind: 'az',
    title: `Admin consent to ${names.join(', ')} (${api})`,
    look: (facts) => ['ad', 'app', 'permission', 'list-grants', '--id', partnerAppId(facts)],
    judge: (answer, facts) => {
      const resourceId = facts.principalIds?.[apiId];
      const consented = answerAs(consentsAnswer, answer)
        .filter((each) => each.consentType === 'AllPrincipals' && each.resourceId === resourceId)
        .flatMap(({ scope }) => (scope ?? '').split(' ').filter((name) => name !== ''));
      const missing = names.filter((name) => !consented.includes(name));
      if (missing.length === 0) return { kind: 'there', what: names.join(', ') };
      if (consented.length === 0) return { kind: 'absent' };
      const act = grant(facts, [...new Set([...consented, ...names])]);
      return { kind: 'incomplete', what: missing.join(', '), act };
    },
    act: (facts) => grant(facts, names),
    grants: `This lets the partner app use ${names.join(', ')} for the account that signs in, in your whole tenant.`,
    otherwise: (facts) =>
      `Have a Global Administrator grant admin consent: https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${partnerAppId(facts)}`,
  };
}

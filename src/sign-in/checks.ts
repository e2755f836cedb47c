// Whether a sign-in is what Gatehouse needs, and what to do where it isn't.

import { MicrosoftError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { missingPermissions, neededPermissions, type Permission } from '../domain/health/permissions.js';
import type { ServiceName } from '../domain/problem.js';
import type { SignedIn } from '../microsoft/sign-in/interactive-sign-in.js';

/** One thing that was looked at, in words. */
export interface Check {
  readonly verdict: 'good' | 'warning' | 'bad';
  readonly text: string;
  /** What to do. Absent: nothing. */
  readonly cure?: string | undefined;
  /** Whether an administrator's consent would fix it. */
  readonly takesConsent?: boolean;
}

/** What is known besides the tokens. */
export interface Facts {
  /** The partner's tenant in the settings, by its id or by one of its domains. */
  readonly tenantId: string;
  /** Whether the account is in AdminAgents, or why that could not be asked. */
  readonly isAdminAgent: boolean | MicrosoftError;
  /** Whether settings name groups of people, which takes more permissions. */
  readonly hasGroups: boolean;
}

/** Everything that was looked at. A sign-in is kept only if what `decides` is not bad. */
export function signInChecks(signedIn: SignedIn, facts: Facts): readonly Check[] {
  return [
    ...decidingChecks(signedIn, facts),
    adminAgents(facts.isAdminAgent, signedIn.account.userName),
    permissions('Microsoft Graph', signedIn.services.graph, neededPermissions(facts.hasGroups)),
    permissions('Partner Center', signedIn.services.partnerCenter, [{ name: 'user_impersonation', why: 'always' }]),
  ];
}

/** Whether the sign-in may be kept: it is of the partner's own tenant, and made with a second factor. */
export function mayBeKept(signedIn: SignedIn, facts: Pick<Facts, 'tenantId'>): boolean {
  return decidingChecks(signedIn, facts).every(({ verdict }) => verdict !== 'bad');
}

function decidingChecks(signedIn: SignedIn, facts: Pick<Facts, 'tenantId'>): readonly Check[] {
  return [tenant(signedIn, facts), secondFactor(signedIn)];
}

function tenant({ tenantId, homeTenantId, account }: SignedIn, facts: Pick<Facts, 'tenantId'>): Check {
  // A domain in the settings was resolved by Microsoft; an id can be compared.
  const isOther =
    guidPattern.test(facts.tenantId.toLowerCase()) && tenantId.toLowerCase() !== facts.tenantId.toLowerCase();
  if (isOther || homeTenantId.toLowerCase() !== tenantId.toLowerCase()) {
    return {
      verdict: 'bad',
      text: `${account.userName} belongs to another tenant than yours.`,
      cure: 'Sign in with an account of your own partner tenant, best with a service account made for Gatehouse.',
    };
  }
  return { verdict: 'good', text: 'The account belongs to your partner tenant.' };
}

function secondFactor({ hasMfa }: SignedIn): Check {
  if (hasMfa === true) return { verdict: 'good', text: 'You signed in with multifactor authentication.' };
  if (hasMfa === undefined) {
    return {
      verdict: 'warning',
      text: 'The token does not say whether you signed in with multifactor authentication.',
      cure: 'If Gatehouse later says that it is missing, sign in again with it.',
    };
  }
  return {
    verdict: 'bad',
    text: 'You signed in without multifactor authentication. Microsoft does not let Gatehouse work like that.',
    cure: 'Set up multifactor authentication for the account, and sign in with it.',
  };
}

function adminAgents(isAdminAgent: Facts['isAdminAgent'], userName: string): Check {
  if (isAdminAgent === true) return { verdict: 'good', text: 'The account is in AdminAgents.' };
  if (isAdminAgent === false) {
    return {
      verdict: 'bad',
      text: 'The account is not in AdminAgents, so Microsoft will refuse what Gatehouse asks for.',
      cure: `In Entra or in Partner Center, put ${userName} into the group AdminAgents. You need not sign in again for that.`,
    };
  }
  return {
    verdict: 'warning',
    text: 'Whether the account is in AdminAgents could not be checked.',
    cure:
      isAdminAgent.problem.reason === 'noRights'
        ? 'Look it up in Entra. With consent to GroupMember.Read.All and User.ReadBasic.All, Gatehouse can do so itself.'
        : isAdminAgent.remedy,
  };
}

function permissions(
  service: string,
  granted: SignedIn['services'][ServiceName],
  wanted: readonly Permission[],
): Check {
  const needed = wanted.map(({ name }) => name);
  if (granted instanceof MicrosoftError) {
    const takesConsent = granted.problem.reason === 'noRights';
    const cure = takesConsent ? `Nobody has consented to ${needed.join(' and ')}.` : granted.remedy;
    return { verdict: 'bad', text: `${service} cannot be used.`, cure, takesConsent };
  }
  const missing = missingPermissions(wanted, granted.permissions).map(({ name }) => name);
  if (missing.length > 0) {
    return {
      verdict: 'bad',
      text: `${service}: consent to ${missing.join(' and ')} is missing.`,
      cure: `In Entra, add ${missing.join(' and ')} (delegated) to the app's API permissions, and have an administrator consent to it.`,
      takesConsent: true,
    };
  }
  const isDispensable = (name: string) =>
    missingPermissions(
      wanted,
      granted.permissions.filter((each) => each !== name),
    ).length === 0;
  const beyond = granted.permissions.filter((name) => isDispensable(name) && !harmless.includes(name));
  const more = beyond.length > 0 ? ` Gatehouse does not need ${beyond.join(', ')}.` : '';
  return {
    verdict: 'good',
    text: `${service}: ${needed.join(', ')} ${needed.length > 1 ? 'are' : 'is'} consented.${more}`,
  };
}

// The first ones let a checkup see more; User.Read comes with every new app.
const harmless = ['User.Read', 'GroupMember.Read.All', 'User.ReadBasic.All', 'Application.Read.All'];

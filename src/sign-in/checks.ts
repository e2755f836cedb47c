// Whether a sign-in is what Gatehouse needs, and what to do where it isn't.

import { MicrosoftError } from '../domain/errors.js';
import { guidPattern } from '../domain/guid.js';
import { missingPermissions, neededPermissions, type Permission } from '../domain/health/permissions.js';
import type { Problem, ServiceName } from '../domain/problem.js';
import type { SignedIn } from '../microsoft/sign-in/interactive-sign-in.js';

/** Cause and cure of a problem at Microsoft, as whole sentences. */
export type Explain = (problem: Problem) => { readonly cause: string; readonly cure: string };

/** One thing that was checked, in words. */
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
  /** Whether the account is in AdminAgents, or why that couldn't be checked. */
  readonly isAdminAgent: boolean | MicrosoftError;
  /** Whether settings name groups of people, which takes more permissions. */
  readonly hasGroups: boolean;
  readonly explain: Explain;
}

/** Everything that was checked. A sign-in is kept only where no deciding check is bad. */
export function signInChecks(signedIn: SignedIn, facts: Facts): readonly Check[] {
  return [
    ...decidingChecks(signedIn, facts),
    adminAgents(facts, signedIn.account.userName),
    permissions('Microsoft Graph', signedIn.services.graph, neededPermissions(facts.hasGroups), facts.explain),
    permissions(
      'Partner Center',
      signedIn.services.partnerCenter,
      [{ name: 'user_impersonation', why: 'always' }],
      facts.explain,
    ),
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
      text: `${account.userName} belongs to another tenant.`,
      cure: 'Sign in with an account of your partner tenant. We recommend a service account just for Gatehouse.',
    };
  }
  return { verdict: 'good', text: 'The account belongs to your partner tenant.' };
}

function secondFactor({ hasMfa }: SignedIn): Check {
  if (hasMfa === true) return { verdict: 'good', text: 'You signed in with multifactor authentication.' };
  if (hasMfa === undefined) {
    return {
      verdict: 'warning',
      text: 'Microsoft didn’t say whether you signed in with multifactor authentication.',
      cure: 'If Gatehouse later reports that it’s missing, sign in again and use it.',
    };
  }
  return {
    verdict: 'bad',
    text: 'You signed in without multifactor authentication, which Microsoft requires.',
    cure: 'Set up multifactor authentication for the account, then sign in with it.',
  };
}

function adminAgents({ isAdminAgent, explain }: Facts, userName: string): Check {
  if (isAdminAgent === true) return { verdict: 'good', text: 'The account is in AdminAgents.' };
  if (isAdminAgent === false) {
    return {
      verdict: 'bad',
      text: 'The account isn’t in AdminAgents, so Microsoft will refuse Gatehouse’s calls.',
      cure: `Add ${userName} to the group AdminAgents in Entra or Partner Center. You don’t have to sign in again.`,
    };
  }
  return {
    verdict: 'warning',
    text: 'Couldn’t check whether the account is in AdminAgents.',
    cure:
      isAdminAgent.problem.reason === 'noRights'
        ? 'Check it in Entra, or consent to GroupMember.Read.All and User.ReadBasic.All so that Gatehouse can.'
        : explain(isAdminAgent.problem).cure,
  };
}

function permissions(
  service: string,
  granted: SignedIn['services'][ServiceName],
  wanted: readonly Permission[],
  explain: Explain,
): Check {
  const needed = wanted.map(({ name }) => name);
  if (granted instanceof MicrosoftError) {
    const takesConsent = granted.problem.reason === 'noRights';
    const cure = takesConsent ? consentTo(needed) : explain(granted.problem).cure;
    return { verdict: 'bad', text: `Gatehouse can’t use ${service}.`, cure, takesConsent };
  }
  const missing = missingPermissions(wanted, granted.permissions).map(({ name }) => name);
  if (missing.length > 0) {
    return {
      verdict: 'bad',
      text: `${service}: consent to ${listOf(missing)} is missing.`,
      cure: consentTo(missing),
      takesConsent: true,
    };
  }
  const isDispensable = (name: string) =>
    missingPermissions(
      wanted,
      granted.permissions.filter((each) => each !== name),
    ).length === 0;
  const beyond = granted.permissions.filter((name) => isDispensable(name) && !harmless.includes(name));
  const more = beyond.length > 0 ? ` Gatehouse doesn’t need ${listOf(beyond)}.` : '';
  return {
    verdict: 'good',
    text: `${service}: ${listOf(needed)} granted.${more}`,
  };
}

function consentTo(missing: readonly string[]): string {
  return `Add ${listOf(missing)} (delegated) to the app’s API permissions in Entra, then ask an administrator to grant consent.`;
}

const listOf = (names: readonly string[]) => new Intl.ListFormat('en').format(names);

// The first ones let a checkup see more; User.Read comes with every new app.
const harmless = ['User.Read', 'GroupMember.Read.All', 'User.ReadBasic.All', 'Application.Read.All'];

// The words of a problem: why a call to Microsoft didn't succeed, and who can fix it.

import type { Tried } from '../../domain/access/retry.js';
import { isMissingConsent } from '../../domain/health/checkup-sign-in.js';
import { isSignInReason, type Problem } from '../../domain/problem.js';
import type { Staleness } from '../render/context.js';
import { dayAndTime, literal } from '../render/text.js';

import { signInWords, withAnswer } from './sign-in-words.js';

/** The purpose of the call that failed. */
export type Occasion = 'request' | 'assignment' | 'check' | 'removal';

/** What a check reads, in words. */
export const checkedWhat = { azurePlan: 'the Azure plan', assignments: 'the access assignments' } as const;

/** Cause and cure, as whole sentences. */
export interface ProblemWords {
  readonly cause: string;
  readonly cure: string;
}

/** The words for a problem. `isTakenElsewhere`: Microsoft has accepted the same at another customer. */
export function problemWords(problem: Problem, occasion: Occasion, isTakenElsewhere = false): ProblemWords {
  const { reason, answer } = problem;
  if (isSignInReason(reason)) return signInWords(reason, answer);
  switch (reason) {
    case 'noRights':
      if (isMissingConsent(problem)) return consentWords;
      return {
        cause: 'The account or app that Gatehouse signs in with may not do this.',
        cure: `A global administrator of your own tenant puts the account into AdminAgents and consents to the app’s permission ${permissionFor(problem)}.`,
      };
    case 'partnerCenterClosed':
      return {
        cause: withAnswer(
          'Partner Center’s API doesn’t let Gatehouse in, as is so for every indirect reseller.',
          answer ?? '403',
        ),
        cure: 'An indirect reseller manages these customers in Partner Center itself. If you are a direct-bill partner or an indirect provider, ask a global administrator to put Gatehouse’s account into AdminAgents.',
      };
    case 'notAccepted':
      return isTakenElsewhere ? onlyHere(occasion) : { cause: notAccepted[occasion], cure: notAcceptedCure[occasion] };
    case 'nameTaken':
      return {
        cause:
          'Another relationship in your Partner Center, made by somebody else, has the name that this one was to have.',
        cure: 'An admin agent may want to look in Partner Center who made it. You need not wait: the next request gets another name.',
      };
    case 'notFound':
      if (occasion === 'removal') return { cause: 'Microsoft does not find what was to be removed.', cure: lookThere };
      return {
        cause: 'Microsoft does not find what the call speaks of.',
        cure: 'An admin agent checks in Partner Center that the customer is still there, and in Entra that the groups of the access template are.',
      };
    case 'throttled':
      return { cause: 'Microsoft is busy with our requests.', cure: 'It passes by itself.' };
    case 'notPossibleNow':
    case 'unreachable':
    case 'unexpectedAnswer':
      return {
        cause: 'Microsoft did not answer, or not in a way that can be used.',
        cure: 'It usually passes by itself; Microsoft’s service health page tells of larger faults.',
      };
    default:
      return reason satisfies never;
  }
}

/** That Gatehouse reads what it can while no one is signed in; for text blocks only. */
export function signInLostWords({ since, problem }: Staleness): string {
  const { cause, cure } = problem ? problemWords(problem, 'check') : { cause: '', cure: '' };
  return `Gatehouse can change nothing at Microsoft since ${dayAndTime(since)}; it shows what it can read. ${cause} ${cure}`.trim();
}

function permissionFor({ service }: Problem): string {
  return service === 'partnerCenter'
    ? 'user_impersonation of Microsoft Partner Center'
    : 'DelegatedAdminRelationship.ReadWrite.All';
}

const consentWords = {
  cause: 'The app that Gatehouse signs in with lacks a consent in your own tenant, or its account is a guest there.',
  cure: 'Ask your Gatehouse administrator to run npm run sign-in, which shows what is missing, with the link for a global administrator to give it.',
};

const lookThere = 'An admin agent looks in Partner Center how it stands there.';

const checkTemplate =
  'If other customers are refused as well, your Gatehouse administrator checks the roles and groups of the access template.';
const notAcceptedCure: Readonly<Record<Occasion, string>> = {
  request: checkTemplate,
  assignment: checkTemplate,
  check: 'Your Gatehouse administrator finds the call in the log.',
  removal: lookThere,
};

// Where the same template works at another customer, the template isn't at fault.
function onlyHere(occasion: Occasion): ProblemWords {
  const where = 'Your access template is fine: another customer has the same.';
  return occasion === 'assignment'
    ? {
        cause: `Microsoft doesn’t accept it for this customer alone, most often because a role isn’t active in their tenant. ${where}`,
        cure: 'Ask an admin agent to assign the group in Partner Center (the customer, Admin relationships), which says what is in the way.',
      }
    : {
        cause: `Microsoft doesn’t accept the request for this customer alone. ${where}`,
        cure: 'Ask an admin agent to request the relationship in Partner Center (the customer, Admin relationships), which says what is in the way.',
      };
}

const notAccepted: Readonly<Record<Occasion, string>> = {
  request: 'Microsoft did not accept the request itself, most often because of a role that GDAP does not support.',
  assignment: 'Most often the group does not exist, or a role is not activated in the customer’s tenant.',
  check: 'Microsoft did not accept the question.',
  removal: 'Microsoft did not accept the removal as it was asked for.',
};

/** Microsoft's answer and request id, as a part of a sentence; for text runs. */
export function saidWords({ answer, requestId, reason }: Problem): string {
  const id = requestId === undefined ? '' : ` (request id ${literal(requestId, 40)})`;
  // What kept an answer from coming isn't Microsoft's answer.
  if (answer !== undefined && reason === 'unreachable' && !/^\d/.test(answer))
    return `Microsoft couldn’t be reached: ${literal(answer, 60)}`;
  if (answer !== undefined) return `Microsoft answered ${literal(answer, 60)}${id}`;
  switch (reason) {
    case 'unreachable':
      return `Microsoft didn’t answer${id}`;
    case 'throttled':
      return `Microsoft asked Gatehouse to wait${id}`;
    case 'unexpectedAnswer':
      return `Microsoft’s answer couldn’t be understood${id}`;
    default:
      return `Microsoft refused${id}`;
  }
}

/** A try in a few words; for text runs. */
export function triedWords(tried: Tried, groupName: string | undefined): string {
  const group = `“${literal(groupName ?? 'a group', 60)}”`;
  switch (tried.step) {
    case 'read':
      return 'Reading the customer’s relationships';
    case 'createRelationship':
      return 'Creating the relationship';
    case 'lockForApproval':
      return 'Sending the request to the customer';
    case 'assignAccess':
      return `Assigning roles to ${group}`;
    case 'widenAssignment':
      return `Adding roles to ${group}`;
    case 'removeAssignment':
      return `Removing the old assignment of ${group}`;
    default:
      return tried satisfies never;
  }
}

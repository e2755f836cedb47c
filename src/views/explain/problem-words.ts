// The words of a problem: why a call to Microsoft didn't succeed, and who can fix it.

import type { Tried } from '../../domain/access/retry.js';
import { isMissingConsent } from '../../domain/health/checkup-sign-in.js';
import { isSignInReason, type Problem } from '../../domain/problem.js';
import type { Words } from '../catalogue.js';
import type { Staleness } from '../render/context.js';
import { bare, dayAndTime, joined, literal, phrase } from '../render/text.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import { signInWords } from './sign-in-words.js';

/** The purpose of the call that failed. */
export type Occasion = 'request' | 'assignment' | 'check' | 'removal';

/** Cause and cure, as whole sentences. */
export interface ProblemWords {
  readonly cause: Text;
  readonly cure: Text;
}

/** The words for a problem. `isTakenElsewhere`: Microsoft has accepted the same at another customer. */
export function problemWords(
  problem: Problem,
  occasion: Occasion,
  words: Words,
  isTakenElsewhere = false,
): ProblemWords {
  const { problems } = words;
  const { reason, answer } = problem;
  if (isSignInReason(reason)) return signInWords(reason, words, answer);
  switch (reason) {
    case 'noRights': {
      if (isMissingConsent(problem)) return problems.consentMissing;
      const { cause, cure } = problems.noRights;
      return { cause, cure: cure({ permission: permissionFor(problem, words) }) };
    }
    case 'partnerCenterClosed': {
      const { cause, cure } = problems.partnerCenterClosed;
      return { cause: cause({ answer: bare(answer ?? '403') }), cure };
    }
    case 'notAccepted':
      // Where the same template works at another customer, the template isn't at fault.
      return isTakenElsewhere
        ? problems.notAcceptedOnlyHere[occasion === 'assignment' ? 'assignment' : 'request']
        : problems.notAccepted[occasion];
    case 'nameTaken':
      return problems.nameTaken;
    case 'notFound':
      return occasion === 'removal' ? problems.notFoundInRemoval : problems.notFound;
    case 'throttled':
      return problems.throttled;
    case 'notPossibleNow':
      return problems.notPossibleNow;
    case 'unreachable':
    case 'unexpectedAnswer':
      return problems.noUsableAnswer;
    default:
      return reason satisfies never;
  }
}

/** That Gatehouse reads what it can while no one is signed in; for text blocks only. */
export function signInLostWords({ since, problem }: Staleness, words: Words): Markdown {
  const lost = words.problems.signInLost({ since: dayAndTime(since) });
  return withCure(lost, problem, words);
}

/** A sentence, followed by cause and cure where the problem is known. */
export function withCure(sentence: Markdown, problem: Problem | undefined, words: Words): Markdown {
  if (!problem) return sentence;
  const { cause, cure } = problemWords(problem, 'check', words);
  return joined([sentence, cause, cure]);
}

function permissionFor({ service }: Problem, { problems }: Words): Text {
  return service === 'partnerCenter'
    ? problems.partnerCenterPermission
    : phrase`DelegatedAdminRelationship.ReadWrite.All`;
}

/** Microsoft's answer and request id, as a part of a sentence; for text runs. */
export function saidWords({ answer, requestId, reason }: Problem, { problems: { said } }: Words): Literal {
  const id = requestId === undefined ? '' : said.requestId({ id: literal(requestId, 40) });
  // What kept an answer from coming isn't Microsoft's answer.
  if (answer !== undefined && reason === 'unreachable' && !/^\d/.test(answer))
    return said.unreachableBecause({ answer: literal(answer, 60) });
  if (answer !== undefined) return phrase`${said.answered({ answer: literal(answer, 60) })}${id}`;
  switch (reason) {
    case 'unreachable':
    case 'throttled':
    case 'unexpectedAnswer':
      return phrase`${said[reason]}${id}`;
    default:
      return phrase`${said.refused}${id}`;
  }
}

/** A try in a few words; for text runs. */
export function triedWords(attempt: Tried, groupName: string | undefined, { problems }: Words): Literal {
  const { tried, aGroup } = problems;
  const group = groupName === undefined ? aGroup : literal(groupName, 60);
  switch (attempt.step) {
    case 'read':
      return tried.readRelationships;
    case 'createRelationship':
    case 'lockForApproval':
    case 'setAutoExtend':
    case 'endEarlier':
    case 'removeGlobalAdministrator':
    case 'createSuccessor':
    case 'lockSuccessor':
      return tried[attempt.step];
    case 'assignAccess':
    case 'widenAssignment':
    case 'removeAssignment':
      return tried[attempt.step]({ group });
    default:
      return attempt satisfies never;
  }
}

// The words of a limitation: what's wrong, why, and who fixes it how.

import type { Limitation } from '../../domain/access/limitation.js';
import type { TemplateEvidence } from '../../domain/onboarding/template-evidence.js';
import { passes } from '../../domain/problem.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { dayAndTime, joined, literal, phrase, shortened } from '../render/text.js';
import type { Literal, Markdown } from '../words/text-types.js';
import { type Link, partnerCenterCustomers } from './manual-removal.js';
import { problemWords, saidWords, triedWords } from './problem-words.js';

/** A limitation in plain words. Names in it are foreign text, made literal. */
export interface LimitationWords {
  /** What is wrong, in a few words. */
  readonly title: Literal;
  readonly cause: Literal;
  /** Who fixes it, and how. */
  readonly cure: Literal;
  /** What to do where the cure isn't wanted; holds only while the limitation can be accepted. */
  readonly instead?: Literal | undefined;
  /** A page of Microsoft's on which to fix it. */
  readonly link?: Link | undefined;
  /** Since when; for a text block. Absent: it's not known, or doesn't matter. */
  readonly when?: Markdown | undefined;
}

/** Microsoft's answer to the failed call and its request id; empty: there was none. */
export function traceOf(limitation: Limitation, { limitations }: Words): Literal {
  if (!('problem' in limitation)) return '';
  const { answer, requestId } = limitation.problem;
  return joined(
    [
      ...(answer === undefined ? [] : [limitations.answer({ answer: literal(answer, 60) })]),
      ...(requestId === undefined ? [] : [limitations.requestId({ id: literal(requestId, 40) })]),
    ],
    ' · ',
  );
}

/**
 * The first limitation of a tenant, in at most `length` characters, and how many more; for text runs. `undefined`: it has
 * none.
 */
export function causeWords({ onboarding }: Tenant, words: Words, length = 200): Literal | undefined {
  const [first, ...more] = onboarding?.limitations ?? [];
  return (
    first && words.tenantList.row.cause({ cause: shortened(wordsFor(first, words).title, length), more: more.length })
  );
}

/** The words for a limitation. `evidence`: what of the template works at other customers. Absent: not known. */
export function wordsFor(limitation: Limitation, words: Words, evidence?: TemplateEvidence): LimitationWords {
  const { limitations } = words;
  const link = { title: limitations.openPartnerCenter, url: partnerCenterCustomers };
  switch (limitation.code) {
    case 'requestElsewhere': {
      const { title, cause, cure } = limitations.requestElsewhere;
      return { title, cause: cause({ relationship: literal(limitation.relationshipName) }), cure, link };
    }
    case 'requestRefused': {
      const { problem, relationshipName } = limitation;
      const { title, nameTaken, cure } = limitations.requestRefused;
      const why = problemWords(problem, 'request', words, evidence?.isRequestTaken);
      const name =
        problem.reason === 'nameTaken' ? phrase` ${nameTaken({ relationship: literal(relationshipName) })}` : '';
      return { title, cause: phrase`${why.cause}${name}`, cure: joined([why.cure, cure]) };
    }
    case 'roleMissing':
    case 'templateChanged': {
      const isHeld = limitation.code === 'templateChanged' && limitation.isHeld;
      const { title, cause, cure } = isHeld ? limitations.templateHeld : limitations[limitation.code];
      const { roles, relationshipName } = limitation;
      return {
        title: title({
          roles: joined(
            roles.map(({ name }) => literal(name)),
            ', ',
          ),
        }),
        cause: cause({ relationship: literal(relationshipName), count: roles.length }),
        cure,
      };
    }
    case 'groupNotAssigned': {
      const { title, cause, cure } = limitations.groupNotAssigned;
      const { groupName, problem } = limitation;
      const why = problemWords(problem, 'assignment', words, isGood(groupName, evidence));
      return {
        title: title({ group: literal(groupName) }),
        cause: joined([cause, why.cause]),
        cure: joined([why.cure, cure]),
      };
    }
    case 'assignmentFailed': {
      const { title, cause, cure } = limitations.assignmentFailed;
      return { title: title({ group: literal(limitation.groupName) }), cause, cure, link };
    }
    case 'assignmentGone': {
      const { title, cause, cure } = limitations.assignmentGone;
      return {
        title: title({ group: literal(limitation.groupName) }),
        cause,
        cure,
        instead: limitations.takenAwayInstead,
      };
    }
    case 'rolesTakenAway': {
      const { title, cause, cure } = limitations.rolesTakenAway;
      const { groupName, roles } = limitation;
      const names = roles.map(({ name }) => literal(name));
      return {
        title: title({ group: literal(groupName), roles: joined(names, ', ') }),
        cause: cause({ count: roles.length }),
        cure,
        instead: limitations.takenAwayInstead,
      };
    }
    case 'noAzurePlan':
    case 'azurePlanNotActive':
    case 'notReseller':
      return { ...limitations[limitation.code], instead: limitations.acceptInstead, link };
    case 'relationshipLost': {
      const { title, cause, cure } = limitations.relationshipLost[limitation.ending];
      return { title, cause: cause({ relationship: literal(limitation.relationshipName) }), cure };
    }
    case 'couldNotCheck': {
      const { title, cause, cure } = limitations.couldNotCheck;
      const why = problemWords(limitation.problem, 'check', words);
      return {
        title: title({ what: words.problems.checked[limitation.what] }),
        cause: joined([cause, why.cause]),
        cure: joined([why.cure, cure]),
      };
    }
    case 'keepsFailing': {
      const { title, cause, when, cure } = limitations.keepsFailing;
      const { tried, groupName, problem, failingSince } = limitation;
      const why =
        groupName === undefined
          ? problemWords(problem, 'request', words, evidence?.isRequestTaken)
          : problemWords(problem, 'assignment', words, isGood(groupName, evidence));
      return {
        title: title({ what: triedWords(tried, groupName, words) }),
        // A passing reason is what Microsoft said, in other words.
        cause: joined([cause({ said: saidWords(problem, words) }), ...(passes(problem) ? [] : [why.cause])]),
        when: when({ since: dayAndTime(failingSince) }),
        cure,
        link,
      };
    }
    case 'assignmentStuck': {
      const { title, cause, when, cure } = limitations.assignmentStuck;
      return {
        title: title({ group: literal(limitation.groupName) }),
        cause,
        when: when({ since: dayAndTime(limitation.pendingSince) }),
        cure,
        link,
      };
    }
    case 'takesTooLong': {
      const { title, cause, state, when, cure } = limitations.takesTooLong;
      const { relationship, waitingSince } = limitation;
      const { name, status } = relationship ?? {};
      return {
        title,
        cause:
          name === undefined || status === undefined
            ? cause
            : joined([cause, state({ relationship: literal(name), status: literal(status) })]),
        when: when({ since: dayAndTime(waitingSince) }),
        cure,
        link,
      };
    }
    case 'unknownStatus': {
      const { title, cause, cure } = limitations.unknownStatus;
      return { title, cause: cause({ relationship: literal(limitation.relationshipName) }), cure, link };
    }
    default:
      return limitation satisfies never;
  }
}

function isGood(groupName: string, evidence: TemplateEvidence | undefined): boolean {
  return evidence?.groupNames.includes(groupName) === true;
}

// The words of a limitation: what's wrong, why, and who fixes it how.
import type { Ending, Limitation } from '../../domain/access/limitation.js';
import type { TemplateEvidence } from '../../domain/onboarding/template-evidence.js';
import { dayAndTime, literal } from '../render/text.js';
import { type Link, partnerCenterCustomers } from './manual-removal.js';
import { checkedWhat, problemWords, saidWords, triedWords } from './problem-words.js';

/** A limitation in plain words. Names in it are foreign text, made literal. */
export interface LimitationWords {
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly cause: string;
  /** Who fixes it, and how. */
  readonly cure: string;
  /** A page of Microsoft's on which to fix it. */
  readonly link?: Link | undefined;
  /** Since when; for a text block. Absent: it's not known, or doesn't matter. */
  readonly when?: string | undefined;
}

/** Microsoft's answer to the failed call and its request id; empty: there was none. */
export function traceOf(limitation: Limitation): string {
  if (!('problem' in limitation)) return '';
  const { answer, requestId } = limitation.problem;
  return [
    answer === undefined ? '' : `Microsoft’s answer: ${literal(answer, 60)}`,
    requestId === undefined ? '' : `Microsoft’s request id: ${literal(requestId, 40)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const inPartnerCenter = { title: 'Open Partner Center', url: partnerCenterCustomers };

/** The words for a limitation. `evidence`: what of the template works at other customers. Absent: not known. */
export function wordsFor(limitation: Limitation, evidence?: TemplateEvidence): LimitationWords {
  switch (limitation.code) {
    case 'requestElsewhere':
      return {
        title: 'Another request is waiting for approval',
        cause: `The request “${literal(limitation.relationshipName)}” was not made by Gatehouse and waits for the customer. A second one is not created beside it.`,
        cure: 'Follow the manual approval in Partner Center: open the customer, then Admin relationships, and send that request’s link to the customer. Once it is approved, Gatehouse takes it up if it has every role. If it is not wanted, let it lapse, then press Revalidate.',
        link: inPartnerCenter,
      };
    case 'requestRefused': {
      const { cause, cure } = problemWords(limitation.problem, 'request', evidence?.isRequestTaken);
      return {
        title: 'Microsoft refused the request',
        cause: `${cause}${nameTakenNote(limitation)}`,
        cure: `${cure} Then press Revalidate: the request is made again.`,
      };
    }
    case 'roleMissing':
      return {
        title: `Missing: ${limitation.roles.map(({ name }) => literal(name)).join(', ')}`,
        cause: `The relationship “${literal(limitation.relationshipName)}” is active without ${limitation.roles.length === 1 ? 'this role' : 'these roles'} of the access template.`,
        cure: 'Roles cannot be added once a customer has approved. Press Request again: the customer gets a new request with every role, and the present access stays until then.',
      };
    case 'groupNotAssigned': {
      const { cause, cure } = problemWords(limitation.problem, 'assignment', isGood(limitation.groupName, evidence));
      return {
        title: `Group “${literal(limitation.groupName)}” has no access`,
        cause: `Microsoft refused to give the group its roles. ${cause}`,
        cure: `${cure} Then press Revalidate: the group is tried again.`,
      };
    }
    case 'assignmentFailed':
      return {
        title: `Assigning roles to “${literal(limitation.groupName)}” failed`,
        cause: 'Microsoft took the assignment on and then ended it with an error of its own.',
        cure: 'Press Revalidate: the failed assignment is cleared away and made again. If it fails again, an admin agent opens a support request in Partner Center.',
        link: inPartnerCenter,
      };
    case 'noAzurePlan':
      return {
        title: 'No Azure plan',
        cause:
          'The customer has no Azure plan with you, so its Azure subscriptions cannot be managed. Everything else works.',
        cure: 'If you manage Azure for this customer, somebody who may buy in Partner Center buys the Azure plan for it; then press Revalidate. If not, press Cancel, which accepts it as it is.',
        link: inPartnerCenter,
      };
    case 'azurePlanNotActive':
      return {
        title: 'The Azure plan is not active',
        cause:
          'The customer’s Azure plan is suspended or has ended, so its Azure subscriptions cannot be managed. Everything else works.',
        cure: 'If you manage Azure for this customer, somebody who may buy in Partner Center reactivates the plan; then press Revalidate. If not, press Cancel, which accepts it as it is.',
        link: inPartnerCenter,
      };
    case 'notReseller':
      return {
        title: 'The customer does not buy through you',
        cause: 'There is no reseller relationship, and Azure access comes only with one. Everything else works.',
        cure: 'If you are to manage Azure, send the customer a reseller request from Partner Center; then press Revalidate. If not, press Cancel, which accepts it as it is.',
        link: inPartnerCenter,
      };
    case 'relationshipLost':
      return lostWords(limitation.ending, literal(limitation.relationshipName));
    case 'couldNotCheck': {
      const { cause, cure } = problemWords(limitation.problem, 'check');
      return {
        title: `Could not check ${checkedWhat[limitation.what]}`,
        cause: `This says nothing about whether it is in place: the check itself failed. ${cause}`,
        cure: `${cure} Gatehouse checks again by itself from time to time; Revalidate checks now.`,
      };
    }
    case 'keepsFailing': {
      const { tried, groupName, problem, failingSince } = limitation;
      const { cause } =
        groupName === undefined
          ? problemWords(problem, 'request', evidence?.isRequestTaken)
          : problemWords(problem, 'assignment', isGood(groupName, evidence));
      return {
        title: `${triedWords(tried, groupName)} keeps failing`,
        cause: `${saidWords(problem)} to the last attempt. ${cause}`,
        when: `Failing since ${dayAndTime(failingSince)}.`,
        cure: 'Gatehouse tries again by itself; the tenant’s card says when. Revalidate tries now. If it keeps failing, an admin agent opens a support request in Partner Center with the request id.',
        link: inPartnerCenter,
      };
    }
    case 'assignmentStuck':
      return {
        title: `Assigning roles to “${literal(limitation.groupName)}” is stuck at Microsoft`,
        cause: 'Microsoft accepted the assignment and still shows it as pending. Usually this takes a minute or two.',
        when: `Pending since ${dayAndTime(limitation.pendingSince)}.`,
        cure: 'Press Revalidate: the pending assignment is deleted and made again. If it gets stuck again, an admin agent opens a support request in Partner Center.',
        link: inPartnerCenter,
      };
    case 'takesTooLong':
      return {
        title: 'Microsoft takes far longer than usual',
        cause: `Creating, activating and assigning usually take minutes; this has taken more than an hour.${workedOn(limitation)}`,
        when: `Waiting since ${dayAndTime(limitation.waitingSince)}.`,
        cure: 'Gatehouse keeps looking, and Revalidate looks now. If it stays like this, an admin agent opens a support request in Partner Center.',
        link: inPartnerCenter,
      };
    case 'unknownStatus':
      return {
        title: 'Microsoft reports a state that is new to Gatehouse',
        cause: `The relationship “${literal(limitation.relationshipName)}” is in a state that this version does not know, so nothing is taken for granted.`,
        cure: 'Look at the relationship in Partner Center, and whether there is a newer version of Gatehouse.',
        link: inPartnerCenter,
      };
    default:
      return limitation satisfies never;
  }
}

function workedOn({ relationship }: Extract<Limitation, { code: 'takesTooLong' }>): string {
  if (!relationship) return '';
  return ` The relationship “${literal(relationship.name)}” has the status ${relationship.status}.`;
}

function isGood(groupName: string, evidence: TemplateEvidence | undefined): boolean {
  return evidence?.groupNames.includes(groupName) === true;
}

function nameTakenNote({ problem, relationshipName }: Extract<Limitation, { code: 'requestRefused' }>): string {
  return problem.reason === 'nameTaken' ? ` The name is “${literal(relationshipName)}”.` : '';
}

const again = 'If access is still wanted, press Request again: the customer gets a new request. If not, press Disable.';

function lostWords(ending: Ending, name: string): LimitationWords {
  const words: Readonly<Record<Ending, readonly [title: string, cause: string, cure: string]>> = {
    terminated: [
      'Access was ended',
      `The relationship “${name}” was terminated, by the customer or in Partner Center.`,
      `Ask the customer whether that was meant. ${again}`,
    ],
    expired: ['Access has expired', `The relationship “${name}” reached its end and did not renew itself.`, again],
    expiring: [
      'Access is expiring',
      `The relationship “${name}” has passed its end date, and Microsoft is taking the access away.`,
      'Nothing can stop it now. When it has expired, a new request can be made here.',
    ],
    gone: ['Access is gone', `Microsoft no longer knows the relationship “${name}”.`, again],
    declined: [
      'The customer declined',
      `The request “${name}” ended without ever being approved.`,
      `Talk to the customer’s administrator. ${again}`,
    ],
    lapsed: [
      'The request lapsed',
      `Nobody approved the request “${name}” within 90 days, so Microsoft removed it.`,
      again,
    ],
  };
  const [title, cause, cure] = words[ending];
  return { title, cause, cure };
}

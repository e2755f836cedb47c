// The sentences about all tenants for few and for many: each is right for none, one, two, five and twenty-one.
import type { Fleet } from '../../../src/domain/tenant/fleet.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import {
  approvalWords,
  endWords,
  globalWords,
  statusWords,
  waitingWords,
} from '../../../src/views/fleet/fleet-words.js';
import { aFleet, fleetDayAgo } from '../../support/a-fleet.js';
import { now } from '../../support/builders.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('fleet-sentences');
const counts = [0, 1, 2, 5, 21];
const nothing = aFleet.ends.map(() => 0);
const endingIn = (...months: readonly number[]) => nothing.map((_, month) => months[month] ?? 0);
const fleets = (count: number): readonly Fleet[] => {
  const statuses = { issuesFound: 0, needsApproval: 0, awaitingMicrosoft: 0, notConfigured: 0 };
  const took = { count, medianDays: 0.125, p90Days: 12 };
  const one = {
    statuses: { ...statuses, approved: count, notConfigured: 21 - count },
    ends: endingIn(0, 0, count),
    waiting: [count, 0, 0, 0],
    active: 21,
    globalAdministrator: count,
    approvals: count > 0 ? took : undefined,
  };
  const other = {
    statuses: { ...statuses, approved: Math.floor(count / 2), notConfigured: Math.ceil(count / 2) },
    ends: endingIn(...Array.from({ length: Math.min(count, 12) }, () => 1)),
    waiting: [0, 0, 0, count],
    active: count,
    globalAdministrator: Math.ceil(count / 2),
    approvals: count > 0 ? { ...took, medianDays: 12 } : undefined,
  };
  const most = { ...one, ends: endingIn(1, count), waiting: [1, 0, 0, count] };
  return [one, other, most];
};

describe('the sentences of /fleet', () => {
  for (const language of languages)
    for (const count of counts)
      it(`are right for ${count}: ${language}`, () => {
        const words = wordsIn(language);
        const past = { days: [], week: fleetDay(count), month: fleetDay(0) };
        const said = fleets(count).flatMap((fleet) => [
          ...statusWords(fleet, past, words),
          endWords(fleet, now, words),
          waitingWords(fleet, words),
          globalWords(fleet, words),
          approvalWords(fleet, words),
          words.fleet.report.recently({ enabled: count, offboarded: fleet.statuses.approved }),
        ]);
        golden(`${language}: ${count}`, [...new Set(said)].join('\n'));
      });
});

/** A day on which so many more were Approved than one. */
function fleetDay(more: number) {
  const day = fleetDayAgo(7);
  return { ...day, statuses: { ...day.statuses, approved: more + 1 } };
}

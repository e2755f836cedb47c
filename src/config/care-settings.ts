// The shapes of SECOND_ADMIN_FOR and REQUIRE_TICKET.
import { type SecondAdminRules, secondAdminSubjects } from '../domain/second-admin.js';
import { fault } from '../domain/setting-fault.js';
import { type TicketSubject, ticketSubjects } from '../domain/tenant/required-ticket.js';
import { made, shownText } from './setting-schemas.js';

/** What a second admin must approve: words of `secondAdminSubjects`, and `batch:N`, separated by commas. */
export const secondAdminFor = made((text, wrong): SecondAdminRules => {
  const given = text.split(',').map((each) => each.trim());
  const subjects = secondAdminSubjects.filter((subject) => given.includes(subject));
  const sizes = given.flatMap((each) => /^batch:([1-9]\d{0,4})$/.exec(each)?.[1] ?? []).map(Number);
  const bad = given.find((each) => !subjects.some((subject) => subject === each) && !/^batch:[1-9]\d{0,4}$/.test(each));
  if (bad !== undefined) {
    const choices = [...secondAdminSubjects, 'batch:20'].join(', ');
    return wrong(fault('notOneOf', { choices, given: shownText(bad) }));
  }
  return { subjects, ...(sizes.length > 0 && { batchesOver: Math.min(...sizes) }) };
});

/** What takes the reference of a ticket: words of `ticketSubjects`, separated by commas. */
export const requireTicket = made((text, wrong): readonly TicketSubject[] => {
  const given = text.split(',').map((each) => each.trim());
  const subjects = ticketSubjects.filter((each) => given.includes(each));
  const bad = given.find((each) => !subjects.some((subject) => subject === each));
  if (bad === undefined) return subjects;
  return wrong(fault('notOneOf', { choices: ticketSubjects.join(', '), given: shownText(bad) }));
});

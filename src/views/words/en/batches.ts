// Batches: one thing done to many tenants.
import { icu } from './icu.js';

/** Names of people and queries are foreign text. */
export const batches = {
  /** What a history calls a button of theirs. */
  many: 'Many tenants at once',
  /** The question, by what is done. */
  ask: {
    enable: icu<{ count: number }>('Enable {count, plural, one {# tenant} other {# tenants}}?'),
    revalidate: icu<{ count: number }>('Revalidate {count, plural, one {# tenant} other {# tenants}}?'),
    keepAccess: icu<{ count: number }>('Keep access to {count, plural, one {# tenant} other {# tenants}}?'),
    tag: icu<{ count: number }>('Change the tags of {count, plural, one {# tenant} other {# tenants}}?'),
    disable: icu<{ count: number }>('Disable {count, plural, one {# tenant} other {# tenants}}?'),
    endEarlier: icu<{ count: number }>(
      'End the earlier {count, plural, one {relationship with # tenant} other {relationships with # tenants}}?',
    ),
    take: icu<{ count: number }>('Look after {count, plural, one {# tenant} other {# tenants}}?'),
    release: icu<{ count: number }>('Stop looking after {count, plural, one {# tenant} other {# tenants}}?'),
    releaseOther: icu<{ count: number }>(
      'Release {count, plural, one {# tenant} other {# tenants}}, also where someone else looks after them?',
    ),
    import: icu<{ count: number }>('Import changes to {count, plural, one {# tenant} other {# tenants}}?'),
    assign: icu<{ count: number; person: string }>(
      'Assign {count, plural, one {# tenant} other {# tenants}} to {person}?',
    ),
  },
  /** The living card, by what is done. */
  title: {
    enable: icu<{ count: number }>('Enable {count, plural, one {# tenant} other {# tenants}}'),
    revalidate: icu<{ count: number }>('Revalidate {count, plural, one {# tenant} other {# tenants}}'),
    keepAccess: icu<{ count: number }>('Keep access to {count, plural, one {# tenant} other {# tenants}}'),
    tag: icu<{ count: number }>('Change the tags of {count, plural, one {# tenant} other {# tenants}}'),
    disable: icu<{ count: number }>('Disable {count, plural, one {# tenant} other {# tenants}}'),
    endEarlier: icu<{ count: number }>(
      'End the earlier {count, plural, one {relationship with # tenant} other {relationships with # tenants}}',
    ),
    take: icu<{ count: number }>('Look after {count, plural, one {# tenant} other {# tenants}}'),
    release: icu<{ count: number }>('Stop looking after {count, plural, one {# tenant} other {# tenants}}'),
    releaseOther: icu<{ count: number }>(
      'Release {count, plural, one {# tenant} other {# tenants}}, also where someone else looks after them',
    ),
    import: icu<{ count: number }>('Import changes to {count, plural, one {# tenant} other {# tenants}}'),
    assign: icu<{ count: number; person: string }>(
      'Assign {count, plural, one {# tenant} other {# tenants}} to {person}',
    ),
  },
  tags: ({ tags }: { tags: string }) => `Tags: ${tags}`,
  requests: icu<{ count: number }>(
    '{count, plural, one {Up to # new request is sent to a customer. It can’t be withdrawn.} other {Up to # new requests are sent to customers. They can’t be withdrawn.}}',
  ),
  /** Where not each of the tenants may get one. `names` is foreign. */
  requestsFor: ({ names }: { names: string }) => `New requests, if needed: ${names}`,
  forgets: 'Everything that Gatehouse stores about these tenants is deleted. Disable doesn’t end any access.',
  presentStays:
    'Where you have access now, it stays until the customer approves and everything works by the new request.',
  /** Before earlier relationships end. */
  endsEarlier:
    'Microsoft ends the earlier relationship with each tenant, the oldest where there are several. That can’t be undone. Access continues through the one that took its place.',
  endsGroups: 'Groups outside your access template that have roles only through an earlier relationship lose them.',
  fine: icu<{ count: number }>(
    '{count, plural, one {# tenant already has this, or it’s in progress.} other {# tenants already have this, or it’s in progress.}}',
  ),
  /** Where they're to be released. */
  unowned: icu<{ count: number }>(
    '{count, plural, one {No one looks after # tenant, or it’s being released.} other {No one looks after # tenants, or they’re being released.}}',
  ),
  cannot: icu<{ count: number; why: string }>('Not possible for {count}: {why}'),
  takes: ({ duration }: { duration: string }) => `Takes about ${duration}.`,
  seconds: 'a minute',
  minutes: icu<{ count: number }>('{count, plural, one {# minute} other {# minutes}}'),
  hours: icu<{ count: number }>('{count, plural, one {# hour} other {# hours}}'),
  /** Before many keep their access. */
  noticesFirst:
    'To tell the customers beforehand, say /export notices: a file with a notice to each, in the language chosen for it.',
  asByButton: 'Each tenant is handled in your name, as if you had selected its button. You can stop at any time.',
  nothingToDo: 'Nothing to do',
  noneNeeds: 'No tenant that matches needs this and can have it.',
  changed: 'The tenants have changed since, so nothing was started. Check again what would be done.',
  /** Where the very same was asked for before. */
  sameWaits: 'This already waits for a second admin’s approval, so nothing more was asked for.',
  sameRuns: 'This is already in progress, so nothing more was started.',
  typeNumber: 'To confirm, type the number of tenants: ',
  number: 'Number of tenants',
  numberExpected: ({ number }: { number: string }) => `Type ${number}.`,
  numberWrong: 'That isn’t the number of tenants. Nothing was started.',
  /** Rows that a person gave, of which these name no tenant, or several. `text` is foreign. */
  wrongRow: {
    inLine: ({ line, text }: { line: number; text: string }) => `Line ${line} (“${text}”)`,
    alone: ({ text }: { text: string }) => `“${text}”`,
    none: ({ row }: { row: string }) => `${row}: no tenant has this name, domain or ID.`,
    several: ({ row }: { row: string }) => `${row}: several tenants have this name. Use the domain or the tenant ID.`,
    more: icu<{ count: number }>(
      '{count, plural, one {# more row names} other {# more rows name}} no tenant, or several.',
    ),
  },
  rowsGone: 'This dry run isn’t kept any longer, so nothing was started. Ask for it again.',
  /** The yes, by what is done. The heading above it names the number. */
  yes: {
    enable: 'Enable',
    revalidate: 'Revalidate',
    keepAccess: 'Keep access',
    tag: 'Change tags',
    disable: 'Disable',
    endEarlier: 'End relationships',
    take: 'Look after them',
    release: 'Release',
    releaseOther: 'Release',
    import: 'Import',
    assign: 'Assign',
  },
  /** Why tenants are left as they are. */
  why: {
    alreadyUnderWay: 'already in progress',
    alreadyDone: 'already done',
    notOnboarded: 'not configured. Enable requests access.',
    microsoftAtWork: 'Microsoft is working on it',
    doesNotApply: 'doesn’t apply in this status',
    newRequestWontHelp: 'Issues found that a new request doesn’t solve. Their cards say what does.',
    awaitsCustomer: 'Needs approval. The customer has to approve the request first.',
    onlyWithoutGlobalAdministrator:
      'Global Administrator has to be removed first. Keep access on the tenant’s card offers that.',
    accessEnded: 'access has ended. Enable requests it again.',
    successorWaits: 'a new request waits for the customer’s approval or for Microsoft',
    noKnownEnd: 'no active access with a known end date',
    notApproved: 'not Approved, so the earlier relationship may still be needed',
    tooLate: 'not reached within a day, so nothing was ended',
    tooManyTags: 'more than 20 tags',
    noCustomer: 'no longer your customer in Partner Center',
    noSuchTenant: 'no longer your customer',
    offboardingUnderWay: 'being offboarded completely',
    ownedByOther: 'someone else looks after the tenant',
    ticketMissing: 'no ticket was given',
    roleLost: 'the person no longer has the role for this',
    awaitsSecondAdmin: 'takes a second admin’s approval by now: the access template is another one',
    other: 'another reason',
  },
  /** Where the tenants stand to which it was done. */
  standing: {
    awaitsApproval: ({ count }: { count: number }) => `Waiting for the customer’s approval: ${count}`,
    approved: ({ count }: { count: number }) => `Approved: ${count}`,
    earlierLeft: ({ count }: { count: number }) => `Earlier relationship still active: ${count}`,
    ended: ({ count }: { count: number }) => `Earlier relationship ended: ${count}`,
    ending: ({ count }: { count: number }) => `Microsoft is ending it: ${count}`,
    notEnded: ({ count }: { count: number }) => `Couldn’t be ended, see the tenant’s card: ${count}`,
    endUnknown: ({ count }: { count: number }) =>
      `Disabled or being offboarded meanwhile, so Gatehouse no longer follows its end: ${count}`,
    issues: ({ cause, count }: { cause: string; count: number }) => `Issues found: ${cause} (${count})`,
  },
  /** The buttons for the approval links of the batch as a file, by its format. */
  links: ({ format }: { format: string }) => `Approval links: ${format}`,
  linksHint: 'Send each link to its customer only. Don’t share the file.',
  noLinks: 'No customer in this batch has a request to approve right now.',
  show: 'Show progress',
  /** All of them. A state counts tenants. */
  list: {
    title: 'Batches',
    toList: 'To the list of batches',
    what: ({ days }: { days: number }) =>
      `What was started for many tenants at once, newest first. A batch is listed for ${days} days after its end.`,
    none: ({ days }: { days: number }) =>
      `No batch is in progress, and none ended in the last ${days} days. To start one, say /enable tag:vip, for example.`,
    awaitsSecond: 'Waiting for a second admin’s approval',
    notApproved: 'Not approved, nothing was done',
    inProgress: ({ done, count }: { done: number; count: number }) => `In progress: ${done} of ${count} done`,
    stopped: ({ done, count }: { done: number; count: number }) => `Stopped: ${done} of ${count} done`,
    finished: ({ done, count }: { done: number; count: number }) => `Finished: ${done} of ${count} done`,
  },
  /** One message for many tenants. */
  together: {
    approved: icu<{ count: number }>('✅ {count, plural, one {# tenant is} other {# tenants are}} Approved'),
    issues: icu<{ count: number }>('⚠️ Issues found in {count, plural, one {# tenant} other {# tenants}}'),
    unanswered: icu<{ count: number }>(
      '⏳ {count, plural, one {# customer hasn’t} other {# customers haven’t}} approved yet',
    ),
    expires: ({ tenant, day }: { tenant: string; day: string }) => `${tenant}: the request expires on ${day}`,
    reviewsDue: icu<{ count: number }>(
      '🔎 Time to review the accepted limitations of {count, plural, one {# tenant} other {# tenants}}',
    ),
    /** The button to the list of all that are accepted. */
    accepted: 'Accepted limitations',
    ofCause: ({ cause, tenants }: { cause: string; tenants: string }) => `${cause}: ${tenants}`,
  },
  /** While it waits for a second admin, or where none approved it. */
  askedBy: ({ person }: { person: string }) => `Asked for by ${person}`,
  startedBy: ({ person }: { person: string }) => `Started by ${person}`,
  done: ({ done, count }: { done: number; count: number }) => `Done: ${done} of ${count}`,
  underWay: ({ count }: { count: number }) => `In progress at Microsoft: ${count}`,
  waiting: ({ count }: { count: number }) => `Still to do: ${count}`,
  wereFine: ({ count }: { count: number }) => `Already in place: ${count}`,
  left: ({ duration }: { duration: string }) => `About ${duration} left.`,
  stoppedBy: icu<{ person: string; count: number }>(
    'Stopped by {person}. {count, plural, one {# tenant was} other {# tenants were}} left as before.',
  ),
  ended: 'Finished.',
  stop: 'Stop',
  stopTooltip: 'Stop: no further tenant is changed',
  /** The button to the dry run for those that were left as before. */
  rest: ({ count }: { count: number }) => `Do the rest (${count})…`,
  /** A message when it's over. */
  headline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title}: finished, ${done} of ${count} done`,
  stoppedHeadline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title}: stopped, ${done} of ${count} done`,
  /** A second admin must approve first. */
  second: {
    waits: ({ person, day }: { person: string; day: string }) =>
      `🔐 ${person} asked for this. A second admin must approve by ${day}. No tenant is changed before that.`,
    /** What the tenants get. */
    gives: ({ template, roles }: { template: string; roles: string }) =>
      `Access template “${template}”, with privileged roles: ${roles}.`,
    givesNone: ({ template }: { template: string }) => `Access template “${template}”, without privileged roles.`,
    moreTemplates: icu<{ count: number }>(
      '{count, plural, one {And # more access template.} other {And # more access templates.}}',
    ),
    approvedBy: ({ person }: { person: string }) => `Approved by ${person}`,
    lapsed: 'No second admin approved within a day. Nothing was done. Ask again if it’s still wanted.',
    stale:
      'The access templates have changed since, or the person may no longer ask for this. Nothing was done. Ask again if it’s still wanted.',
    sameAdmin: 'Another admin must approve this. Nothing was done.',
    nothingWaits: 'Nothing waits for a second admin here any longer.',
    asked: ({ title }: { title: string }) => `🔐 A second admin must approve: ${title}`,
    notApproved: ({ title }: { title: string }) => `${title}: not approved, nothing was done`,
  },
};

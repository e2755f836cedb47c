// Questions before something that lasts.
import { icu } from './icu.js';

/** Names in them are foreign text. */
export const questions = {
  happens: 'What will happen',
  stays: 'What stays as it is',
  disable: {
    title: ({ tenant }: { tenant: string }) => `Disable ${tenant}?`,
    intro:
      'Gatehouse forgets this tenant and stops managing it. Disable doesn’t end any access; Offboard completely does.',
    deleted:
      'Everything that Gatehouse stores about this tenant is deleted. The audit log keeps IDs, which /history still shows.',
    notManaged: 'Gatehouse no longer changes this tenant or sends notifications about it.',
    status: 'The status becomes Not configured.',
    removalUnfollowed: 'Gatehouse no longer follows the removal of delegated admin that’s in progress.',
    requestStays: 'The open request can’t be withdrawn: the customer can still approve it until it expires.',
    yes: 'Disable',
    yesTooltip: ({ tenant }: { tenant: string }) => `Disable ${tenant}`,
  },
  enable: {
    title: ({ tenant }: { tenant: string }) => `Enable ${tenant}?`,
    request: icu<{ count: number }>(
      'Gatehouse asks the customer for {count, plural, one {# role} other {# roles}}. You have access once their administrator approves.',
    ),
    adopt: ({ relationship }: { relationship: string }) =>
      `Gatehouse adopts the relationship “${relationship}”, and nothing is requested.`,
    adoptRequest: ({ relationship }: { relationship: string }) =>
      `The request “${relationship}” is still open. Gatehouse adopts it, and nothing else is requested.`,
    requestElsewhere: ({ relationship }: { relationship: string }) =>
      `The request “${relationship}” wasn’t made by Gatehouse and is waiting for the customer. Gatehouse doesn’t create a second one beside it, so nothing is requested.`,
    unknown: icu<{ count: number }>(
      'Microsoft hasn’t said yet whether a relationship or request exists that fits. If so, Gatehouse adopts it and requests nothing. If not, Gatehouse asks the customer for {count, plural, one {# role} other {# roles}}.',
    ),
    roles: 'Roles for your groups',
    howLong: 'How long',
    lasts: icu<{ days: number }>('{days, plural, one {# day} other {# days}}, then access ends'),
    renews: icu<{ days: number }>(
      '{days, plural, one {# day} other {# days}}, then it renews itself by 180 days at a time',
    ),
    lasting: 'A request can’t be withdrawn. For 90 days, the customer can approve it.',
    template: 'Access template',
    byRule: ({ template }: { template: string }) => `By the rules: ${template}`,
    /** The button that shows what the choice and the tags come to. */
    preview: 'Preview',
    tags: 'Tags to add',
    tagsExample: 'vip, maintenance',
    notShown:
      'You chose another access template than the one shown. Nothing was requested. Here’s what your choice gives.',
    templateChanged: 'The access template has changed since. Nothing was requested.',
    yes: 'Request access',
  },
  enableAgain: {
    title: ({ tenant }: { tenant: string }) => `Enable ${tenant} again?`,
    intro: ({ tenant, date }: { tenant: string; date: string }) =>
      `The offboarding of ${tenant} ended on ${date}, and there’s an exit certificate.`,
    access: 'You then have access again, whatever the certificate says.',
    certificateStays: 'The certificate doesn’t change. /certificate shows it.',
  },
  removeDelegatedAdmin: {
    title: ({ tenant }: { tenant: string }) => `Remove delegated admin (DAP) from ${tenant}?`,
    intro:
      'This ends the older, unrestricted access of your admin agents to this tenant. You can’t undo it here: the customer would have to grant it again.',
    removed: 'Microsoft removes the delegated admin relationship (DAP), usually within minutes.',
    gdapStays: 'GDAP relationships and their access.',
    resellerStays: 'The reseller relationship, subscriptions and billing.',
    tenantStays: 'What Gatehouse stores about this tenant: this isn’t Disable.',
    yes: 'Remove delegated admin',
    yesTooltip: ({ tenant }: { tenant: string }) => `Remove delegated admin from ${tenant}`,
  },
  reservations: {
    title: ({ tenant }: { tenant: string }) => `Delegated admin can’t be removed from ${tenant} yet`,
    intro: icu<{ tenant: string; count: number }>(
      '{tenant} has {count, plural, one {# Azure reserved instance, which must be canceled first} other {# Azure reserved instances, which must be canceled first}}. Call Azure support. Nothing was changed.',
    ),
    item: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedKind: 'reserved instance',
    noProduct: 'no product ID',
    until: ({ day }: { day: string }) => `until ${day}`,
    support: 'Azure support',
  },
  acceptLimitations: {
    form: {
      reason: 'Why it’s accepted',
      accountable: 'Who answers for it',
      review: 'Review on',
      reasonMissing: 'Say why you accept this. Nothing was changed.',
      dayMissing: 'Choose a review date within the next 365 days. Nothing was changed.',
    },
    title: icu<{ tenant: string; count: number }>(
      'Accept {count, plural, one {this limitation} other {these # limitations}} of {tenant}?',
    ),
    /** `cause`: the first of them, and how many more. */
    intro: icu<{ cause: string; count: number }>(
      '{cause}. Accepting means that you know about {count, plural, one {it and leave it as it is} other {them and leave them as they are}}. It doesn’t give you any access.',
    ),
    recorded: 'Your name and the time are recorded in the tenant’s history and the audit log.',
    row: 'Its row in the list says “accepted” and moves behind the tenants that still need attention.',
    undone: 'When something else is found, the acceptance ends and you’re notified.',
    takeBack: 'You can withdraw it at any time under Review limitations.',
    statusStays: 'The status: Issues found.',
    checks: 'Gatehouse keeps checking the tenant. When everything is in place, it becomes Approved.',
    yes: 'Accept',
    yesTooltip: ({ tenant }: { tenant: string }) => `Accept the limitations of ${tenant}`,
  },
};

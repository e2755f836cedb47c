// What a customer is told before something that their own alarms see: a letter that strangers read. Every other language keeps its type.

/** The type that every language's letter has. */
export type CustomerNoticeLetter = typeof customerNoticeLetter;

/** What stands between the greeting and the signature of the message that asks for access. Names are foreign text. */
export const customerNoticeLetter = {
  purpose: ({ tenant }: { tenant: string }) =>
    `This is to let you know about a planned change to the access that we have to the Microsoft 365 tenant of ${tenant}.`,
  what: {
    extend: ({ relationship, date }: { relationship: string; date: string }) =>
      `What will happen: we switch on the automatic renewal of the relationship “${relationship}”. Without it, our access would end on ${date}. With it, our access is extended by 180 days on that day, and again after that. We get no additional roles.`,
    removeGlobalAdministrator: ({ relationship, date }: { relationship: string; date: string }) =>
      `What will happen: we give up the Global Administrator role in the relationship “${relationship}” and switch on its automatic renewal. Without that, our access would end on ${date}. With it, our access is extended by 180 days on that day with the roles that are left, and again after that.`,
    request: ({ date }: { date: string }) =>
      `What will happen: our access ends on ${date}. Before that, we send you a request for a new relationship, whose name begins with “Gatehouse-”. Nothing changes unless one of your administrators approves it. You’ll get the link to it in a message of its own.`,
    offboarding:
      'What will happen: we end our access to your tenant. We remove the relationships by which we manage it, the roles of our groups, and the consent of our applications, as far as they exist.',
  },
  when: ({ date }: { date: string }) => `When: from ${date} on, usually within a day.`,
  mayReport: {
    extend: ({ relationship, date }: { relationship: string; date: string }) =>
      `What you may see: your audit logs or security alerts may report that the partner relationship “${relationship}” was changed. Mails from Microsoft that say that it ends on ${date} are about the same relationship.`,
    removeGlobalAdministrator: ({ relationship, date }: { relationship: string; date: string }) =>
      `What you may see: your audit logs or security alerts may report that the partner relationship “${relationship}” was changed and lost the Global Administrator role. Mails from Microsoft that say that it ends on ${date} are about the same relationship.`,
    request: ({ date }: { date: string }) =>
      `What you may see: your audit logs or security alerts may report a new partner relationship. Mails from Microsoft that say that our access ends on ${date} are about the present one.`,
    offboarding:
      'What you may see: your audit logs or security alerts may report that partner relationships ended, that role assignments were removed, and that an enterprise application was removed.',
  },
  check:
    'How to check: sign in to the Microsoft 365 admin center as you always do, and open Settings > Partner relationships. You don’t have to do anything.',
  /** Before a request, which is in no list yet. */
  checkRequest:
    'How to check: the request opens in Microsoft’s own admin center (admin.microsoft.com) and names our company. Don’t approve any other.',
  unexpected:
    'If you see anything else, or if this comes as a surprise: call us on the number you already have. We never ask for your password.',
};

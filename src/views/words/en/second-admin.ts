// What waits for a second admin.

/** Names are foreign text. */
export const secondAdmin = {
  /** What was asked for. */
  subjects: {
    enable: 'request access (Enable)',
    tag: 'change tags, and with them the access template',
    removeGlobalAdministrator: 'remove Global Administrator and keep access',
    endEarlier: 'end an earlier relationship',
  },
  /** Where what it was isn't known any more. */
  somethingAsked: 'what was asked for',
  offboarding: 'complete offboarding',
  /** On the card. */
  waits: ({ person, what, day }: { person: string; what: string; day: string }) =>
    `🔐 ${person} asked for this: ${what}. A second admin must approve by ${day}. Nothing is done before that.`,
  /** Before the person confirms. */
  willBeAsked: '🔐 A second admin must approve this within a day. Nothing is done before that.',
  /** The yes of a question whose answer is first asked of a second admin. */
  ask: 'Ask a second admin',
  review: 'Review request…',
  title: ({ what, tenant }: { what: string; tenant: string }) => `${tenant}: ${what}?`,
  intro: ({ person, date, day }: { person: string; date: string; day: string }) =>
    `${person} asked for this on ${date}. Without a second admin’s approval by ${day}, nothing is done.`,
  /** Before Enable. */
  template: ({ template }: { template: string }) => `The customer is asked for access by the template “${template}”.`,
  /** Before tags that lead to it. */
  ledTo: ({ template }: { template: string }) =>
    `The tenant gets the access template “${template}”, and the next check assigns its roles.`,
  privileged: ({ roles }: { roles: string }) => `Privileged roles in it: ${roles}.`,
  inTheirName: ({ person }: { person: string }) => `It’s done in the name of ${person}, and your approval is recorded.`,
  own: 'You asked for this, so another admin must approve it.',
  /** Where the person isn't an admin. */
  ownOfOperator: 'You asked for this, so an admin must approve it.',
  takesAdmin: 'You need the admin role to approve this.',
  yes: 'Approve',
  yesTooltip: ({ tenant }: { tenant: string }) => `Approve what was asked for at ${tenant}`,
  no: 'Decline',
  noTooltip: ({ tenant }: { tenant: string }) => `Decline what was asked for at ${tenant}`,
  withdraw: 'Withdraw request',
  withdrawTooltip: ({ tenant }: { tenant: string }) => `Withdraw what you asked for at ${tenant}`,
  stale: ({ tenant }: { tenant: string }) =>
    `${tenant} has changed since this was asked for, or the person may no longer ask for it. Nothing was done. Ask again if it’s still wanted.`,
  /** Who asked couldn't be checked. */
  notChecked: ({ person }: { person: string }) =>
    `Gatehouse couldn’t check the groups of ${person} in Microsoft Entra just now, so it can’t tell whether they may still ask for this. It still waits. Try again in a moment.`,
};

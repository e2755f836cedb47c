// What the bot says when it has no card to show, or not the one that was asked for.

/** Names are foreign text. */
export const replies = {
  noCustomer: 'This tenant is no longer your customer.',
  buttonNotUnderstood: 'Gatehouse doesn’t recognize this button. Say /tenants for a current card.',
  /** Where only one line is shown, above a form that stays as it is. */
  typedTooLong: ({ count, most }: { count: number; most: number }) =>
    `What you typed has ${count} characters, and ${most} are possible at most. Nothing was changed: shorten it and try again.`,
  /** Where only one line is shown. */
  fault: ({ reference }: { reference: string }) => `Something went wrong. Reference: ${reference}`,
  failed: {
    title: 'That didn’t work',
    /** Where it may have worked all the same. */
    uncertain: 'It isn’t known whether that worked',
    nothingChanged: 'Nothing was changed.',
    requestId: ({ id }: { id: string }) => `Microsoft’s request ID: ${id}`,
    reference: ({ reference }: { reference: string }) => `Reference: ${reference}`,
    /** Why it failed and what to do, where Microsoft isn't the cause. */
    causes: {
      store:
        'Gatehouse can’t save anything right now. Ask your Gatehouse administrator to check the disk with the data folder (DATA_DIR), then try again. Lists and cards still show what was known before.',
      database:
        'Gatehouse can’t save anything right now, because its database doesn’t answer. Try again in a minute. If it lasts, contact your Gatehouse administrator. Lists and cards still show what was known before.',
      notKnownWhetherSaved:
        'It isn’t known yet whether this was saved. The card shows it once Gatehouse’s database answers again.',
      outdated: 'Someone else changed this at the same time. Try again.',
      delivery: 'Teams didn’t accept it. Try again in a moment.',
      other: 'Try again in a moment. If it fails again, contact your Gatehouse administrator.',
    },
  },
  broke: {
    title: 'Something went wrong in Gatehouse',
    reference: ({ reference }: { reference: string }) => `Reference: ${reference}`,
    tryAgain: 'Try again. If it happens again, contact your Gatehouse administrator with this reference.',
  },
  stillWorking: {
    title: 'Still working on it',
    click: 'This is taking longer than usual. This card updates when it’s done.',
    message: 'This is taking longer than usual. The answer follows when it’s ready.',
  },
  ownPeopleOnly: {
    title: 'Gatehouse can’t answer you',
    line: 'Gatehouse only answers members of its own organization.',
  },
  memberNotChecked: {
    title: 'Couldn’t check who you are',
    line: 'Teams couldn’t confirm that you’re a member of this organization, so nothing was done. Try again in a moment.',
  },
  notAllowed: 'You don’t have permission to do this',
  roleNotChecked:
    'Gatehouse couldn’t check your groups in Microsoft Entra just now, so it can’t tell whether you have the role for this. Try again in a moment.',
  nothingDone: 'Nothing was done.',
  noRole: ({ id, role, setting }: { id: string; role: string; setting: string }) =>
    `You don’t have access to Gatehouse yet. This needs the ${role} role. Ask your Gatehouse administrator to add your object ID ${id} to ${setting}.`,
  roleTooLow: ({ id, have, role, setting }: { id: string; have: string; role: string; setting: string }) =>
    `You need the ${role} role for this; you have the ${have} role. Ask your Gatehouse administrator to add your object ID ${id} to ${setting}.`,
  roles: { viewer: 'viewer', operator: 'operator', admin: 'admin' },
  /** The answer to a command that takes several, without any. `all`: the word for every tenant. */
  whichTenants: ({ command, all }: { command: string; all: string }) =>
    `Which tenants? Say “${command}” and part of a name, a status or a tag, such as “${command} tag:vip”, or “${command} ${all}” for every tenant. For several you first see what would be done.`,
  whichTenant: ({ command }: { command: string }) => `Which tenant? Say “${command}” and part of its name.`,
  severalTenants: ({ command }: { command: string }) =>
    `Several tenants match. Open one, or say “${command}” and the full name of one.`,
  selectButton: ({ button }: { button: string }) => `Nothing has been done yet. Select ${button} to continue.`,
  whichHistory: 'Several tenants match. Say /history and the full name of one, or its tenant ID.',
  whichTag: 'Several tenants match. Say /tag, the full name of one or its tenant ID, and the tags.',
  subscription: {
    isNow: 'This conversation is now subscribed',
    wasAlready: 'This conversation is already subscribed',
    isNoLonger: 'This conversation is no longer subscribed',
    wasNot: 'This conversation isn’t subscribed',
    notSubscribed:
      'No automatic notifications here, except about tenants that were enabled from here. /subscribe turns them on.',
  },
  conversationNotKept:
    'Gatehouse couldn’t save this conversation. Try again in a moment. If it fails again, ask your Gatehouse administrator to check where Gatehouse stores its data (npm run doctor).',
  file: {
    noCertificate: { title: 'Certificate not found', line: 'Another Gatehouse may have issued it.' },
    certificateMissing: {
      title: 'The certificate’s file is missing',
      line: ({ file }: { file: string }) =>
        `${file} isn’t among the certificates that Gatehouse stores. Ask your Gatehouse administrator to restore it from a backup.`,
    },
    certificateChanged: {
      title: 'The certificate’s file was changed',
      line: ({ file }: { file: string }) =>
        `${file}, as Gatehouse stores it, isn’t the file that was issued, so Gatehouse doesn’t hand it out. Ask your Gatehouse administrator to restore it from a backup.`,
    },
    planSlow: {
      title: 'The plan isn’t ready yet',
      line: 'Microsoft hasn’t answered everything yet. Nothing was done. Try again in a moment.',
    },
    noPlan: { title: 'There’s no plan', line: 'This tenant is no longer your customer.' },
    notSavedTitle: 'The file wasn’t saved',
    offerOver: 'This offer has expired, or was for someone else. Select the button on the card again.',
    notAllowed: 'The file wasn’t saved: you need the admin role for this.',
    notSaved:
      'The file couldn’t be saved to your OneDrive. Select Accept again in a moment, or use the link on the card.',
    /** What Teams' own card says of the file that it offers. */
    offered: 'From Gatehouse. For admins.',
  },
  /** What a phone's lock screen says of an answer. */
  summaries: {
    help: 'Commands',
    greeting: 'Gatehouse is here',
    tenants: 'Tenants',
    leftovers: 'Leftover access',
    expiring: 'Ending access',
    waiting: 'Waiting for you',
    history: 'History',
    certificates: 'Exit certificates',
    certificate: 'Exit certificate',
    plan: 'Plan',
    offboarding: 'Offboarding',
    status: 'Status of Gatehouse',
  },
};

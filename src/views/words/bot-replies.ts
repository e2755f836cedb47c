// What the bot says when it has no card to show, or not the one that was asked for.
import type { RoleName } from '../../domain/tenant/commands.js';

/** For a click on a tenant that isn't known any more. */
export const noCustomer = 'That tenant is not among your customers any more.';

/** For a watched request that is being worked on. */
export const watchedRequestBusy = 'Gatehouse is busy with it right now. Nothing was done; try again.';

/** For a button that is none of ours. */
export const buttonNotUnderstood = 'Gatehouse does not understand this button. Say /tenants for a fresh card.';

/** Where only one line is shown, for a fault of our own. */
export const somethingBroke = (correlationId: string) => `Something broke. Reference: ${correlationId}`;

/** For a failure of the world: what was tried hasn't happened. `remedy`: what to do. */
export const failed = {
  title: 'That did not work',
  lines: (remedy: string, correlationId: string, requestId: string | undefined): readonly string[] => [
    'Nothing was changed.',
    remedy,
    ...(requestId ? [`Microsoft’s request id: ${requestId}`] : []),
    `Reference: ${correlationId}`,
  ],
};

/** For a fault of our own. */
export const broke = {
  title: 'Something broke in Gatehouse',
  lines: (correlationId: string): readonly string[] => [
    `It is written down under this reference: ${correlationId}`,
    'Try again. If it breaks again, tell whoever runs Gatehouse.',
  ],
};

/** While the work goes on. `isClick`: the clicked card will show what comes of it. */
export const stillWorking = {
  title: 'Still working on it',
  line: (isClick: boolean) =>
    `This takes longer than usual, and Gatehouse goes on with it. ${isClick ? 'This card updates when it’s done.' : 'The answer follows when it’s there.'}`,
};

/** For a person who isn't one of our own people. */
export const ownPeopleOnly = {
  title: 'Gatehouse cannot talk to you',
  line: 'Gatehouse answers members of its own organisation only, and only once Teams has said that they are.',
};

/** For a person of whom that couldn't be found out just now. */
export const memberNotChecked = {
  title: 'Couldn’t check who you are',
  line: 'Teams didn’t confirm just now that you’re a member of this organization, so nothing was done. Try again in a moment.',
};

/** Above the reason why a person may not. */
export const notForYou = 'That is not for you to do';

/** For a person whose role may be higher than what could be found out just now. */
export const roleNotChecked =
  'Gatehouse couldn’t check your groups in Microsoft Entra just now, so it can’t tell whether you have the role for this. Try again in a moment.';

/** The same, when the person asked for something to be done. */
export const roleNotCheckedForThis = `${roleNotChecked} Nothing was done.`;

/** For a person who may not. `role`: absent for none; `least`: what it takes. */
export function roleTooLow(role: RoleName | undefined, least: RoleName, personId: string): string {
  const have = role === undefined ? 'You are on none of Gatehouse’s lists' : `You are ${withArticle(role)}`;
  return `${have}; this takes ${withArticle(least)}. Whoever runs Gatehouse can add your Entra object id ${personId} to ${listOf[least]}.`;
}

const listOf: Readonly<Record<RoleName, string>> = { viewer: 'VIEWERS', operator: 'OPERATORS', admin: 'ADMINS' };

function withArticle(role: RoleName): string {
  return role === 'viewer' ? 'a viewer' : `an ${role}`;
}

/** Above the reason why a file isn't in a person's OneDrive. */
export const fileNotSaved = 'The file was not saved';

/** Where several tenants match `/history`. */
export const whichHistory = 'Several tenants match. Say /history and the whole name of one, or its tenant id.';

/** After `/subscribe` and `/unsubscribe`. `hasChanged`: it was otherwise before. */
export const subscriptionWords = (subscribed: boolean, hasChanged: boolean) =>
  subscribed
    ? {
        title: `This conversation ${hasChanged ? 'is now' : 'was already'} subscribed`,
        line: 'It hears when a tenant becomes Approved, when issues are found, and when access is lost.',
      }
    : {
        title: `This conversation ${hasChanged ? 'is no longer' : 'was not'} subscribed`,
        line: 'It hears nothing by itself, except about tenants that were enabled from here. /subscribe changes that.',
      };

/** For a conversation that the data folder doesn't take. */
export const conversationNotKept =
  'Gatehouse couldn’t save this conversation. Try again in a moment; if it fails again, ask your Gatehouse administrator to check the disk of the data folder.';

/** What a phone's lock screen says of an answer. */
export const summaries = {
  help: 'What Gatehouse understands',
  greeting: 'Gatehouse is here',
  tenants: 'Tenants',
  leftovers: 'Still tied to you',
  history: 'History',
  certificates: 'Exit certificates',
  certificate: 'Exit certificate',
  plan: 'Plan',
  offboarding: 'Offboarding',
  status: 'Status of Gatehouse',
} as const;

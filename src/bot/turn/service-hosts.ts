// Where the bot's answers may go: to Microsoft's connectors; while it is anonymous, to this machine only.

import { isLoopbackUrl, parsedUrl } from '../../runtime/loopback.js';
import { referenceTo } from './conversation-reference.js';

// Teams' connectors: worldwide, and those of the US government clouds.
// @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages (checked 2026-11-22)
const connectors: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

// Bots can neither send nor receive files in GCC High and DOD.
// @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 (checked 2026-11-22)
const takingFiles: readonly string[] = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'];

/** Whether a conversation, by what is stored of it, is in a Teams where bots can offer files to a person in their own chat. */
export function takesFiles(stored: unknown): boolean {
  const { channelId, serviceUrl } = referenceTo('', stored) ?? {};
  const url = parsedUrl(serviceUrl ?? '');
  return channelId === 'msteams' && url?.protocol === 'https:' && takingFiles.includes(url.hostname);
}

/** Whether an activity may name this address as the one to answer to. */
export function mayAnswerTo(serviceUrl: string | undefined, isAnonymous: boolean): boolean {
  if (isAnonymous) return isLoopbackUrl(serviceUrl ?? '');
  const url = parsedUrl(serviceUrl ?? '');
  return url?.protocol === 'https:' && connectors.includes(url.hostname);
}

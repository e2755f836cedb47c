// Which addresses are in a OneDrive, so that files may be written to them and read from them.
import { parsedUrl } from '../../runtime/loopback.js';

// A person's OneDrive is `<organisation>-my.sharepoint.com`. What Teams passes on is a client's word, so nothing else is
// written to or read: a stranger must not use the bot to reach into the network that it runs in.
// @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 (checked 2026-11-29)
const oneDrives = '.sharepoint.com';

/** The address, if it's in a OneDrive; `undefined`: it isn't, and nothing is sent there. */
export function oneDriveUrl(address: unknown): URL | undefined {
  const url = typeof address === 'string' ? parsedUrl(address) : undefined;
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return undefined;
  return url.hostname.length > oneDrives.length && url.hostname.endsWith(oneDrives) ? url : undefined;
}

// Takes over the sign-in of another data folder: for a place that no browser reaches, such as a database in a closed network.
import { ConfigError } from '../domain/errors.js';
import { TokenCache } from '../microsoft/sign-in/token-cache.js';
import { TokenFolder } from '../store/folder/token-folder.js';

/**
 * Leaves the newest tokens of a folder, which was signed in with the same key, for the bot. Resolves to who is signed in.
 * @throws ConfigError when there's no sign-in; FileError when it has another key or is damaged.
 */
export async function copySignIn(folder: string, key: Buffer, target: TokenCache): Promise<string> {
  const tokens = await new TokenCache(new TokenFolder(folder), key).load();
  if (!tokens)
    throw new ConfigError(
      `there’s no sign-in in ${folder}`,
      'Sign in on a machine with a browser: DATA_DIR=FOLDER npm run sign-in. Then bring that folder here.',
    );
  await target.saveSignIn(tokens);
  return tokens.account?.userName ?? 'the service account';
}

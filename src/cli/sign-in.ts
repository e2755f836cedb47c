// Signs Gatehouse in to Microsoft. Run by `npm run sign-in`, beside a running bot or without one.
import { parseArgs } from 'node:util';
import open from 'open';
import { namesGroups } from '../app/checkup.js';
import type { CloudConfig, MicrosoftCloud } from '../config/cloud-config.js';
import { readCommandConfig } from '../config/config.js';
import { ConfigError } from '../domain/errors.js';
import { TokenCache } from '../microsoft/sign-in/token-cache.js';
import { systemClock } from '../runtime/clock.js';
import { noLog } from '../runtime/no-log.js';
import { signIn } from '../sign-in/sign-in.js';
import { wordsIn } from '../views/catalogue.js';
import { problemWords } from '../views/explain/problem-words.js';
import { copySignIn } from './copied-sign-in.js';
import { environment, run, say } from './terminal.js';
import { toldUsage, usages } from './usage.js';
import { withData } from './with-data.js';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

if (!toldUsage('sign-in')) await run(signInHere);

async function signInHere(): Promise<void> {
  const values = readArguments();
  if (!/^\d{1,5}$/.test(values.port)) throw new ConfigError(`--port takes a number, not ${values.port}`);
  const config = readCommandConfig(environment());
  const { partner, addresses } = cloudIn(config.cloud);
  const { from } = values;
  if (from !== undefined) {
    const who = await withData(config, async (data) =>
      copySignIn(from, partner.tokenKey, new TokenCache(await data.tokenPlaces(), partner.tokenKey)),
    );
    return say(`✅ Copied the sign-in of ${who}. A running bot uses it within a minute.`);
  }
  const isKept = await withData(config, async (data) =>
    signIn({
      application: { ...partner, loginUrl: addresses.loginUrl },
      addresses,
      cache: new TokenCache(await data.tokenPlaces(), partner.tokenKey),
      hasGroups: namesGroups(config.people),
      explain: (problem) => problemWords(problem, 'check', wordsIn('en')),
      clock: systemClock,
      log: noLog,
      port: Number(values.port),
      print: say,
      // Without a browser here the printed address has to do.
      onReady: (url) => void (values.open && open(url).catch(() => undefined)),
      signal: interrupted.signal,
    }),
  );
  process.exitCode = isKept ? 0 : 1;
}

function readArguments() {
  try {
    const options = {
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: false },
      from: { type: 'string' },
    } as const;
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new ConfigError('the arguments aren’t valid', usages['sign-in'], { cause });
  }
}

function cloudIn(cloud: CloudConfig): MicrosoftCloud {
  if ('microsoft' in cloud) return cloud.microsoft;
  throw new ConfigError(
    'the built-in sandbox signs in by itself',
    'To sign in to Microsoft, set PARTNER_CLOUD=microsoft. To try signing in, start `npm run sandbox` and use the settings that it prints.',
  );
}

// A client secret: from Microsoft's one answer into .env, and nowhere else. What it will be called is written down before it's made, so
// that one whose value was lost in between is recognised and removed before another is made.
import { randomBytes } from 'node:crypto';
import { ConfigError } from '../domain/errors.js';
import { answerAs, credentialsAnswer, secretAnswer } from './answers.js';
import type { AzCalls } from './az-calls.js';
import type { EnvFile } from './env-file.js';
import type { Questions } from './questions.js';
import type { SecretStep, SetupFacts } from './step.js';

/** What making a secret takes. */
export interface SecretDeps {
  readonly calls: AzCalls;
  readonly env: EnvFile;
  readonly questions: Questions;
  readonly say: (...lines: readonly string[]) => void;
  /** The day, such as 2026-11-29, and how long secrets last from then. */
  readonly today: string;
  readonly secretDays: number;
}

/** What stands in .env before a secret is made: its name in Entra, and its last day. */
interface Announced {
  readonly name: string;
  readonly endsOn: string;
}

/** Makes the secret, unless .env has it or a person says no. Whether it's there now. */
export async function makeSecret(step: SecretStep, facts: SetupFacts, deps: SecretDeps): Promise<boolean> {
  const { calls, env, questions, say } = deps;
  const appId = facts[step.app] ?? '';
  const announced = announcedIn(env.text, step.setting, appId);
  const list = answerAs(credentialsAnswer, await calls.read(['ad', 'app', 'credential', 'list', '--id', appId]));
  const lost = list.filter(({ displayName }) => announced.includes(displayName ?? ''));
  if (list.length > lost.length)
    say('   The app has other secrets too. Whether something uses them can’t be seen here, so they stay.');
  for (const { keyId } of lost) {
    say('   An interrupted run created this secret, and its value is lost. It’s removed, and another one is created.');
    const remove = ['ad', 'app', 'credential', 'delete', '--id', appId, '--key-id', keyId];
    calls.show(remove);
    await questions.beforeChange();
    await calls.change(remove);
  }
  const { name, endsOn } = announcement(deps);
  const reset = secretCommand(appId, name, endsOn);
  calls.show(reset);
  if (!(await questions.confirms(`${step.grants} Create it?`))) return false;
  await env.add({}, [`${lineStart(step.setting, appId)}"${name}", which ends on ${endsOn}.`]);
  const made = await calls.change(reset);
  if (made === 'alreadyThere') throw new Error('a secret is never already there');
  const { password } = answerAs(secretAnswer, made.answer);
  await keep(step, password, name, env);
  say(`   ✅ Created: “${name}”. It’s in .env and ends on ${endsOn}: put that day into your calendar.`);
  return true;
}

/** The command that makes a secret. Its answer has the value; no argument does. */
export function secretCommand(appId: string, name: string, endsOn: string): readonly string[] {
  return [
    ...['ad', 'app', 'credential', 'reset', '--id', appId, '--append'],
    ...['--display-name', name, '--end-date', endsOn],
  ];
}

async function keep(step: SecretStep, password: string, name: string, env: EnvFile): Promise<void> {
  try {
    const added = await env.add({ [step.setting]: password });
    if (!added.includes(step.setting)) {
      throw new ConfigError(
        `${env.path} has got another value for ${step.setting} meanwhile`,
        'Remove that value if nothing uses it, then run the same command again.',
      );
    }
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    throw new ConfigError(
      `${cause.message}. Microsoft has created the secret “${name}”, and its value is lost`,
      `${cause.remedy} That removes this secret and creates another one.`,
      { cause },
    );
  }
}

function announcement({ today, secretDays }: SecretDeps): Announced {
  const end = new Date(`${today}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + secretDays);
  return { name: `Gatehouse setup ${randomBytes(4).toString('hex')}`, endsOn: end.toISOString().slice(0, 10) };
}

function lineStart(setting: string, appId: string): string {
  return `npm run setup creates for ${setting} of app ${appId} the secret `;
}

/** Names of the secrets that were about to be made for a setting. While it has no value, theirs are lost. */
function announcedIn(text: string, setting: string, appId: string): readonly string[] {
  const start = `# ${lineStart(setting, appId)}"`;
  const lines = text.split('\n').filter((line) => line.startsWith(start));
  return lines.map((line) => line.slice(start.length, line.indexOf('"', start.length)));
}

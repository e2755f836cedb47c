// The setup from its first look to .env: carries out the steps in order, and writes down what each has brought before the next begins.
import { randomBytes } from 'node:crypto';
import type { Environment } from '../config/settings-reader.js';
import type { Clock } from '../runtime/clock.js';
import { type CliAccount, checkAccount } from './account.js';
import { answerAs, userAnswer } from './answers.js';
import type { RunAz } from './az.js';
import { AzCalls } from './az-calls.js';
import type { EnvFile } from './env-file.js';
import { nextSteps } from './next-steps.js';
import { Questions, SetupStopped } from './questions.js';
import { runStep } from './run-step.js';
import { makeSecret } from './secrets.js';
import type { SetupOptions } from './setup-options.js';
import { credentialIn, lastSettings, peopleIn, setIn, settingsOf } from './setup-settings.js';
import type { SetupFacts } from './step.js';
import { setupSteps } from './steps.js';
import type { TemplateFile } from './template-file.js';

/** What the setup takes from outside. */
export interface SetupDeps {
  readonly az: RunAz;
  readonly env: EnvFile;
  /** What is set in the environment; .env is read besides. */
  readonly environment: Environment;
  /** Absent: there's no access template yet. */
  readonly template?: TemplateFile | undefined;
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (...lines: readonly string[]) => void;
  readonly clock: Pick<Clock, 'now' | 'pause'>;
  /** Aborted by Ctrl-C: a command that runs is waited for, and nothing more is begun. */
  readonly signal: AbortSignal;
}

/**
 * Sets everything up.
 * @throws ConfigError where something failed, SetupStopped where a person stopped it. What was done until then is in .env.
 */
export async function runSetup(options: SetupOptions, deps: SetupDeps): Promise<void> {
  const { env, environment, template, say, signal } = deps;
  const calls = new AzCalls({ ...deps, tenantId: options.tenantId });
  const questions = new Questions(deps.ask, options.yes);
  const set = () => setIn(env.settings, environment);
  const add = (settings: Environment) => env.add(withoutSet(settings, environment));
  say('Who is signed in');
  const account = await checkAccount(calls, options);
  say(`   ✅ ${account.user}, tenant ${options.tenantId}, subscription ${account.subscription}`);
  const steps = setupSteps({ options, settings: set(), groups: template?.groups ?? [] });
  const left: string[] = [];
  let facts: SetupFacts = {};
  for (const [index, step] of steps.entries()) {
    if (signal.aborted) throw new SetupStopped('Stopped.');
    say('', `${index + 1}/${steps.length} ${step.title}`);
    if (step.kind === 'secret') {
      const already = credentialIn(set(), step);
      if (already) say(`   ✅ Already there: ${already} is set`);
      else if (!(await makeSecret(step, facts, { ...deps, calls, questions, ...lifetime(options, deps) })))
        left.push(step.otherwise);
      continue;
    }
    const outcome = await runStep(step, facts, { calls, questions, say });
    facts = outcome.facts;
    if (outcome.left !== undefined) left.push(outcome.left);
    await template?.keep(facts.groupIds ?? {});
    await add(settingsOf(facts, options));
  }
  left.push(...(await nameAdmin(account, set(), { calls, questions, add, say })));
  const tokenKey = randomBytes(32).toString('base64');
  const added = await add(lastSettings(options, tokenKey));
  say(
    '',
    `✅ ${env.path} is complete as far as the setup goes${added.length === 0 ? '' : `. Added: ${added.join(', ')}`}.`,
  );
  say('', ...nextSteps({ options, settings: set(), left }));
}

function lifetime({ secretDays }: SetupOptions, { clock }: SetupDeps) {
  return { today: clock.now().slice(0, 10), secretDays };
}

// What is set in the environment beats .env, so a line there would only mislead.
function withoutSet(settings: Environment, environment: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined || environment[name]?.trim() ? [] : [[name, value] as const],
    ),
  );
}

interface AdminDeps {
  readonly calls: AzCalls;
  readonly questions: Questions;
  readonly add: (settings: Environment) => Promise<unknown>;
  readonly say: (...lines: readonly string[]) => void;
}

/** Offers to make who is signed in the first admin; what's left to do where that isn't wanted. */
async function nameAdmin(
  { isPerson }: CliAccount,
  settings: Environment,
  { calls, questions, add, say }: AdminDeps,
): Promise<readonly string[]> {
  if (peopleIn(settings).length > 0) return [];
  const otherwise = [
    'Set ADMINS to your own Entra object ID: without it, no one can use Gatehouse (docs/3-partner.md).',
  ];
  if (!isPerson) return otherwise;
  say('', 'The first admin of Gatehouse');
  const { id, userPrincipalName } = answerAs(userAnswer, await calls.read(['ad', 'signed-in-user', 'show']));
  const isWanted = await questions.confirms(
    `${userPrincipalName} (${id}) gets the admin role in Gatehouse. Set ADMINS to it?`,
  );
  if (!isWanted) return otherwise;
  await add({ ADMINS: id });
  say('   ✅ Set.');
  return [];
}

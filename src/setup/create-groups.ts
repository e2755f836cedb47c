// Creates the groups of an access template by themselves, for who has set up everything else in another way.
import { ConfigError } from '../domain/errors.js';
import type { Clock } from '../runtime/clock.js';
import type { RunAz } from './az.js';
import { AzCalls } from './az-calls.js';
import { Questions } from './questions.js';
import { runStep } from './run-step.js';
import type { SetupFacts } from './step.js';
import { groupSteps } from './steps-groups.js';
import type { TemplateFile } from './template-file.js';

/** What creating groups takes from outside. */
export interface CreateGroupsDeps {
  readonly az: RunAz;
  readonly template: TemplateFile;
  /** The partner's tenant. Absent: a person says whether it's the one that the CLI is signed in to. */
  readonly tenantId?: string | undefined;
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (...lines: readonly string[]) => void;
  readonly clock: Pick<Clock, 'pause'>;
  readonly signal: AbortSignal;
}

/**
 * Looks for each group by its ID or name, creates those that aren't there, and puts each one's ID into the template before the
 * next begins. A run that was interrupted is continued by the same command, and no group is created twice.
 * @throws ConfigError where something failed, SetupStopped where a person stopped it.
 */
export async function createGroups(deps: CreateGroupsDeps): Promise<void> {
  const { template, ask, say, tenantId = '' } = deps;
  const calls = new AzCalls({ ...deps, tenantId });
  const questions = new Questions(ask, false);
  const account = await calls.holdAccount();
  say(`   ✅ ${account.user.name}, tenant ${account.tenantId}`);
  if (tenantId !== '' && account.tenantId !== tenantId) throw elsewhere(account.tenantId, tenantId);
  if (tenantId === '' && !(await questions.confirms(`Is ${account.tenantId} your partner tenant?`)))
    throw elsewhere(account.tenantId, 'your partner tenant');
  let facts: SetupFacts = {};
  for (const step of groupSteps(template.groups)) {
    say('', step.title);
    facts = (await runStep(step, facts, { calls, questions, say })).facts;
    await template.keep(facts.groupIds ?? {});
  }
}

function elsewhere(found: string, wanted: string): ConfigError {
  return new ConfigError(
    `the Azure CLI is signed in to the tenant ${found}, not to ${wanted}`,
    'Run az login --tenant ID with the ID of your partner tenant.',
  );
}

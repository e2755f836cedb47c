// Carries out one step: looks, asks where a person decides, acts, and says what came of it.
import { ConfigError } from '../domain/errors.js';
import type { AzCalls } from './az-calls.js';
import { type Questions, SetupStopped } from './questions.js';
import type { AzCommand, AzStep, SetupFacts, StepFinding } from './step.js';

/** What carrying out a step takes. */
export interface StepDeps {
  readonly calls: AzCalls;
  readonly questions: Questions;
  readonly say: (...lines: readonly string[]) => void;
}

/** How a step ended: what is known after it, and what a person has left for later. */
export interface StepOutcome {
  readonly facts: SetupFacts;
  readonly left?: string;
}

const looksAgain = 3;

/**
 * Carries out a step.
 * @throws ConfigError where it failed, SetupStopped where a person said no to what later steps need.
 */
export async function runStep(step: AzStep, facts: SetupFacts, deps: StepDeps): Promise<StepOutcome> {
  return settle(step, step.judge(await deps.calls.read(step.look(facts)), facts), facts, deps);
}

async function settle(step: AzStep, finding: StepFinding, facts: SetupFacts, deps: StepDeps): Promise<StepOutcome> {
  const { questions, say } = deps;
  switch (finding.kind) {
    case 'there':
      return there(finding, facts, say);
    case 'sameName':
      if (await questions.confirms(finding.question)) return settle(step, finding.then, facts, deps);
      throw new SetupStopped('Stopped: choose another name with --name, or put the right ID into your settings.');
    case 'incomplete':
      say(`   Already there, without ${finding.what}.`);
      return act(step, finding.act, { ...facts, ...finding.facts }, deps, false);
    case 'absent': {
      const command = step.act?.(facts);
      if (!command) throw new ConfigError(`${step.title} isn’t there`);
      return act(step, command, facts, deps, true);
    }
    default:
      return finding satisfies never;
  }
}

function there(
  { what, facts: found }: Extract<StepFinding, { readonly kind: 'there' }>,
  facts: SetupFacts,
  say: StepDeps['say'],
): StepOutcome {
  say(`   ✅ Already there: ${what}`);
  return { facts: { ...facts, ...found } };
}

async function act(
  step: AzStep,
  command: AzCommand,
  facts: SetupFacts,
  deps: StepDeps,
  isNew: boolean,
): Promise<StepOutcome> {
  const { calls, questions, say } = deps;
  calls.show(command);
  if (step.grants === undefined) await questions.beforeChange();
  else if (!(await questions.confirms(`${step.grants} Grant it?`))) {
    say('   Skipped. It’s in the list at the end.');
    return { facts, left: step.otherwise?.(facts) ?? step.title };
  }
  if (isNew && step.adopts) {
    const now = step.judge(await calls.read(step.look(facts)), facts);
    if (now.kind !== 'absent') return settle(step, now, facts, deps);
  }
  const made = await calls.change(command);
  if (made === 'alreadyThere') return lookAgain(step, facts, deps);
  say(`   ✅ ${step.grants !== undefined ? 'Granted.' : isNew ? 'Created.' : 'Added.'}`);
  return { facts: isNew && step.learn ? { ...facts, ...step.learn(made.answer, facts) } : facts };
}

async function lookAgain(step: AzStep, facts: SetupFacts, { calls, say }: StepDeps): Promise<StepOutcome> {
  for (let tries = 0; tries < looksAgain; tries += 1) {
    await calls.pause();
    const finding = step.judge(await calls.read(step.look(facts)), facts);
    if (finding.kind === 'there') return there(finding, facts, say);
  }
  throw new ConfigError(
    `Microsoft says that this is already there, but doesn’t list it: ${step.title}`,
    'Wait a few minutes, then run the same command again.',
  );
}

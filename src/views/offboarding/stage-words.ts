// The stage of an offboarding, in words.

import {
  approvalLapsesAt,
  type Offboarding,
  type OffboardingStage,
  stageOf,
} from '../../domain/offboarding/offboarding.js';
import type { TaskState } from '../../domain/offboarding/task.js';
import type { Words } from '../catalogue.js';
import { dayAndTime, joined } from '../render/text.js';
import type { Markdown, Text } from '../words/text-types.js';

/** Icon, word and colour of a stage. */
export interface StageStyle {
  readonly word: Text;
  readonly colour: 'good' | 'attention' | 'accent' | 'default';
}

const colours: Readonly<Record<OffboardingStage, StageStyle['colour']>> = {
  awaitsApproval: 'accent',
  grace: 'accent',
  running: 'accent',
  stopped: 'attention',
  finished: 'accent',
};

/** The style of a stage. */
export function stageStyle(stage: OffboardingStage, { offboarding: { stages } }: Words): StageStyle {
  return { word: stages[stage], colour: colours[stage] };
}

/** The stage on the offboarding's card. For text blocks; no foreign text. */
export function stageSentence(of: Offboarding, words: Words): Markdown {
  const { stageSentences } = words.offboarding;
  const stage = stageOf(of);
  switch (stage) {
    case 'awaitsApproval':
      return stageSentences.awaitsApproval({ until: dayAndTime(approvalLapsesAt(of)) });
    case 'grace':
      return stageSentences.grace({ at: dayAndTime(of.beginsAt ?? of.at) });
    case 'running':
    case 'stopped':
    case 'finished':
      return joined([progress(of, words), stageSentences[stage]]);
    default:
      return stage satisfies never;
  }
}

/** The stage on the tenant's card. For text blocks; no foreign text. */
export function offboardingSentence(of: Offboarding, words: Words): Markdown {
  const { tenantSentences } = words.offboarding;
  const stage = stageOf(of);
  switch (stage) {
    case 'awaitsApproval':
      return tenantSentences.awaitsApproval({ until: dayAndTime(approvalLapsesAt(of)) });
    case 'grace':
      return tenantSentences.grace({ at: dayAndTime(of.beginsAt ?? of.at) });
    case 'running':
    case 'stopped':
      return joined([tenantSentences[stage], progress(of, words)]);
    case 'finished':
      return tenantSentences.finished;
    default:
      return stage satisfies never;
  }
}

function progress({ tasks }: Offboarding, { offboarding }: Words): Text {
  if (tasks.length === 0) return '';
  const having = (is: TaskState['is']) => tasks.filter(({ state }) => state.is === is).length;
  const left = having('left');
  const done = { done: having('proved'), total: tasks.length };
  return left > 0 ? offboarding.progress.verifiedAndLeft({ ...done, left }) : offboarding.progress.verified(done);
}

// The stage of an offboarding, in words.
import {
  approvalLapsesAt,
  type Offboarding,
  type OffboardingStage,
  stageOf,
} from '../../domain/offboarding/offboarding.js';
import type { TaskState } from '../../domain/offboarding/task.js';
import { dayAndTime } from '../render/text.js';

/** Icon, word and colour of a stage. */
export interface StageStyle {
  readonly word: string;
  readonly colour: 'good' | 'attention' | 'accent' | 'default';
}

/** The style of each stage. */
export const stageStyles: Readonly<Record<OffboardingStage, StageStyle>> = {
  awaitsApproval: { word: '🔐 Waits for a second admin', colour: 'accent' },
  grace: { word: '🕓 About to begin', colour: 'accent' },
  running: { word: '⏳ Under way', colour: 'accent' },
  stopped: { word: '⚠️ Stopped', colour: 'attention' },
  finished: { word: '✅ All done', colour: 'good' },
};

/** The stage on the offboarding's card. For text blocks; no foreign text. */
export function stageSentences(offboarding: Offboarding): readonly string[] {
  switch (stageOf(offboarding)) {
    case 'awaitsApproval':
      return [
        `Nothing has been done yet. Another admin than the one who decided has to agree to this very plan until ${dayAndTime(approvalLapsesAt(offboarding))}; else it is dropped.`,
      ];
    case 'grace':
      return [
        `It begins on ${dayAndTime(offboarding.beginsAt ?? offboarding.at)}. Nothing has been done yet: until then Undo stops it.`,
      ];
    case 'running':
      return [
        `${progress(offboarding)} Some steps take Microsoft minutes. Nothing to do: this card changes by itself.`,
      ];
    case 'stopped':
      return [
        `${progress(offboarding)} Something was refused, and the rest waits for you. Mend the cause, then press Try again; or go on without it.`,
      ];
    case 'finished':
      return [`${progress(offboarding)} The certificate is being written.`];
  }
}

/** The stage on the tenant's card. For text blocks; no foreign text. */
export function offboardingSentence(offboarding: Offboarding): string {
  switch (stageOf(offboarding)) {
    case 'awaitsApproval':
      return `🔐 To be offboarded completely: a second admin is asked to agree until ${dayAndTime(approvalLapsesAt(offboarding))}. Nothing has been done yet.`;
    case 'grace':
      return `🕓 It is offboarded completely from ${dayAndTime(offboarding.beginsAt ?? offboarding.at)} on. Until then that can be undone.`;
    case 'running':
      return `⏳ Being offboarded completely. ${progress(offboarding)}`;
    case 'stopped':
      return `⚠️ Offboarding it completely has stopped: something was refused. Show offboarding says what, and how it goes on. ${progress(offboarding)}`;
    case 'finished':
      return '✅ Offboarded completely; the certificate is being written.';
  }
}

function progress({ tasks }: Offboarding): string {
  if (tasks.length === 0) return '';
  const having = (is: TaskState['is']) => tasks.filter(({ state }) => state.is === is).length;
  const left = having('left');
  return `${having('proved')} of ${tasks.length} proved gone${left > 0 ? `, ${left} left as ${left === 1 ? 'it is' : 'they are'}` : ''}.`;
}

// How far is an exit, in words?
import { approvalLapsesAt, type Exit, type ExitStage, stageOf } from '../../domain/offboarding/exit.js';
import type { TaskState } from '../../domain/offboarding/task.js';
import { dayAndTime } from '../render/text.js';

/** Icon, word and colour of a stage. */
export interface StageLook {
  readonly word: string;
  readonly colour: 'good' | 'attention' | 'accent' | 'default';
}

/** The look of each stage. */
export const stageLooks: Readonly<Record<ExitStage, StageLook>> = {
  awaitsApproval: { word: '🔐 Waits for a second admin', colour: 'accent' },
  grace: { word: '🕓 About to begin', colour: 'accent' },
  running: { word: '⏳ Under way', colour: 'accent' },
  stopped: { word: '⚠️ Stopped', colour: 'attention' },
  finished: { word: '✅ All done', colour: 'good' },
};

/** What the exit's card says of its stage. For text blocks; nothing in it is foreign text. */
export function stageSentences(exit: Exit): readonly string[] {
  switch (stageOf(exit)) {
    case 'awaitsApproval':
      return [
        `Nothing has been done yet. Another admin than the one who decided has to agree to this very plan until ${dayAndTime(approvalLapsesAt(exit))}; else it is dropped.`,
      ];
    case 'grace':
      return [
        `It begins on ${dayAndTime(exit.beginsAt ?? exit.at)}. Nothing has been done yet: until then Undo stops it.`,
      ];
    case 'running':
      return [`${progress(exit)} Some steps take Microsoft minutes. Nothing to do: this card changes by itself.`];
    case 'stopped':
      return [
        `${progress(exit)} Something was refused, and the rest waits for you. Mend the cause, then press Try again; or go on without it.`,
      ];
    case 'finished':
      return [`${progress(exit)} The certificate is being written.`];
  }
}

/** What the tenant's card says of it. For text blocks; nothing in it is foreign text. */
export function exitSentence(exit: Exit): string {
  switch (stageOf(exit)) {
    case 'awaitsApproval':
      return `🔐 To be offboarded completely: a second admin is asked to agree until ${dayAndTime(approvalLapsesAt(exit))}. Nothing has been done yet.`;
    case 'grace':
      return `🕓 It is offboarded completely from ${dayAndTime(exit.beginsAt ?? exit.at)} on. Until then that can be undone.`;
    case 'running':
      return `⏳ Being offboarded completely. ${progress(exit)}`;
    case 'stopped':
      return `⚠️ Offboarding it completely has stopped: something was refused. Show offboarding says what, and how it goes on. ${progress(exit)}`;
    case 'finished':
      return '✅ Offboarded completely; the certificate is being written.';
  }
}

function progress({ tasks }: Exit): string {
  if (tasks.length === 0) return '';
  const having = (is: TaskState['is']) => tasks.filter(({ state }) => state.is === is).length;
  const left = having('left');
  return `${having('proved')} of ${tasks.length} proved gone${left > 0 ? `, ${left} left as ${left === 1 ? 'it is' : 'they are'}` : ''}.`;
}

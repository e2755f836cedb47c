// What does the card of an exit look like, from the decision to the certificate?

import { stageOf } from '../../domain/offboarding/exit.js';
import type { Person } from '../../domain/person.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { ViewContext } from '../render/context.js';
import { remembered } from '../render/memoize.js';
import type { Card } from '../render/templates.js';
import { dayAndTime, literal } from '../render/text.js';
import { openButton } from '../tenant/buttons.js';
import { exitButtons } from './buttons.js';
import { drawExitCard, type ExitFact } from './draw.js';
import { stageLooks, stageSentences } from './stage-words.js';
import { taskRows } from './task-rows.js';

/** What an exit's card says beyond the exit. */
export interface ExitCardExtras {
  /** What a message tells, as its first line. */
  readonly headline?: string | undefined;
  /** What the last click came to. */
  readonly notice?: string | undefined;
}

/** The card of an exit, with every removal and the buttons of its stage. */
export function exitView(tenant: LeavingTenant, context: ViewContext, extras: ExitCardExtras = {}): Card {
  return rememberedExit(tenant, context, extras);
}

const rememberedExit = remembered((tenant: LeavingTenant, context: ViewContext, extras: ExitCardExtras): Card => {
  const { exit, customer } = tenant;
  const { word, colour } = stageLooks[stageOf(exit)];
  const name = literal(customer.displayName);
  const { rows, more } = taskRows(tenant, context);
  const parts = {
    ...extras,
    title: `Offboarding ${name}`,
    domain: literal(customer.domain),
    stage: word,
    colour,
    sentences: stageSentences(exit).map((sentence) => sentence.trim()),
    facts: [
      fact('Decided by', exit.by, exit.at),
      ...(exit.approval ? [fact('Agreed by', exit.approval.by, exit.approval.at)] : []),
    ],
    plannedWords: exit.begunAt === undefined && rows.length > 0 ? 'This will be removed, in this order:' : '',
    tasks: rows,
    more,
    actions: [...exitButtons(tenant, exit, context), openButton(tenant, {}, 'To the tenant')],
  };
  return drawExitCard(parts, { tenantId: tenant.tenantId, fallbackText: `Offboarding ${name}: ${word}` }, context);
});

/** Who did something, and when. */
export function fact(label: string, { name }: Pick<Person, 'name'>, at: Instant): ExitFact {
  return { label, text: literal(name, 40) || 'somebody', date: dayAndTime(at) };
}

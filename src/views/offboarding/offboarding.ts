// The card of an offboarding, from the decision to the certificate.

import { stageOf } from '../../domain/offboarding/offboarding.js';
import type { Person } from '../../domain/person.js';
import type { LeavingTenant } from '../../domain/tenant/tenant.js';
import type { Instant } from '../../domain/time.js';
import type { Words } from '../catalogue.js';
import type { EarlierNews } from '../explain/notices.js';
import type { ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { openButton } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dayAndTime, literal } from '../render/text.js';
import type { Literal, Text } from '../words/text-types.js';
import { offboardingButtons } from './buttons.js';
import { drawOffboardingCard, type OffboardingCardFact } from './draw.js';
import { stageSentence, stageStyle } from './stage-words.js';
import { taskRows } from './task-rows.js';

/** What the card says beyond the offboarding itself. */
export interface OffboardingCardExtras {
  /** First line of a message. */
  readonly headline?: Literal | undefined;
  /** The news that the message came with, once the card shows something newer. */
  readonly told?: EarlierNews | undefined;
  /** Answer to the last click. */
  readonly notice?: Literal | undefined;
}

/** The card of an offboarding, with every removal and the buttons of its stage. */
export function offboardingView(tenant: LeavingTenant, context: ViewContext, extras: OffboardingCardExtras = {}): Card {
  return memoizedOffboarding(tenant, context, extras);
}

const memoizedOffboarding = memoize(
  (tenant: LeavingTenant, context: ViewContext, extras: OffboardingCardExtras): Card => {
    const { offboarding, customer, tenantId } = tenant;
    const { words } = context;
    const { card } = words.offboarding;
    const { word, colour } = stageStyle(stageOf(offboarding), words);
    const name = literal(customer.displayName);
    const { rows, more } = taskRows(tenant, context);
    const parts = {
      ...extras,
      title: card.title({ tenant: name }),
      domain: literal(customer.domain),
      stage: word,
      colour,
      sentences: [stageSentence(offboarding, words)],
      facts: [
        fact(card.decidedBy, offboarding.by, offboarding.at, words),
        ...(offboarding.approval
          ? [fact(card.approvedBy, offboarding.approval.by, offboarding.approval.at, words)]
          : []),
      ],
      plannedWords: offboarding.begunAt === undefined && rows.length > 0 ? card.planned : '',
      tasks: rows,
      more,
      actions: [
        ...offboardingButtons(tenant, offboarding, context),
        openButton(tenant, {}, words.buttons.toTenant, words),
      ],
    };
    const fallbackText = card.fallback({ tenant: name, stage: word });
    return drawOffboardingCard(parts, { tenantId, fallbackText }, context);
  },
);

/** Who did something, and when. */
export function fact(
  label: Text,
  { name }: Pick<Person, 'name'>,
  at: Instant,
  { offboarding: { card } }: Words,
): OffboardingCardFact {
  return { label, text: literal(name, 40) || card.unnamed, date: dayAndTime(at) };
}

// Shape of what a conversation subscribes to.
import { z } from 'zod';
import type { Condition, Query, Term, WantedAge, WantedEnd, WantedOwner } from '../../../domain/query/query.js';
import type { DigestTime } from '../../../domain/subscription/digest-time.js';
import type { Weekday } from '../../../domain/subscription/local-time.js';
import type { NewsKind } from '../../../domain/subscription/news-kinds.js';
import type { NewsSubscription } from '../../../domain/subscription/subscription.js';
import type { WeekHours } from '../../../domain/subscription/week-hours.js';
import type { Status } from '../../../domain/tenant/status.js';
import { byTag, flag, number, oneOf, record, text, texts } from './kit.js';
import { status } from './tenant.js';

const end = z.union([
  z.looseObject({ is: z.literal('never') }),
  z.looseObject({ is: z.enum(['before', 'after']), days: number }),
  z.looseObject({ is: z.enum(['before', 'on', 'after']), day: text }),
]) as unknown as z.ZodType<WantedEnd>;

const owner = byTag<WantedOwner, 'is'>('is', { none: {}, me: {}, named: { name: text }, person: { id: text } });

const condition = byTag<Condition, 'key'>('key', {
  status: { anyOf: z.array(status) as z.ZodType<readonly Status[]> },
  // Of a code that isn't known any more no tenant has one.
  cause: { anyOf: texts as unknown as z.ZodType<Extract<Condition, { readonly key: 'cause' }>['anyOf']> },
  tag: { anyOf: texts },
  template: { anyOf: texts },
  owner: { anyOf: z.array(owner) },
  ends: { end },
  pending: { age: record<WantedAge>({ is: oneOf<WantedAge['is']>({ over: true, under: true }), days: number }) },
  ga: { is: flag },
  dap: { is: flag },
  leftover: { is: flag },
  drift: { is: flag },
  earlier: { is: flag },
  snoozed: { is: flag },
  accepted: { is: flag },
});

const query = record<Query>({ text, notTexts: texts, terms: z.array(record<Term>({ isNot: flag, condition })) });

const weekday = oneOf<Weekday>({ mon: true, tue: true, wed: true, thu: true, fri: true, sat: true, sun: true });

/** What a conversation subscribes to. */
export const newsSubscription = record<NewsSubscription>({
  // The monthly report was a kind for a while. A row stays as it was read, so what is left of that isn't taken out: no one looks for it.
  muted: z.array(
    oneOf<NewsKind | 'report'>({
      lost: true,
      leftovers: true,
      alarms: true,
      ends: true,
      issues: true,
      offboarding: true,
      approved: true,
      drift: true,
      report: true,
    }),
  ) as unknown as z.ZodType<readonly NewsKind[]>,
  query: query.optional(),
  quiet: z.array(record<WeekHours>({ days: z.array(weekday), from: number, to: number })).optional(),
  digest: record<DigestTime>({ at: number, on: weekday.optional() }).optional(),
  zone: text.optional(),
});

// Which facts do people wait for, so that a message has to tell them?

import { areAmong } from '../access/limitation.js';
import { type ExitFact, evolveExit, isExitFact } from '../offboarding/evolve-exit.js';
import { stageOf } from '../offboarding/exit.js';
import type { Fact } from './facts.js';
import type { Tenant } from './tenant.js';

/** What a message tells. */
export type News = TenantNews | ExitNews;

/** News of a tenant that is looked after; nobody wants to hear them once it is not. */
export type TenantNews = 'approved' | 'issuesFound' | 'accessLost';

/**
 * News of a complete offboarding: a second admin is asked; nothing was done, because nobody agreed in time or because what
 * was agreed to is no longer what is there; or something was refused, and somebody has to say how it goes on. That it is
 * over is told with the certificate.
 */
export type ExitNews = 'exitAwaitsApproval' | 'exitLapsed' | 'exitStale' | 'exitStopped';

/** Whether news are about an exit. */
export function isExitNews(news: News): news is ExitNews {
  return news.startsWith('exit');
}

/** The news in a fact, seen from the tenant before it; `undefined` for everything that only the card shows. */
export function newsIn(before: Tenant, fact: Fact): News | undefined {
  if (isExitFact(fact)) return exitNewsIn(before, fact);
  switch (fact.type) {
    case 'accessApproved':
      return 'approved';
    case 'accessLost':
      return 'accessLost';
    case 'issuesFound': {
      // Fewer limitations than before are good news for the card, not a reason to call people; nor is what was accepted.
      const { limitations = [], accepted } = before.onboarding ?? {};
      const known = before.status === 'issuesFound' ? limitations : (accepted?.limitations ?? []);
      return areAmong(fact.limitations, known) ? undefined : 'issuesFound';
    }
    default:
      return undefined;
  }
}

function exitNewsIn({ exit }: Tenant, fact: ExitFact): ExitNews | undefined {
  if (fact.type === 'exitDropped') return fact.why === 'lapsed' ? 'exitLapsed' : 'exitStale';
  const next = evolveExit(exit, fact);
  if (!next) return undefined;
  const stage = stageOf(next);
  if (exit && stageOf(exit) === stage) return undefined;
  if (stage === 'awaitsApproval') return 'exitAwaitsApproval';
  return stage === 'stopped' ? 'exitStopped' : undefined;
}

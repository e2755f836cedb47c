// What the card of an offboarding's plan is made from: a reading of Contoso, and where it's shown.

import type { Inventory } from '../../src/domain/offboarding/inventory.js';
import { planOf } from '../../src/domain/offboarding/plan.js';
import type { Tenant } from '../../src/domain/tenant/tenant.js';
import type { ViewContext } from '../../src/views/render/context.js';
import { listButton } from '../../src/views/render/navigation.js';
import { phrase } from '../../src/views/render/text.js';
import { en } from '../../src/views/words/en/index.js';
import { aTemplates, now, tenantBy } from './builders.js';
import { someTies } from './offboarding-scenes.js';

/** An admin in the sandbox, in English. */
export const context: ViewContext = {
  words: en,
  isSandbox: true,
  templates: aTemplates(),
  now,
  asOf: now,
  role: 'admin',
};

/** The way back from the card. */
export const back = listButton({}, en, phrase`Back`);

/** A name longer than a card shows. */
export const longName = 'Überaus lange Kundengesellschaft '.repeat(9);

/** A plan that was read now, as the card takes it. */
export function readOf(inventory: Partial<Inventory> = {}, tenant: Tenant = tenantBy.approved()) {
  return { tenant, plan: planOf(someTies(inventory)), planHash: 'mark-1', needsSecond: false, graceSeconds: 300 };
}

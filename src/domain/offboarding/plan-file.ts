// The file of an exported plan.

import type { KnownCustomer } from '../customer.js';
import type { Person } from '../person.js';
import { type PlanLineRecord, planLineRecordOf } from './certificate-items.js';
import type { Plan } from './plan.js';

/** The schema that a plan's file names; another shape has another name. */
const planSchema = 'urn:gatehouse:exit-plan:2';

/** A plan to offboard a tenant completely, to read outside the chat. It certifies nothing. */
export interface PlanFile {
  readonly schema: typeof planSchema;
  readonly schemaVersion: 2;
  readonly note: string;
  readonly exportedBy: Person;
  readonly readAt: string;
  readonly tenant: { readonly tenantId: string; readonly name: string; readonly domain: string };
  readonly secondAdminRequired: boolean;
  readonly graceSeconds: number;
  readonly lines: readonly PlanLineRecord[];
}

/** What a plan's file is made from. */
export interface ExportedPlan {
  readonly tenant: KnownCustomer;
  readonly plan: Plan;
  readonly needsSecond: boolean;
  readonly graceSeconds: number;
}

/** The file of a plan that has just been read. */
export function planFileOf({ tenant, plan, needsSecond, graceSeconds }: ExportedPlan, by: Person): PlanFile {
  const { displayName, domain } = tenant.customer;
  return {
    schema: planSchema,
    schemaVersion: 2,
    note: 'This is a plan: nothing has been done. It says what tied the partner to the tenant when it was read, and what would become of it.',
    exportedBy: { id: by.id, name: by.name },
    readAt: plan.readAt,
    tenant: { tenantId: tenant.tenantId, name: displayName, domain },
    secondAdminRequired: needsSecond,
    graceSeconds,
    lines: plan.lines.map((line) => planLineRecordOf(line, plan.names)),
  };
}

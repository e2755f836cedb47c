// What can a button say to the bot? One list, which the views write into cards and the bot's actions answer.

import type { CertificateKind } from '../../domain/offboarding/certificate.js';
import { leastRoleFor, type RoleName } from '../../domain/tenant/commands.js';

/** Every verb of a card action. */
export const verbs = [
  'tenants.list',
  'tenant.open',
  'tenant.enable',
  'tenant.copyApproval',
  'tenant.reviewLimitations',
  'tenant.acceptLimitations',
  'tenant.revalidate',
  'tenant.askDisable',
  'tenant.disable',
  'tenant.askRemoveDelegatedAdmin',
  'tenant.removeDelegatedAdmin',
  'offboarding.show',
  'offboarding.plan',
  'offboarding.decide',
  'offboarding.review',
  'offboarding.approve',
  'offboarding.undo',
  'offboarding.retry',
  'offboarding.askLeaveRest',
  'offboarding.leaveRest',
  'leftovers.list',
  'watchedRequest.terminate',
  'offboarding.exportPlan',
  'certificate.get',
  'history.show',
] as const;

/** One of them. */
export type Verb = (typeof verbs)[number];

/** The least role that a verb takes. */
export const leastRoleForVerb: Readonly<Record<Verb, RoleName>> = {
  'tenants.list': 'viewer',
  'tenant.open': 'viewer',
  'tenant.enable': leastRoleFor('enable'),
  'tenant.copyApproval': leastRoleFor('takeApprovalLink'),
  'tenant.reviewLimitations': 'viewer',
  'tenant.acceptLimitations': leastRoleFor('acceptLimitations'),
  'tenant.revalidate': leastRoleFor('revalidate'),
  'tenant.askDisable': leastRoleFor('disable'),
  'tenant.disable': leastRoleFor('disable'),
  'tenant.askRemoveDelegatedAdmin': leastRoleFor('removeDelegatedAdmin'),
  'tenant.removeDelegatedAdmin': leastRoleFor('removeDelegatedAdmin'),
  'offboarding.show': 'viewer',
  'offboarding.plan': leastRoleFor('decideOffboarding'),
  'offboarding.decide': leastRoleFor('decideOffboarding'),
  'offboarding.review': leastRoleFor('approveOffboarding'),
  'offboarding.approve': leastRoleFor('approveOffboarding'),
  'offboarding.undo': leastRoleFor('undoOffboarding'),
  'offboarding.retry': leastRoleFor('retryOffboarding'),
  'offboarding.askLeaveRest': leastRoleFor('leaveRest'),
  'offboarding.leaveRest': leastRoleFor('leaveRest'),
  'leftovers.list': 'viewer',
  'watchedRequest.terminate': 'admin',
  'offboarding.exportPlan': 'admin',
  'certificate.get': 'admin',
  'history.show': 'viewer',
};

/** What goes back to the bot with a verb. A claim like everything from a card: the bot checks it. */
export interface ActionData {
  readonly tenantId?: string;
  /** The version of the tenant that the button was drawn for. */
  readonly version?: number;
  /** The request that the button is about. */
  readonly relationshipId?: string;
  /** Where in the list one came from, for the way back. */
  readonly filter?: string;
  readonly search?: string;
  readonly page?: number;
  /** The exit that the button was drawn for. */
  readonly offboardingId?: string;
  /** Of the plan that the person saw. */
  readonly planHash?: string;
  /** Whether the button stands in the list, so that the list is what it leads back to. */
  readonly inList?: boolean;
  /** The tenants in the places of that list, which stay there. */
  readonly places?: string;
  /** A certificate, and which of its files. */
  readonly certificateId?: string;
  readonly file?: CertificateKind;
}

/** A button, as the templates bind it. */
export interface Button {
  readonly title: string;
  /** What a screen reader says and a mouse shows: the meaning on its own, with the tenant's name. */
  readonly tooltip: string;
  readonly verb: Verb;
  readonly data: ActionData;
  readonly style: 'default' | 'positive' | 'destructive';
}

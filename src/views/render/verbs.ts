// The verbs of card buttons: what the views write into cards and the bot's actions answer.

import type { UniformAction } from '../../domain/batch/batch.js';
import type { ExportKind } from '../../domain/export-kind.js';
import type { CertificateKind } from '../../domain/offboarding/certificate.js';
import type { TableFormat } from '../../domain/table.js';
import { leastRoleFor, type RoleName } from '../../domain/tenant/commands.js';
import type { CustomerNotice } from '../../domain/tenant/customer-notice.js';
import type { Status } from '../../domain/tenant/status.js';
import type { Language } from '../catalogue.js';
import type { Literal } from '../words/text-types.js';

interface VerbTraits {
  readonly leastRole: RoleName;
  /** Whether clients ask for it by themselves, to redraw a card. It changes nothing. */
  readonly isRefresh?: true;
}

/** Every verb, each with one entry here and its action in `bot/actions`, without which the program doesn't compile. */
export const verbTraits = {
  'tenants.list': { leastRole: 'viewer', isRefresh: true },
  'tenants.pick': { leastRole: 'viewer' },
  'search.help': { leastRole: 'viewer' },
  'views.list': { leastRole: 'viewer' },
  'view.edit': { leastRole: 'viewer' },
  'view.save': { leastRole: 'viewer' },
  'view.delete': { leastRole: 'viewer' },
  'leftovers.list': { leastRole: 'viewer', isRefresh: true },
  'waiting.list': { leastRole: 'viewer', isRefresh: true },
  'expiring.list': { leastRole: 'viewer', isRefresh: true },
  'fleet.show': { leastRole: 'viewer' },
  'fleet.report': { leastRole: 'viewer' },
  'fleet.sendReport': { leastRole: 'viewer' },
  'history.show': { leastRole: 'viewer' },
  'templates.show': { leastRole: 'viewer' },
  'language.set': { leastRole: 'viewer' },
  'subscription.show': { leastRole: 'viewer' },
  'subscription.hear': { leastRole: 'viewer' },
  'subscription.save': { leastRole: 'viewer' },
  'subscription.end': { leastRole: 'viewer' },
  'export.make': { leastRole: 'viewer' },
  'certificate.get': { leastRole: 'admin' },
  'watchedRequest.terminate': { leastRole: 'admin' },
  'batches.list': { leastRole: 'viewer' },
  'batch.ask': { leastRole: 'operator' },
  'batch.begin': { leastRole: 'operator' },
  'import.begin': { leastRole: leastRoleFor('tag') },
  'batch.approve': { leastRole: leastRoleFor('approveSecond') },
  'batch.stop': { leastRole: 'operator' },
  'batch.rest': { leastRole: 'operator' },
  'batch.show': { leastRole: 'viewer', isRefresh: true },
  'batch.links': { leastRole: leastRoleFor('takeApprovalLink') },
  'customer.add': { leastRole: 'operator' },
  'tenant.open': { leastRole: 'viewer', isRefresh: true },
  'inserted.show': { leastRole: 'viewer', isRefresh: true },
  'tenant.askEnable': { leastRole: leastRoleFor('enable') },
  'tenant.enable': { leastRole: leastRoleFor('enable') },
  'tenant.copyApproval': { leastRole: leastRoleFor('takeApprovalLink') },
  'tenant.copyCustomerNotice': { leastRole: leastRoleFor('takeCustomerNotice') },
  'tenant.reviewLimitations': { leastRole: 'viewer' },
  'tenant.askAcceptLimitations': { leastRole: leastRoleFor('acceptLimitations') },
  'tenant.acceptLimitations': { leastRole: leastRoleFor('acceptLimitations') },
  'tenant.takeBackAcceptance': { leastRole: leastRoleFor('takeBackAcceptance') },
  'tenant.revalidate': { leastRole: leastRoleFor('revalidate') },
  'tenant.askKeepAccess': { leastRole: leastRoleFor('keepAccess') },
  'tenant.keepAccess': { leastRole: leastRoleFor('keepAccess') },
  'tenant.removeGlobalAdministrator': { leastRole: leastRoleFor('removeGlobalAdministrator') },
  'tenant.askAttend': { leastRole: leastRoleFor('note') },
  'tenant.attend': { leastRole: leastRoleFor('note') },
  'tenant.wake': { leastRole: leastRoleFor('wake') },
  'tenant.take': { leastRole: leastRoleFor('take') },
  'tenant.release': { leastRole: leastRoleFor('release') },
  'tenant.askEndEarlier': { leastRole: leastRoleFor('endEarlier') },
  'tenant.endEarlier': { leastRole: leastRoleFor('endEarlier') },
  'tenant.askDisable': { leastRole: leastRoleFor('disable') },
  'tenant.disable': { leastRole: leastRoleFor('disable') },
  'tenant.remove': { leastRole: leastRoleFor('removeCustomer') },
  'tenant.askRemoveDelegatedAdmin': { leastRole: leastRoleFor('removeDelegatedAdmin') },
  'tenant.removeDelegatedAdmin': { leastRole: leastRoleFor('removeDelegatedAdmin') },
  'second.review': { leastRole: leastRoleFor('withdrawSecond') },
  'second.approve': { leastRole: leastRoleFor('approveSecond') },
  'second.decline': { leastRole: leastRoleFor('withdrawSecond') },
  'offboarding.show': { leastRole: 'viewer', isRefresh: true },
  'offboarding.plan': { leastRole: leastRoleFor('decideOffboarding') },
  'offboarding.exportPlan': { leastRole: 'admin' },
  'offboarding.decide': { leastRole: leastRoleFor('decideOffboarding') },
  'offboarding.review': { leastRole: leastRoleFor('approveOffboarding') },
  'offboarding.approve': { leastRole: leastRoleFor('approveOffboarding') },
  'offboarding.undo': { leastRole: leastRoleFor('undoOffboarding') },
  'offboarding.retry': { leastRole: leastRoleFor('retryOffboarding') },
  'offboarding.askLeaveRest': { leastRole: leastRoleFor('leaveRest') },
  'offboarding.leaveRest': { leastRole: leastRoleFor('leaveRest') },
} as const satisfies Readonly<Record<string, VerbTraits>>;

/** One of them. */
export type Verb = keyof typeof verbTraits;

/** A verb that clients ask for by themselves. */
export type RefreshVerb = {
  [V in Verb]: (typeof verbTraits)[V] extends { readonly isRefresh: true } ? V : never;
}[Verb];

/** The names of all. */
export const verbs = Object.keys(verbTraits) as readonly Verb[];

/** What an input of a card names when it asks the bot for tenants to choose from. */
export const tenantsDataset = 'tenants';

/** Whether clients ask for it by themselves. */
export function isRefresh(verb: Verb): verb is RefreshVerb {
  return 'isRefresh' in verbTraits[verb];
}

/** What goes back to the bot with a verb. A claim like everything from a card: the bot checks it. */
export interface ActionData {
  /** Absent: the button is about no tenant. */
  readonly tenantId?: string;
  /** The version of the tenant that the button was drawn for. */
  readonly version?: number;
  /** How access is kept, as the person saw it. */
  readonly way?: 'extend' | 'request';
  /** What the customer is told beforehand. */
  readonly customerNotice?: CustomerNotice;
  /** The request, or the relationship, that the button is about. */
  readonly relationshipId?: string;
  /** Where in which list one came from, for the way back. Absent: in that of all tenants. */
  readonly list?: 'expiring' | 'waiting';
  readonly filter?: Status | 'any';
  readonly search?: string;
  /** A query in place of what stands in the card's search box. */
  readonly query?: string;
  /** The name of the person's view that the button is about. Absent: none yet. */
  readonly viewName?: string;
  /** To the page whose number stands in the card. */
  readonly isJump?: boolean;
  readonly page?: number;
  /** The offboarding that the button was drawn for. */
  readonly offboardingId?: string;
  /** Which access template the person saw, and its name where there are several. */
  readonly templateHash?: string;
  readonly shownTemplate?: string;
  /** Which plan the person saw. */
  readonly planHash?: string;
  /** Whether the button stands in the list, so that the list is what it leads back to. */
  readonly inList?: boolean;
  /** Whether the card stands in a message that a person wrote, which the bot can't change. */
  readonly isInserted?: boolean;
  /** The tenants in the places of that list, which stay there. */
  readonly places?: string;
  /** Which filter and page that list shows, for the buttons of its rows. */
  readonly at?: string;
  /** What the conversation is to speak; `automatic`: the language of the person's Teams app. */
  readonly chatLanguage?: Language | 'automatic';
  /** What waits for a second admin, as the person saw it. */
  readonly askedId?: string;
  /** The ticket that the form was drawn with, empty for none. */
  readonly shownTicket?: string;
  /** The batch that the yes begins, or that the button is about. */
  readonly batchId?: string;
  /** Whether its tenants were named in rows, and are kept for the yes. */
  readonly isChosen?: boolean;
  /** What the batch does, and for tags which, as they are typed. */
  readonly batchAction?: UniformAction['do'];
  readonly tags?: string;
  /** A certificate, and which of its files. */
  readonly certificateId?: string;
  readonly file?: CertificateKind;
  /** Which rows are taken out, and in which format. */
  readonly exported?: ExportKind;
  readonly format?: TableFormat;
  /** Whether the monthly report is to come by itself. */
  readonly isWanted?: boolean;
}

/** A button, as the templates bind it. */
export interface Button {
  readonly title: Literal;
  /** What a screen reader says and a mouse shows: the meaning on its own, with the tenant's name. */
  readonly tooltip: Literal;
  readonly verb: Verb;
  readonly data: ActionData;
  readonly style: 'default' | 'positive' | 'destructive';
}

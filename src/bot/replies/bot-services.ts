// What the bot answers with: the operations by their classes, and the parts of its own that conversations share.

import type { RoleName } from '../../domain/tenant/commands.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { TenantBatches } from '../../operations/batches/batches.js';
import type { AddedCustomers } from '../../operations/commands/added-customers.js';
import type { CommandHandler } from '../../operations/commands/command-handler.js';
import type { Denials } from '../../operations/commands/denials.js';
import type { FleetDays } from '../../operations/fleet/fleet-days.js';
import type { Checkup } from '../../operations/health/checkup-round.js';
import type { Leftovers } from '../../operations/offboarding/leftovers.js';
import type { Offboardings } from '../../operations/offboarding/offboardings.js';
import type { WatchedRequestMonitor } from '../../operations/offboarding/watched-request-monitor.js';
import type { WatchedRequestStories } from '../../operations/offboarding/watched-request-story.js';
import type { Audit } from '../../operations/ports/audit.js';
import type { Hearers } from '../../operations/ports/hearers.js';
import type { Relationships } from '../../operations/ports/microsoft.js';
import type { Store } from '../../operations/ports/store.js';
import type { CustomerLanguages } from '../../operations/reads/customer-languages.js';
import type { DelegatedAdminReader } from '../../operations/reads/delegated-admin.js';
import type { EnableOutlook } from '../../operations/reads/enable-outlook.js';
import type { TemplateUsage } from '../../operations/reads/template-usage.js';
import type { TenantList } from '../../operations/reads/tenant-list.js';
import type { Language } from '../../views/catalogue.js';
import type { ViewContext } from '../../views/render/context.js';
import type { WantedLanguage } from '../delivery/chosen-language.js';
import type { SubscriptionChoices } from '../delivery/subscription-choices.js';
import type { Subscriptions } from '../delivery/subscriptions.js';
import type { ApprovalLinkFiles } from '../files/approval-link-files.js';
import type { Exports } from '../files/exports.js';
import type { FleetReports } from '../files/fleet-reports.js';
import type { RowReader } from '../files/given-rows.js';
import type { KeptChoices } from '../files/kept-choice.js';
import type { OffboardingFiles } from '../files/offboarding-files.js';
import type { RoleDirectory } from '../people/role-directory.js';
import type { Turn } from '../turn/turn.js';

/** The operations that people reach through the bot. */
export interface Operations {
  readonly commands: CommandHandler;
  readonly addedCustomers: AddedCustomers;
  readonly batches: TenantBatches;
  readonly tenantList: TenantList;
  readonly delegatedAdmin: DelegatedAdminReader;
  readonly customerLanguages: CustomerLanguages;
  readonly enableOutlook: EnableOutlook;
  readonly leftovers: Leftovers;
  readonly offboardings: Offboardings;
  readonly watchedRequests: WatchedRequestMonitor;
  readonly watchedRequestStories: WatchedRequestStories;
  readonly checkup: Checkup;
  readonly templateUsage: TemplateUsage;
  readonly fleetDays: FleetDays;
}

/** What one answer is made with. */
export interface BotServices extends Operations {
  readonly store: Store;
  readonly audit: Audit;
  readonly relationships: Relationships;
  readonly roles: RoleDirectory;
  readonly denials: Denials;
  readonly subscriptions: Subscriptions;
  readonly subscriptionChoices: SubscriptionChoices;
  /** Has a conversation speak a language; whether it was otherwise before. @throws StoreError */
  readonly chooseLanguage: (conversationId: string, wanted: WantedLanguage) => Promise<boolean>;
  readonly hearers: Hearers;
  readonly files: OffboardingFiles;
  readonly exports: Exports;
  readonly approvalLinks: ApprovalLinkFiles;
  readonly fleetReports: FleetReports;
  readonly given: RowReader;
  /** What the list showed last in a conversation; `undefined`: there's none on its cards. */
  readonly lastListIn: (conversationId: string) => ListQuery | undefined;
  readonly choices: KeptChoices;
  /** What every card needs, as of now; for a card of one person's own, with their role. Without a language: English. */
  readonly context: (role?: RoleName, language?: Language) => ViewContext;
}

/**
 * The same, whose contexts are in a turn's language, and say if what's known isn't up to date; with a role, those of a person
 * who has it.
 */
export function speaking(
  services: BotServices,
  { language, knownAsOf }: Pick<Turn, 'language' | 'knownAsOf'>,
  role?: RoleName,
): BotServices {
  const contextIn: BotServices['context'] = (as = role, inLanguage = language) => {
    const context = services.context(as, inLanguage);
    return knownAsOf === undefined ? context : { ...context, knownAsOf };
  };
  return { ...services, context: contextIn };
}

// The report about all tenants: as a file for who asks, and as the message of a month.

import type { Instant } from '../../domain/time.js';
import type { FleetDays } from '../../operations/fleet/fleet-days.js';
import { type HandedFile, handedTypes } from '../../operations/ports/handed-files.js';
import type { ReportPrinter } from '../../operations/ports/reports.js';
import type { TenantList } from '../../operations/reads/tenant-list.js';
import type { Clock } from '../../runtime/clock.js';
import { reportButton } from '../../views/fleet/fleet.js';
import {
  approvalWords,
  endWords,
  type FleetPast,
  globalWords,
  statusWords,
  waitingWords,
} from '../../views/fleet/fleet-words.js';
import { fleetReport } from '../../views/fleet/report.js';
import type { FileWays } from '../../views/offboarding/files.js';
import type { ViewContext } from '../../views/render/context.js';
import { messageView } from '../../views/render/message.js';
import { dateInWords } from '../../views/render/text.js';
import type { DrawnMessage } from '../delivery/messenger.js';
import type { Audience } from '../people/audience.js';
import { takesFiles } from '../turn/service-hosts.js';
import { type FileAsked, type HandoverDeps, handOver } from './file-handover.js';

/** What reporting takes. */
export interface FleetReportDeps extends HandoverDeps {
  readonly tenantList: Pick<TenantList, 'fleet'>;
  readonly fleetDays: FleetDays;
  readonly printer: ReportPrinter;
  /** Foreign text. */
  readonly partnerName: string;
  readonly audience: Pick<Audience, 'adminAlone'>;
  readonly clock: Clock;
}

const trendDays = 90;

/** Makes reports. Everything in them is in memory; drawing one takes a second at most. */
export class FleetReports {
  readonly #deps: FleetReportDeps;

  constructor(deps: FleetReportDeps) {
    this.#deps = deps;
  }

  /** How all tenants stood earlier. */
  past(): FleetPast {
    const { fleetDays } = this.#deps;
    return { week: fleetDays.before(7), month: fleetDays.before(30), days: fleetDays.since(trendDays) };
  }

  /** The moment as of which a report is wanted. */
  now(): Instant {
    return this.#deps.clock.now();
  }

  /** Hands the file to who asks. @throws StoreError when it can't be kept for them. */
  async hand(asked: FileAsked): Promise<FileWays> {
    const context = asked.context();
    return handOver(await this.#file(context), context.words.fleet.report.label, asked, this.#deps);
  }

  /** The message of a month: what the report says, and the way to it. */
  message(context: ViewContext): DrawnMessage {
    const { words } = context;
    const { tenantList, clock } = this.#deps;
    const now = clock.now();
    const fleet = tenantList.fleet.fleet(now);
    const title = this.#title(context);
    const lines = [
      ...statusWords(fleet, this.past(), words),
      endWords(fleet, now, words),
      waitingWords(fleet, words),
      globalWords(fleet, words),
      approvalWords(fleet, words),
    ];
    const actions = [reportButton(words.fleet.report.get, words)];
    return { card: messageView({ title, lines, actions }, context), summary: title };
  }

  /** Offers the file in an admin's own chat, where Teams takes files. Never fails: the message's button is the other way. */
  async offerByItself(conversationId: string, context: ViewContext): Promise<void> {
    const { store, offers, audience, log } = this.#deps;
    if (!takesFiles(store.conversation(conversationId)?.reference)) return;
    try {
      const admin = await audience.adminAlone(conversationId);
      if (admin)
        await offers.offer(admin, conversationId, await this.#file(context), context.words.replies.file.offered);
    } catch (error) {
      log.warn('fileNotOffered', { conversationId, error });
    }
  }

  #title({ words }: ViewContext) {
    return words.fleet.report.title({ day: dateInWords(this.#deps.clock.now(), words) });
  }

  async #file({ words }: ViewContext): Promise<HandedFile> {
    const { tenantList, printer, partnerName, clock } = this.#deps;
    const at = clock.now();
    const fleet = tenantList.fleet.fleet(at);
    const bytes = await printer.print(fleetReport({ fleet, past: this.past(), at, partnerName }, words));
    return {
      name: `gatehouse-report-${at.slice(0, 10)}.pdf`,
      contentType: handedTypes.pdf,
      bytes,
      leastRole: 'viewer',
      what: 'exportOpened',
      subject: `report pdf ${at.slice(0, 10)}`,
    };
  }
}

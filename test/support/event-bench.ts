// A receiver of events that trusts one root, the host of its certificates, and a manual clock.
import type { PartnerEvent } from '../../src/domain/partner-event.js';
import { EventReceiver } from '../../src/microsoft/events/event-receiver.js';
import { PartnerEventInbox } from '../../src/operations/reconcile/partner-event-inbox.js';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';
import { aRoot, CertificateHost, type Issued, type Wish } from './pki.js';

/** A relationship's id. */
export const relationshipId = '20000000-0000-4000-8000-000000000001-30000000-0000-4000-8000-000000000001';

/** The event of an approval, as Microsoft names it. */
export const approved = 'granular-admin-relationship-approved';

/** Where the bench's intermediate stands on its host. */
export const intermediatePath = '/issuers/intermediate.cer';

/** The body of an event, as in Microsoft's sample. */
export function aBody(changes: Readonly<Record<string, unknown>> = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      EventName: approved,
      ResourceUri: `https://partner.microsoft.com/granularAdminRelationships/${relationshipId}`,
      ResourceName: 'GranularAdminRelationship',
      AuditUri: null,
      ResourceChangeUtcDate: '2026-11-22T09:59:39.5485487+00:00',
      ...changes,
    }),
  );
}

/** Headers by name, in lower case. */
export type SomeHeaders = Record<string, string>;

/** Everything that a receiver needs, and what signs for it. */
export class EventBench {
  readonly clock = new ManualClock();
  readonly host: CertificateHost;
  readonly root: Issued;
  readonly intermediate: Issued;
  signer: Issued;
  receiver: EventReceiver;
  /** Where the receiver keeps events. */
  store = new MemoryStore();
  inbox = new PartnerEventInbox(this.store);
  /** What has been kept, without its id. */
  readonly events: PartnerEvent[] = [];

  private constructor(host: CertificateHost, root: Issued, intermediate: Issued, signer: Issued) {
    this.host = host;
    this.root = root;
    this.intermediate = intermediate;
    this.signer = signer;
    this.receiver = this.trusts(root.pem);
    host.files.set(intermediatePath, intermediate.der);
    host.files.set('/cert/signer.cer', signer.der);
  }

  static async start(): Promise<EventBench> {
    const host = await CertificateHost.start();
    const root = await aRoot();
    const intermediate = await root.issues('Intermediate', { isCa: true });
    const signer = await intermediate.issues('Signer', { issuerAt: `${host.url}${intermediatePath}` });
    return new EventBench(host, root, intermediate, signer);
  }

  get base(): string {
    return `${this.host.url}/cert`;
  }

  /** A receiver with nothing kept takes the place of the one before, and trusts these roots; none: those of Microsoft's services. */
  trusts(roots?: string): EventReceiver {
    const store = new MemoryStore();
    store.committed.on(({ eventIds }) => {
      for (const { id, ...event } of store.partnerEvents()) if (eventIds.includes(id)) this.events.push(event);
    });
    this.store = store;
    this.inbox = new PartnerEventInbox(store);
    this.receiver = new EventReceiver({ certificateBaseUrl: this.base, roots }, this.clock, this.inbox);
    return this.receiver;
  }

  /** Replaces the signer's certificate by another one, issued by the intermediate by default. */
  async signsWith(wish: Wish, issuer: Issued = this.intermediate): Promise<void> {
    const issuerAt = `${this.host.url}${intermediatePath}`;
    this.signer = await issuer.issues('Signer', { issuerAt, ...wish });
    this.host.files.set('/cert/signer.cer', this.signer.der);
  }

  async headers(body: Buffer, changes: SomeHeaders = {}): Promise<SomeHeaders> {
    return {
      'x-ms-signature': `Signature ${await this.signer.signs(body)}`,
      'x-ms-certificate-url': `${this.base}/signer.cer`,
      'x-ms-signature-algorithm': 'rsa-sha256',
      ...changes,
    };
  }

  /** The result for a signed body: an event's name, `repeat`, or a status and why. */
  async becomes(body: Buffer = aBody(), headers?: SomeHeaders): Promise<string> {
    const given = headers ?? (await this.headers(body));
    const before = this.events.length;
    const refusal = await this.receiver.receive(given, body);
    if (refusal) return `${refusal.refused} ${refusal.why}`;
    return (this.events.length > before && this.events.at(-1)?.name) || 'repeat';
  }
}

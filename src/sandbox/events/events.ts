// The partner's events: the registration, the deliveries and the audit records.
import { randomUUID } from 'node:crypto';
import { eventNames, type Happening } from '../world/happening.js';
import { secondsAfter } from '../world/instants.js';
import type { World } from '../world/world.js';
import { auditRecordOf } from './audit-record.js';
import type { Authority } from './authority.js';
import { bodyOf } from './event-body.js';
import type { AuditRecord, Delivery, EventBehaviour, KeptEvents, Registration } from './model.js';

/** The event that a test request sends. */
export const testEvent = 'test-created';

// Those that concern customers, and a few that don't.
const offered = [
  ...Object.values(eventNames),
  'dap-admin-relationship-terminated-by-microsoft',
  'reseller-relationship-accepted-by-customer',
  testEvent,
  'azure-fraud-event-detected',
  'invoice-ready',
  'referral-created',
  'usagerecords-thresholdExceeded',
];

const mostKept = 1000;

/** The events of one partner. */
export class Events {
  readonly behaviour: EventBehaviour = {
    twice: false,
    reversed: false,
    lost: false,
    delaySeconds: 0,
    wrongSignature: false,
    offered,
  };
  /** Absent until the sandbox knows its own address. */
  authority: Authority | undefined;
  registration: Registration | undefined;
  /** Moments of the latest requests for a test event. */
  testedAt: readonly string[] = [];
  readonly #world: World;
  #deliveries: Delivery[] = [];
  #auditRecords: AuditRecord[] = [];

  constructor(world: World) {
    this.#world = world;
    world.onHappening = (happening) => this.#take(happening);
  }

  /** Makes or replaces the registration. */
  register(
    wanted: Pick<Registration, 'webhookUrl' | 'webhookEvents' | 'signatureTokenToMsSignatureHeader'>,
  ): Registration {
    const subscriberId = this.registration?.subscriberId ?? randomUUID();
    this.registration = { ...wanted, subscriberId, lastModifiedTimestamp: this.#world.now() };
    this.#world.onChange();
    return this.registration;
  }

  auditRecord(id: string): AuditRecord | undefined {
    return this.#auditRecords.find((record) => record.id === id);
  }

  /** The remembered deliveries, oldest first. */
  deliveries(): readonly Delivery[] {
    return this.#deliveries;
  }

  /** The deliveries that are due, in the order in which they're sent. */
  due(): readonly Delivery[] {
    const now = this.#world.now();
    const waiting = this.#deliveries.filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now);
    const inOrder = waiting.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
    return this.behaviour.reversed ? inOrder.reverse() : inOrder;
  }

  /** When the next one is due; undefined when none waits. */
  nextDueAt(): string | undefined {
    return this.#deliveries
      .filter(({ state }) => state === 'waiting')
      .map(({ dueAt }) => dueAt)
      .sort()[0];
  }

  /** Sends a test event; returns the id by which its progress can be read. */
  test(): string {
    const validationId = randomUUID();
    const ResourceUri = `http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/${validationId}`;
    this.#send(testEvent, { ResourceName: 'test', ResourceUri, AuditUri: null }, this.#world.now(), validationId);
    return validationId;
  }

  /** Sends an event of any name and content, if it is registered. */
  send(event: string, fields: Readonly<Record<string, unknown>>): void {
    this.#send(event, fields, this.#world.now());
  }

  keep(): KeptEvents {
    return {
      registration: this.registration ?? null,
      deliveries: this.#deliveries,
      auditRecords: this.#auditRecords,
      authority: this.authority?.kept ?? null,
    };
  }

  restore({ registration, deliveries, auditRecords }: KeptEvents): void {
    this.registration = registration ?? undefined;
    this.#deliveries = deliveries;
    this.#auditRecords = auditRecords;
  }

  #take(happening: Happening): void {
    const name = this.#world.customer(happening.tenantId ?? '')?.name ?? '';
    const record = auditRecordOf(happening, name, this.#auditRecords.length);
    this.#auditRecords = [...this.#auditRecords.slice(-mostKept + 1), record];
    this.#send(happening.event, bodyOf(happening, record.id), happening.at);
  }

  #send(
    event: string,
    fields: Readonly<Record<string, unknown>>,
    at: string,
    validationId: string | null = null,
  ): void {
    const { registration, behaviour } = this;
    if (!registration?.webhookEvents.includes(event)) return;
    // With the seven digits and the offset that Microsoft writes.
    const ResourceChangeUtcDate = at.replace('Z', '0000+00:00');
    const delivery: Delivery = {
      event,
      url: registration.webhookUrl,
      body: JSON.stringify({ EventName: event, ...fields, ResourceChangeUtcDate }),
      dueAt: secondsAfter(at, behaviour.delaySeconds),
      state: behaviour.lost ? 'lost' : 'waiting',
      attempts: [],
      validationId,
    };
    const copies = behaviour.twice ? [delivery, { ...delivery, attempts: [] }] : [delivery];
    const over = this.#deliveries.filter(({ state }) => state !== 'waiting').slice(0, -mostKept);
    this.#deliveries = [...this.#deliveries.filter((each) => !over.includes(each)), ...copies];
    this.#world.onChange();
  }
}

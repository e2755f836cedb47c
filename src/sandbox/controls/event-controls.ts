// Controls of the simulated Partner Center's events, and a view of their deliveries.
import type { Cloud } from '../cloud.js';
import type { Delivery, EventBehaviour } from '../events/model.js';

/** Registration and delivery of events. */
export interface EventControls {
  /** Registers an address for every offered event, in place of the present registration. */
  registerWebhook(url: string): void;
  /** Changes how events are delivered; all of it is off at the start. */
  setEventBehaviour(behaviour: Partial<EventBehaviour>): void;
  /** Sends an event of any name and content, if it is registered. */
  sendEvent(event: string, fields?: Readonly<Record<string, unknown>>): void;
  /** Sends what's due now; the rest is sent by itself. */
  deliverEvents(): Promise<void>;
  /** Copies of the deliveries so far, oldest first; at most the latest 1,000. */
  deliveries(): Delivery[];
}

/** The controls of one cloud's events. */
export function eventControls({ events, world }: Cloud, deliver: () => Promise<void>): EventControls {
  return {
    registerWebhook(webhookUrl) {
      const webhookEvents = [...events.behaviour.offered];
      events.register({ webhookUrl, webhookEvents, signatureTokenToMsSignatureHeader: true });
    },
    setEventBehaviour(behaviour) {
      Object.assign(events.behaviour, behaviour);
      world.onChange();
    },
    sendEvent(event, fields = { ResourceUri: null, ResourceName: 'test', AuditUri: null }) {
      events.send(event, fields);
    },
    deliverEvents: deliver,
    deliveries() {
      return structuredClone([...events.deliveries()]);
    },
  };
}

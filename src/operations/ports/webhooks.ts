// Partner Center's webhooks: where the partner's events go, a test of them, and what an event leaves unsaid.

/** Every method throws a `MicrosoftError` when the call fails. */
export interface PartnerWebhooks {
  /** The partner's one registration, whichever product made it; `undefined`: there's none. */
  registration(): Promise<{ readonly url: string } | undefined>;
  /** Has a test event sent. Two in a minute are allowed. */
  sendTest(): Promise<unknown>;
  /** Partner Center's audit record; `undefined`: it has none of that id. `customerId` is empty where it's about no customer. */
  auditRecord(id: string): Promise<{ readonly customerId: string } | undefined>;
}

// What makes an event Partner Center's own.

/** Which signatures of events are trusted. */
export interface EventTrust {
  /** The signer's certificate must be below this address; no slash at the end. */
  readonly certificateBaseUrl: string;
  /** PEM. Absent: the roots behind Microsoft's services, as Node includes them. */
  readonly roots?: string | undefined;
}

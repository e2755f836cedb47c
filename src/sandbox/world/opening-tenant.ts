// What the user of a sandbox is told of the story’s beginning.
/** A tenant that the partner has onboarded before the story begins. */
export interface OpeningTenant {
  readonly tenantId: string;
  /** How the partner has tagged it. */
  readonly tags: readonly string[];
  /** It has been as it is since its relationship began. Otherwise Microsoft has just begun to work on it. */
  readonly isSettled: boolean;
}

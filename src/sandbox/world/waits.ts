// How long the simulated Microsoft takes for each thing it does by itself.

/** Seconds on the sandbox's clock before the cloud takes its next step. */
export interface Waits {
  /** From the request lockForApproval to `approvalPending`. */
  readonly lockSeconds: number;
  /** In `approved`, before `activating`. */
  readonly approvedSeconds: number;
  /** In `activating`, before `active`. */
  readonly activatingSeconds: number;
  /** From POST of an access assignment (`pending`) to `active`. */
  readonly assignmentSeconds: number;
  /** From DELETE of an access assignment (`deleting`) to `deleted`. */
  readonly deletingSeconds: number;
  /** From a PATCH answered with 202 to its operation's success; `running` begins half way. */
  readonly operationSeconds: number;
  /** In each of `terminationRequested` and `terminating`. */
  readonly terminatingSeconds: number;
  /** In `expiring`, before `expired`. */
  readonly expiringSeconds: number;
  /** From Partner Center's PATCH until GET says that delegated admin is gone. */
  readonly delegatedAdminSeconds: number;
  /** From Partner Center's PATCH until list and GET say that the customer is no longer one. */
  readonly resellerSeconds: number;
  /** From the withdrawal of a consent until a sign-in to the tenant lacks it. */
  readonly consentSeconds: number;
}

/** Long enough to be seen in a chat, short enough to be fun. Microsoft itself takes minutes. */
export const defaultWaits: Waits = {
  lockSeconds: 1,
  approvedSeconds: 2,
  activatingSeconds: 3,
  assignmentSeconds: 4,
  deletingSeconds: 2,
  operationSeconds: 2,
  terminatingSeconds: 2,
  expiringSeconds: 3,
  delegatedAdminSeconds: 4,
  resellerSeconds: 4,
  consentSeconds: 3,
};

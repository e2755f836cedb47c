// The types of the stand-in for the Azure CLI.

export interface StandInApp {
  readonly appId: string;
  displayName: string;
  readonly signInAudience: string;
  readonly passwordCredentials: readonly {
    readonly displayName: string | null;
    readonly value: string;
    readonly keyId: string;
    readonly endDateTime: string;
  }[];
  requiredResourceAccess: {
    readonly resourceAppId: string;
    readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
  }[];
  readonly web: { redirectUris: readonly string[] };
}

export interface StandInBot {
  readonly name: string;
  readonly properties: {
    endpoint: string;
    readonly msaAppId: string;
    readonly msaAppType: string;
    readonly configuredChannels: readonly string[];
  };
}

export interface StandInFailure {
  readonly command: string;
  times: number;
  readonly status: number;
  readonly stderr: string;
}

export interface StandInState {
  signedIn: boolean;
  version: string;
  account: {
    environmentName: string;
    id: string;
    tenantId: string;
    name: string;
    user: { name: string; type: string };
  };
  readonly apps: StandInApp[];
  readonly principals: { readonly id: string; readonly appId: string }[];
  readonly grants: {
    readonly clientId: string;
    readonly resourceId: string;
    readonly scope: string;
    readonly consentType: string;
  }[];
  readonly groups: { readonly id: string; readonly displayName: string; readonly securityEnabled: boolean }[];
  readonly resourceGroups: { readonly name: string; readonly location: string }[];
  readonly bots: StandInBot[];
  readonly takenBotNames: string[];
  /** The value of every secret that was ever made. */
  readonly secretsMade: string[];
  readonly calls: readonly (readonly string[])[];
  readonly failures: StandInFailure[];
}

export const tenantId: string;
export const microsoftApps: readonly string[];
export function emptyState(): StandInState;
export function callAz(
  state: StandInState,
  argv: readonly string[],
): { readonly status: number; readonly stdout: string; readonly stderr: string };

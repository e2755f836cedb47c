// What can be set, and what is known once all of it has been read?
import type { AccessTemplate } from '../domain/access/access-template.js';
import type { EventTrust } from '../microsoft/events/event-receiver.js';
import type { Application } from '../microsoft/sign-in/application.js';

/** The bot's identity at the Bot Framework, in its own names. */
export interface BotIdentity {
  readonly MicrosoftAppType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMsi';
  readonly MicrosoftAppId: string;
  /** Absent for a managed identity. */
  readonly MicrosoftAppPassword?: string | undefined;
  /** Absent for a multi-tenant bot. */
  readonly MicrosoftAppTenantId?: string | undefined;
}

/** The partner's application, and the key for its tokens. */
export interface PartnerSettings extends Omit<Application, 'loginUrl'> {
  /** 32 bytes. */
  readonly tokenKey: Buffer;
}

/** Where Microsoft's services are. No slash at the end. */
export interface CloudAddresses {
  readonly loginUrl: string;
  readonly graphUrl: string;
  readonly partnerCenterUrl: string;
  readonly adminPortalUrl: string;
}

/** Microsoft's own cloud, or whatever stands in for it at other addresses. */
export interface MicrosoftCloud {
  readonly partner: PartnerSettings;
  readonly addresses: CloudAddresses;
  readonly template: AccessTemplate;
}

/** The sandbox that runs along with the bot and brings everything it needs, unless it is told otherwise. */
export interface SandboxCloud {
  readonly port: number;
  /** Whether the port is a wish of ours that any other may take the place of. */
  readonly isAnyPortFine: boolean;
  /** How many customers the sandbox is to have; absent: its own dozen and a half. */
  readonly customers?: number | undefined;
  readonly template?: AccessTemplate | undefined;
}

/** Who may, as Entra object ids in lower case. */
export interface People {
  readonly admins: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
}

/** How a tenant is offboarded completely. */
export interface ExitSettings {
  /** Whether another admin has to agree as well. */
  readonly needsSecond: boolean;
  /** Seconds between the last yes and the first deed, in which it can be undone. */
  readonly graceSeconds: number;
}

/** Every setting, checked. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where the internet reaches the bot, without a slash at the end. Absent: nobody has said. */
  readonly publicUrl?: string | undefined;
  /** Absent: anonymous, which is for loopback only, and with Microsoft only where ALLOW_ANONYMOUS_BOT says so. */
  readonly bot?: BotIdentity | undefined;
  /** Whether cards have to say that nothing is real. */
  readonly isSandbox: boolean;
  readonly cloud: { readonly microsoft: MicrosoftCloud } | { readonly sandbox: SandboxCloud };
  readonly events: EventTrust;
  readonly dataDir: string;
  readonly reconcileSeconds: number;
  /** Names of roles that GDAP supports, by role template id: our list, and after it that of GDAP_ROLES. */
  readonly roleNames: ReadonlyMap<string, string>;
  /** The partner, as an exit certificate names it. */
  readonly partnerName: string | undefined;
  readonly exits: ExitSettings;
  /** Absent on the sandbox where nobody is named: everybody who gets there may do everything. */
  readonly people?: People | undefined;
  readonly logLevel: string;
  /** Where metrics can be asked for on this machine; 0: any free port. Absent: nowhere. */
  readonly metricsPort?: number | undefined;
}

/** Every variable that is read, for `.env.example` to be complete. */
export const settings = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'ALLOW_ANONYMOUS_BOT',
  'PARTNER_CLOUD',
  'PARTNER_TENANT_ID',
  'PARTNER_CLIENT_ID',
  'PARTNER_CLIENT_SECRET',
  'PARTNER_CLIENT_CERTIFICATE',
  'PARTNER_MANAGED_IDENTITY',
  'PARTNER_REFRESH_TOKEN',
  'LOGIN_URL',
  'GRAPH_URL',
  'PARTNER_CENTER_URL',
  'ADMIN_PORTAL_URL',
  'WEBHOOK_CERTIFICATE_URL',
  'WEBHOOK_ROOTS',
  'DATA_DIR',
  'TOKEN_KEY',
  'RECONCILE_SECONDS',
  'ACCESS_TEMPLATE',
  'GDAP_ROLES',
  'ADMINS',
  'OPERATORS',
  'VIEWERS',
  'REQUIRE_SECOND_ADMIN',
  'OFFBOARD_GRACE_MINUTES',
  'PARTNER_NAME',
  'PLAYGROUND_PORT',
  'SANDBOX_PORT',
  'SANDBOX_CUSTOMERS',
  'LOG_LEVEL',
  'METRICS_PORT',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_TRACES_EXPORTER',
  'OTEL_SDK_DISABLED',
  'APP_DEVELOPER_NAME',
  'APP_WEBSITE_URL',
  'APP_PRIVACY_URL',
  'APP_TERMS_URL',
] as const;

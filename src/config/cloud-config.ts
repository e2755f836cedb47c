// Which Microsoft the bot is connected to by its settings, and as whom.
import { type AccessTemplates, onlyTemplate } from '../domain/access/access-templates.js';
import type { Application, ApplicationCredential } from '../microsoft/sign-in/application.js';
import type { Given } from './setting-rules.js';
import { lastPort } from './setting-schemas.js';
import type { SettingValues } from './settings-reader.js';

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

/** Microsoft's own cloud, or what stands in for it at other addresses. */
export interface MicrosoftCloud {
  readonly partner: PartnerSettings;
  readonly addresses: CloudAddresses;
  readonly templates: AccessTemplates;
}

/** The sandbox that runs along with the bot and brings everything it needs, unless it is told otherwise. */
export interface SandboxCloud {
  readonly port: number;
  /** Whether any other port will do as well, since the settings name none. */
  readonly isAnyPortFine: boolean;
  /** How many customers the sandbox has; absent: its own dozen and a half. */
  readonly customers?: number | undefined;
  /** Whether those beyond its own are as a partner of that size has them. */
  readonly isBelievable: boolean;
  /** Absent: the sandbox's own. */
  readonly templates?: AccessTemplates | undefined;
}

/** The real Microsoft or a sandbox that runs elsewhere, or else the sandbox that comes along. */
export type CloudConfig = { readonly microsoft: MicrosoftCloud } | { readonly sandbox: SandboxCloud };

/** The cloud of the settings. What is missing is empty, and told by the rules. */
export function cloudOf({ values, cloud }: Given, templates: AccessTemplates | undefined): CloudConfig {
  if (cloud === 'sandbox') return { sandbox: sandboxOf(values, templates) };
  const { partnerTenantId = '', partnerClientId = '', partnerRefreshToken, tokenKey = Buffer.alloc(0) } = values;
  const { loginUrl, graphUrl, partnerCenterUrl, adminPortalUrl } = values;
  return {
    microsoft: {
      partner: {
        tenantId: partnerTenantId,
        clientId: partnerClientId,
        credential: credentialOf(values),
        refreshToken: partnerRefreshToken,
        tokenKey,
      },
      addresses: { loginUrl, graphUrl, partnerCenterUrl, adminPortalUrl },
      templates: templates ?? noTemplates,
    },
  };
}

// What takes its place is told as missing.
const noTemplates = onlyTemplate({
  name: '',
  templateHash: '',
  durationDays: 1,
  autoExtend: false,
  requireAzure: false,
  repair: false,
  assignments: [],
});

function credentialOf(values: SettingValues): ApplicationCredential {
  const { partnerClientSecret: secret = '', partnerClientCertificate, partnerManagedIdentity: identity } = values;
  if (partnerClientCertificate) return partnerClientCertificate;
  if (identity === undefined) return { kind: 'secret', secret };
  return { kind: 'managedIdentity', ...(identity !== 'system' && { clientId: identity }) };
}

function sandboxOf(
  { port, sandboxPort, sandboxCustomers, sandboxMix }: SettingValues,
  templates?: AccessTemplates,
): SandboxCloud {
  return {
    port: sandboxPort ?? (port === 0 || port === lastPort ? 0 : port + 1),
    isAnyPortFine: sandboxPort === undefined,
    customers: sandboxCustomers,
    isBelievable: sandboxMix === 'believable',
    templates,
  };
}

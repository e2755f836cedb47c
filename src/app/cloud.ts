// The Microsoft that the bot is connected to: the real one, or a sandbox of its own.

import { resolve } from 'node:path';
import { readAccessTemplate } from '../config/access-template.js';
import type { MicrosoftCloud, SandboxCloud } from '../config/cloud-config.js';
import type { Config } from '../config/config.js';
import { readGdapRoles } from '../config/gdap-roles.js';
import { onlyTemplate } from '../domain/access/access-templates.js';
import { ConfigError } from '../domain/errors.js';
import type { EventTrust } from '../microsoft/events/event-trust.js';
import type { Clock } from '../runtime/clock.js';
import type { Sandbox } from '../sandbox/sandbox.js';

/** A Microsoft to connect to. The real one and the sandbox differ in addresses and credentials only. */
export interface Cloud extends MicrosoftCloud {
  /** Absent on the real one, and where the sandbox runs elsewhere. */
  readonly sandbox?: Sandbox | undefined;
  /** The trusted signer of events. */
  readonly events: EventTrust;
}

/** Time for a sandbox that comes along, and ours. */
export interface SandboxClocks {
  /** The machine's. */
  readonly clock: Clock;
  /** Has our own clock skip what the sandbox skips, in milliseconds. Resolves when what became due has been done. */
  readonly skip: (milliseconds: number) => Promise<void>;
}

/**
 * The cloud of the settings; starts the sandbox if it comes with the bot.
 * @throws ConfigError when the sandbox can't have its port.
 */
export async function openCloud({ cloud, events, dataDir }: Config, clocks: SandboxClocks): Promise<Cloud> {
  if ('microsoft' in cloud) return { ...cloud.microsoft, events };
  // The sandbox plays Microsoft's side, so it keeps its world beside our data, not in it.
  const sandbox = await startOn(cloud.sandbox, `${resolve(dataDir)}-sandbox.json`, clocks);
  const { url, credentials, accessTemplate } = sandbox;
  const { tenantId, clientId, clientSecret: secret, refreshToken } = credentials;
  return {
    sandbox,
    events: { certificateBaseUrl: sandbox.events.certificateBaseUrl, roots: sandbox.events.rootCertificate },
    addresses: { loginUrl: url, graphUrl: url, partnerCenterUrl: url, adminPortalUrl: url },
    // What this key encrypts opens only the sandbox.
    partner: {
      tenantId,
      clientId,
      credential: { kind: 'secret', secret },
      refreshToken,
      tokenKey: Buffer.alloc(32, 'sandbox'),
    },
    templates:
      cloud.sandbox.templates ??
      onlyTemplate(readAccessTemplate(JSON.stringify(accessTemplate), 'of the sandbox', readGdapRoles())),
  };
}

async function startOn(
  { port, isAnyPortFine, customers, isBelievable }: SandboxCloud,
  file: string,
  { clock, skip }: SandboxClocks,
): Promise<Sandbox> {
  const options = {
    file,
    hasFormerCustomers: true,
    growth: isBelievable ? ('believable' as const) : ('withAccess' as const),
    now: () => new Date(clock.now()),
    after: (milliseconds: number, callback: () => void) => clock.after(milliseconds, callback),
    onSkip: skip,
    ...(customers !== undefined && { customers }),
  };
  // Loaded only here: no real tenant needs it.
  const { startSandbox } = await import('../sandbox/sandbox.js');
  try {
    return await startSandbox({ ...options, port });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    if (isAnyPortFine) return startSandbox({ ...options, port: 0 });
    throw new ConfigError(`port ${port} is in use`, 'Set SANDBOX_PORT to a free port, or remove the setting.', {
      cause,
    });
  }
}

/** Whose name certificates bear. They outlive the chat, whose cards say what isn't real, and mustn't be taken for real. */
export function nameOnCertificates({ partnerName, isSandbox }: Config, { sandbox, partner: { tenantId } }: Cloud) {
  const name = partnerName ?? sandbox?.partnerName ?? tenantId;
  return { name: isSandbox ? `${name} (sandbox: nothing of this is real)` : name, tenantId };
}

/** The tenants whose members the bot talks to: its own, and the partner's where that isn't the sandbox's. */
export function tenantsOfOurs({ bot, isSandbox }: Config, { partner }: Cloud): readonly string[] {
  return [bot?.MicrosoftAppTenantId, isSandbox ? undefined : partner.tenantId].filter((id) => id !== undefined);
}

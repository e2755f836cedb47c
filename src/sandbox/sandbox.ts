// Starts a simulated Microsoft cloud, and says what its user needs to know.
import type { AddressInfo } from 'node:net';
import { type Cloud, emptyCloud } from './cloud.js';
import { type Controls, controlsOf } from './controls/controls.js';
import { certificateFolder } from './events/certificate-paths.js';
import { type After, Courier, systemTimers } from './events/courier.js';
import type { KeptAuthority } from './events/model.js';
import { FastForward } from './fast-forward.js';
import { assignmentResource } from './graph/resources.js';
import { application, listen, stop } from './server.js';
import { Keeper, restore } from './snapshot.js';
import { isLoopback } from './wire/guard.js';
import type { AzurePlanState } from './world/model.js';
import type { OpeningTenant } from './world/opening-tenant.js';
import { type AccessTemplate, accessTemplate, partner } from './world/partner.js';
import { type Growth, growTo, openingScene, populate } from './world/populate.js';
import { settle } from './world/settle.js';
import { defaultWaits, type Waits } from './world/waits.js';
import type { World } from './world/world.js';

export type { Controls } from './controls/controls.js';
export type { Delivery, EventBehaviour } from './events/model.js';
export type { Fault } from './wire/faults.js';
export type { RecordedRequest } from './wire/recorder.js';
export type { Relationship } from './world/model.js';
export type { OpeningTenant } from './world/opening-tenant.js';
export type { AccessTemplate } from './world/partner.js';
export type { Growth } from './world/populate.js';
export type { RelationshipSpec } from './world/relationship-spec.js';
export type { Waits } from './world/waits.js';

/** Options of a sandbox. */
export interface SandboxOptions {
  /** A loopback host. Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The clock of everything that happens in the cloud. Default: the system's. */
  readonly now?: () => Date;
  /** Number of customers. Default: the 17 of the story; more are generated, always the same ones. */
  readonly customers?: number;
  /** Whether there are former customers too, and tenants that never were any. Default: no. */
  readonly hasFormerCustomers?: boolean;
  /** What those are beyond the story. Default: `numbered`. */
  readonly growth?: Growth;
  /** Fills a new world. Default: with the story. */
  readonly fill?: (world: World) => void;
  /** Seconds that Microsoft takes, where they differ from `defaultWaits`. */
  readonly waits?: Partial<Waits>;
  /** Waits until the next event is due. Default: the system's timers. */
  readonly after?: After;
  /**
   * Told of time that is skipped, in milliseconds, and at the start of what was skipped in earlier runs. Resolves when what
   * became due has been done; absent: at once.
   */
  readonly onSkip?: (milliseconds: number) => Promise<void> | undefined;
  /** JSON file that keeps the world between runs. Default: memory only. */
  readonly file?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`: the base of sign-in, Graph, Partner Center and the admin portal alike. */
  readonly url: string;
  /** The credentials of the partner's application. The refresh token is new at every start, and good once. */
  readonly credentials: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly refreshToken: string;
  };
  /** The partner's name. */
  readonly partnerName: string;
  /** The partner's access template, with roles by name. */
  readonly accessTemplate: AccessTemplate;
  /** The tenants that are onboarded before the story begins. */
  readonly openingScene: readonly OpeningTenant[];
  /** What its answers about a customer are now, without a call: the first relationship's assignments as Graph writes them. */
  readonly lookAt: (tenantId: string) => {
    readonly assignments: readonly unknown[];
    readonly azurePlan: AzurePlanState;
  };
  /** False when the world was restored from `file`. */
  readonly isNew: boolean;
  /** What a client needs to trust Partner Center's events. */
  readonly events: {
    /** The signer's certificate is below this address; no slash at the end. */
    readonly certificateBaseUrl: string;
    /** PEM of the root. */
    readonly rootCertificate: string;
  };
  readonly controls: Controls;
  /** Resolves when no event is being sent. */
  idle(): Promise<void>;
  /** Ends open connections too, and writes the file. */
  close(): Promise<void>;
}

/** Starts a simulated cloud. @throws Error for a host that isn't loopback, and when the port is taken */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, now = () => new Date(), customers = 0, waits, file } = options;
  const { after = systemTimers, hasFormerCustomers = false, growth = 'numbered' } = options;
  const { fill = (world: World) => populate(world, hasFormerCustomers) } = options;
  if (!isLoopback(host)) throw new Error(`The sandbox listens on loopback only, not on ${host}.`);
  const cloud = emptyCloud({ now, waits: { ...defaultWaits, ...waits } });
  if (options.onSkip) cloud.world.onSkip = options.onSkip;
  const restored = file === undefined ? { isRestored: false } : await restore(cloud, file);
  const isNew = !restored.isRestored;
  if (isNew) fill(cloud.world);
  const grown = growTo(cloud.world, customers, growth);
  settle(cloud.world);
  const refreshToken = cloud.tokens.issueRefresh(cloud.world.now());
  // The controls exist before the address, and the courier after it.
  let courier: Courier | undefined;
  const forward = new FastForward(cloud, after);
  const controls = controlsOf(cloud, { deliver: async () => courier?.deliver(), forward });
  const app = application(cloud, controls);
  const server = await listen(app, { host, port });
  const url = urlOf(host, server.address());
  const events = await openEvents(cloud, url, restored.authority);
  courier = new Courier(cloud, url, after);
  const keeper = file === undefined ? undefined : new Keeper(cloud, file);
  cloud.world.onChange = () => {
    keeper?.changed();
    courier.changed();
  };
  cloud.world.onChange();

  const { tenantId, clientId, clientSecret } = partner;
  return {
    url,
    partnerName: partner.name,
    credentials: { tenantId, clientId, clientSecret, refreshToken },
    accessTemplate,
    openingScene: [...openingScene, ...grown],
    lookAt(tenantId) {
      const [relationship] = cloud.world.relationshipsOf(tenantId);
      const assignments = (relationship?.assignments ?? []).map(assignmentResource);
      return { assignments, azurePlan: cloud.world.customer(tenantId)?.azurePlan ?? 'none' };
    },
    isNew,
    events,
    controls,
    idle: () => courier.idle(),
    async close() {
      forward.stop();
      await courier.close();
      await stop(server);
      await keeper?.flush();
    },
  };
}

/** Sets up the signing of events. The library that makes certificates is loaded only in a sandbox. */
async function openEvents(cloud: Cloud, url: string, before: KeptAuthority | undefined): Promise<Sandbox['events']> {
  const { openAuthority } = await import('./events/authority.js');
  const authority = await openAuthority(url, cloud.world.now(), before);
  cloud.events.authority = authority;
  return { certificateBaseUrl: url + certificateFolder, rootCertificate: authority.rootCertificate };
}

function urlOf(host: string, address: string | AddressInfo | null): string {
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

// Paths and ports of everything that the benchmarks start.
import { fileURLToPath } from 'node:url';

/** The built product, as `npm start` runs it. */
export const productProgram = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** What Node is given with it, as the image gives it. */
export const nodeOptions: readonly string[] = ['--max-semi-space-size=8'];

/** Brings a database up to what the product needs. */
export const migrateProgram = fileURLToPath(new URL('../../../dist/cli/store-migrate.js', import.meta.url));

/** Runs a PostgreSQL, and ends it with the process that has started it. */
export const postgresKeeper = fileURLToPath(new URL('../../../test/support/postgres-server.mjs', import.meta.url));

/** Commits changes as a replica does. */
export const committingProgram = fileURLToPath(new URL('replicas/committing.js', import.meta.url));

/** Changes tenants as other replicas do. */
export const changingProgram = fileURLToPath(new URL('replicas/changing.js', import.meta.url));

/** Microsoft, and the data folder that agrees with it. */
export const sandboxProgram = fileURLToPath(new URL('sandbox.js', import.meta.url));

/** The bot that the product is compared with. */
export const bareBotProgram = fileURLToPath(new URL('bare-bot.js', import.meta.url));

/** Preloaded into a bot, it tells how long its event loop is held. */
export const eventLoopProbe = new URL('event-loop-probe.js', import.meta.url).href;

/** The roles that the product knows. */
export const rolesFile = new URL('../../../roles/gdap-roles.json', import.meta.url);

/** Teams' port on this machine. */
export const connectorPort = 6130;

/** The port of a Teams that holds a bot to its rates. */
export const strictTeamsPort = 6131;

/** Where Partner Center's events pass on their way to the product. */
export const eventGatePort = 6132;

/** The ports of a stage on this machine. */
export type StagePorts = Readonly<Record<'sandbox' | 'product' | 'bareBot', number>>;

/** The ports of the stage that is measured, and of another one to compare it with. */
export const stagePorts: Readonly<Record<'main' | 'other', StagePorts>> = {
  main: { sandbox: 6100, product: 6110, bareBot: 6120 },
  other: { sandbox: 6101, product: 6111, bareBot: 6121 },
};

/** The ports of the replicas. */
export const replicaPorts = [6141, 6142, 6143] as const;

/** Where Microsoft is as far away as it is from most partners. */
export const farMicrosoftPort = 6133;

/** The base address of a port on this machine. */
export function addressOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

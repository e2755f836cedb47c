// Paths and ports of everything that the benchmarks start.
import { fileURLToPath } from 'node:url';

/** The built product, as `npm start` runs it. */
export const productProgram = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** The built sandbox, as `npm run sandbox` runs it. */
export const sandboxProgram = fileURLToPath(new URL('../../../dist/sandbox/main.js', import.meta.url));

/** The bot that the product is compared with. */
export const bareBotProgram = fileURLToPath(new URL('bare-bot.js', import.meta.url));

/** The roles that the product knows. */
export const rolesFile = new URL('../../../roles/gdap-roles.json', import.meta.url);

/** Ports on this machine. */
export const ports = { sandbox: 6100, product: 6110, bareBot: 6120, connector: 6130 } as const;

/** The base address of a port on this machine. */
export function addressOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

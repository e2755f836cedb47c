// Serves the certificates behind the signatures of events, to everyone: they prove, they open nothing.
import { type Context, Hono } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { intermediatePath, signerPath } from './certificate-paths.js';

/** The signer's certificate and that of the authority above it, as DER. */
export function certificateRoutes({ events }: Cloud): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  const answer = (c: Context<WireEnv>, der: Buffer | undefined) =>
    der ? c.body(new Uint8Array(der), 200, { 'Content-Type': 'application/pkix-cert' }) : c.notFound();
  app.get(signerPath, (c) => answer(c, events.authority?.signer));
  app.get(intermediatePath, (c) => answer(c, events.authority?.intermediate));
  return app;
}

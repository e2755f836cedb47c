// What is answered to /certificate, also for tenants that are customers no more?
import { findCertificates } from '../../domain/offboarding/find-certificates.js';
import { nearest } from '../../runtime/nearest.js';
import { certificatesView, noCertificateView } from '../../views/offboarding/certificates.js';
import { exitReply } from '../actions/exit-reply.js';
import type { Desk } from '../bot-services.js';
import type { Reply } from './turn.js';

/** The certificate that a name or an id means; several to choose from; or that there is none. */
export function showCertificate(desk: Desk, search: string): Reply {
  const found = findCertificates(desk.certificates(), (tenantId) => desk.tenant(tenantId)?.customer, search);
  const [only, ...others] = found;
  const shown = only && others.length === 0 && exitReply(desk, { tenantId: only.tenantId, exitId: only.id });
  if (shown) return shown;
  const summary = 'Exit certificates';
  if (found.length > 0) return { card: certificatesView(found, desk.context()), summary };
  const names = [...desk.certificates()].map(({ tenantName }) => tenantName);
  const meant = nearest(search, names, Math.ceil(search.length / 3));
  return { card: noCertificateView(search, meant, desk.context()), summary };
}

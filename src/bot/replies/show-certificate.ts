// The answer to /certificate, also for tenants that are customers no more.

import { findCertificates } from '../../domain/offboarding/find-certificates.js';
import { nearest } from '../../runtime/nearest.js';
import { certificatesView, noCertificateView } from '../../views/offboarding/certificates.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { offboardingReply } from './show-offboarding.js';

/** The certificate that matches a name or an id; several to choose from; or that there's none. */
export function showCertificate(services: BotServices, search: string): Reply {
  const found = findCertificates(
    services.store.certificates(),
    (tenantId) => services.store.tenant(tenantId)?.customer,
    search,
  );
  const [only, ...others] = found;
  const shown =
    only && others.length === 0 && offboardingReply(services, { tenantId: only.tenantId, offboardingId: only.id });
  if (shown) return shown;
  const summary = services.context().words.replies.summaries.certificates;
  if (found.length > 0) return { card: certificatesView(found, services.context()), summary };
  const names = [...services.store.certificates()].map(({ tenantName }) => tenantName);
  const meant = nearest(search, names, Math.ceil(search.length / 3));
  return { card: noCertificateView(search, meant, services.context()), summary };
}

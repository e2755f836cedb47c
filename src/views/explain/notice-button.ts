// The button to the text by which a customer is told beforehand.
import type { Announcement } from '../../domain/tenant/announcement.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { dataFor, type ListPosition, tooltipFor } from '../render/navigation.js';
import type { Button } from '../render/verbs.js';

/** It changes nothing; the answer has the text, to be copied. */
export function noticeButton(tenant: Tenant, announcement: Announcement, position: ListPosition, words: Words): Button {
  const { copyNotice: title } = words.buttons;
  const tooltip = tooltipFor(words.customerNotice.copy, tenant, words);
  const data = { ...dataFor(tenant, position), announcement };
  return { title, tooltip, verb: 'tenant.copyNotice', data, style: 'default' };
}

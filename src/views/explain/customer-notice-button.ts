// The button to the text by which a customer is told beforehand.
import type { CustomerNotice } from '../../domain/tenant/customer-notice.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { dataFor, type ListPosition, tooltipFor } from '../render/navigation.js';
import type { Button } from '../render/verbs.js';

/** It changes nothing; the answer has the text, to be copied. */
export function customerNoticeButton(
  tenant: Tenant,
  customerNotice: CustomerNotice,
  position: ListPosition,
  words: Words,
): Button {
  const { copyCustomerNotice: title } = words.buttons;
  const tooltip = tooltipFor(words.customerNotice.copy, tenant, words);
  const data = { ...dataFor(tenant, position), customerNotice };
  return { title, tooltip, verb: 'tenant.copyCustomerNotice', data, style: 'default' };
}

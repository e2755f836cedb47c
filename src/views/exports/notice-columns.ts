// The columns of a file with the notices to customers whose access is about to be kept, to be sent before that is done.
import { knownCoverage } from '../../domain/access/coverage.js';
import { type MessageLanguage, messageLanguageFor } from '../../domain/message-languages.js';
import type { CustomerNotice } from '../../domain/tenant/customer-notice.js';
import { isAhead } from '../../domain/tenant/decide-customer-notice.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { customerMessageIn } from '../customer-messages.js';
import type { ViewContext } from '../render/context.js';
import { customerNoticeText } from '../tenant/customer-notice.js';
import { type ExportColumn, momentColumn, textColumn } from './column.js';
import { namingColumns } from './tenant-columns.js';

/** A tenant whose access can be kept, and how. */
export interface NoticeRow {
  readonly tenant: Tenant;
  readonly customerNotice: CustomerNotice;
}

/** A tenant, if its access can be kept and that hasn't been begun. */
export function noticeRows(tenant: Tenant): readonly NoticeRow[] {
  const keep = tenant.onboarding && knownCoverage(tenant.onboarding)?.keep;
  return keep !== undefined && isAhead(keep, tenant) ? [{ tenant, customerNotice: keep }] : [];
}

/** Of those notices: each in the language that was chosen for its customer, or in the chat's. */
export const noticeColumns: readonly ExportColumn<NoticeRow>[] = [
  ...namingColumns<NoticeRow>(({ tenant }) => tenant),
  textColumn('notice', 30, ({ customerNotice }, { context }) => context.words.customerNotice.about[customerNotice]),
  momentColumn('accessUntil', ({ tenant }) => tenant.onboarding && knownCoverage(tenant.onboarding)?.on),
  textColumn('language', 18, ({ tenant }, { context }) => customerMessageIn(languageOf(tenant, context)).languageName),
  {
    key: 'message',
    holds: 'text',
    width: 80,
    of: ({ tenant, customerNotice }, { context, sender = { id: '', name: '' } }) => {
      return customerNoticeText(tenant, { customerNotice, sender, language: languageOf(tenant, context) }, context);
    },
  },
];

function languageOf({ customerLanguage }: Tenant, { words }: ViewContext): MessageLanguage {
  return customerLanguage ?? messageLanguageFor(words.language.tag) ?? 'en';
}

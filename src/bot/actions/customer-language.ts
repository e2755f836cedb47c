// The language in which a tenant's customer is written to.
import { type MessageLanguage, messageLanguageFor } from '../../domain/message-languages.js';
import type { TenantClick } from './action.js';

// What Microsoft says is worth a short wait; on the card it can be changed.
const languagePatienceMs = 2000;

/** The language of a text for the tenant's customer: the one just chosen, the one chosen before, Microsoft's, or the chat's. */
export async function customerLanguage({
  services,
  tenant,
  turn,
  data,
}: TenantClick<'language'>): Promise<MessageLanguage> {
  const chosen = data.language ?? tenant.customerLanguage;
  if (chosen !== undefined) return chosen;
  const theirs = await turn.time.within(languagePatienceMs, services.customerLanguages.of(tenant.tenantId));
  return messageLanguageFor(theirs) ?? messageLanguageFor(services.context().words.language.tag) ?? 'en';
}

/** Keeps the language that was just chosen for the tenant's customer; nothing where none was. @throws StoreError */
export async function rememberLanguage({ services, tenant, turn, data }: TenantClick<'language'>): Promise<void> {
  const { language } = data;
  if (language === undefined || language === tenant.customerLanguage) return;
  const command = { do: 'chooseCustomerLanguage', by: turn.actor, language } as const;
  await services.commands.perform({ tenantId: tenant.tenantId, command });
}

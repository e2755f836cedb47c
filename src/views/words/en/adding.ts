// Adding a customer that's on no list.

/** The answers to `/add`. Names are foreign text. */
export const adding = {
  title: 'Add a customer',
  howToAsk:
    'Say /add and the customer’s domain or tenant ID, such as “/add contoso.com”. Gatehouse shows whom it found and asks before it adds anyone.',
  question: ({ tenant }: { tenant: string }) => `Add ${tenant} as a customer?`,
  domain: ({ domain }: { domain: string }) => `Domain: ${domain}`,
  tenantId: ({ id }: { id: string }) => `Tenant ID: ${id}`,
  unnamed:
    'Gatehouse can’t read the name of this tenant, because the permission CrossTenantInformation.ReadBasic.All isn’t granted. Compare the tenant ID with your customer.',
  unlisted:
    'Neither Partner Center nor Microsoft Graph lists this tenant as your customer. Adding it requests nothing; Enable does that.',
  yes: 'Add customer',
  changed: 'This now leads to another tenant than before, so nothing was added yet.',
  added: ({ tenant }: { tenant: string }) => `${tenant} was added. Enable requests access.`,
  removed: ({ tenant }: { tenant: string }) => `${tenant} was removed from your list.`,
  known: ({ tenant }: { tenant: string }) => `${tenant} is already in your list.`,
  notADomain: ({ given }: { given: string }) =>
    `“${given}” is neither a domain nor a tenant ID. Say it like “/add contoso.com”.`,
  notFound: ({ given }: { given: string }) =>
    `Microsoft Entra has no tenant with “${given}”. Check the spelling, or ask the customer for the tenant ID.`,
  ourselves: 'This is your own tenant, so it can’t be a customer.',
  inAnotherCloud: ({ given }: { given: string }) =>
    `“${given}” is in another Microsoft cloud than your own tenant, such as US Government or China. A GDAP relationship can’t cross from one to the other.`,
  slow: 'Microsoft hasn’t answered yet, so nothing was added. Try again in a moment.',
};

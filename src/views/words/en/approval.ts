// The card with the approval link. What it holds for the customer is in customer-message.ts.

/** For the person who asked. */
export const approval = {
  title: ({ tenant }: { tenant: string }) => `Approval link for ${tenant}`,
  hint: 'Only you see this. Send the link to a Global Administrator or a Customer Delegated Admin Relationship Administrator of the customer. No one else can approve.',
  linkLabel: 'Link: select all and copy',
  messageLabel: 'Message to the customer: select all and copy',
  openTooltip: 'Open the approval page',
  languageLabel: 'Language of the message',
  rewrite: 'Change language',
  partnerUnnamed:
    'The message doesn’t name your company, because PARTNER_NAME isn’t set. Add the name before you send it, or ask your Gatehouse administrator to set PARTNER_NAME.',
};

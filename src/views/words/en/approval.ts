// The approval link, and the message to the customer.
import { icu } from './icu.js';

/** The card. */
export const approval = {
  title: ({ tenant }: { tenant: string }) => `Approval link for ${tenant}`,
  hint: 'Only you see this. Send the link to a Global Administrator or a Customer Delegated Admin Relationship Administrator of the customer. No one else can approve.',
  linkLabel: 'Link: select all and copy',
  messageLabel: 'Message to the customer: select all and copy',
  openTooltip: 'Open the approval page',
};

/** The message that strangers read: who asks for what, for how long, by when, and how to check that it is genuine. */
export const customerMessage = {
  partnerUnnamed: 'your Microsoft partner',
  subject: ({ partner }: { partner: string }) => `Approval needed: access for ${partner}`,
  greeting: 'Hello,',
  request: ({ partner, tenant }: { partner: string; tenant: string }) =>
    `This is ${partner}. To manage the Microsoft 365 tenant of ${tenant}, we need your approval for the following access:`,
  role: ({ role }: { role: string }) => `• ${role}`,
  moreRoles: icu<{ count: number }>(
    '• and {count, plural, one {# more role} other {# more roles}}, listed on the approval page',
  ),
  approve: ({ deadline }: { deadline: string }) =>
    `Please open this link by ${deadline}, check the roles it lists, and approve:`,
  approver:
    'The person who approves must be a Global Administrator or a Customer Delegated Admin Relationship Administrator of your tenant. Please forward this message if that’s someone else.',
  lasts: icu<{ days: number }>(
    'The access lasts {days, plural, one {# day} other {# days}}. You can end it at any time in the Microsoft 365 admin center (Settings, Partner relationships).',
  ),
  renews: icu<{ days: number }>(
    'The access lasts {days, plural, one {# day} other {# days}} and then renews itself until one of us ends it. You can end it at any time in the Microsoft 365 admin center (Settings, Partner relationships).',
  ),
  genuine:
    'How to check that this message is genuine: the link leads to admin.microsoft.com, Microsoft’s own admin center. We never ask for a password. If in doubt, contact us the way you usually do.',
  regards: 'Best regards,',
};

// The message to a customer: a letter that strangers read. Every other language keeps its type.
import { icu } from './icu.js';

/** The type that every language's message has. */
export type CustomerMessage = typeof customerMessage;

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage = {
  /** As people who speak it call it. */
  languageName: 'English',
  greeting: 'Hello,',
  introduction: ({ sender, partner }: { sender: string; partner: string }) =>
    `My name is ${sender}, and I’m writing on behalf of ${partner}, your Microsoft partner.`,
  introductionUnnamed: ({ sender }: { sender: string }) =>
    `My name is ${sender}. I work for the company that looks after your Microsoft services.`,
  request: ({ tenant }: { tenant: string }) =>
    `To manage the Microsoft 365 tenant of ${tenant} for you, we need your approval for these administrator roles:`,
  role: ({ role, duty }: { role: string; duty: string }) => `• ${role}: ${duty}`,
  roleAlone: ({ role }: { role: string }) => `• ${role}`,
  moreRoles: icu<{ count: number }>(
    '• and {count, plural, one {# more role} other {# more roles}}, listed on the approval page',
  ),
  approve: ({ deadline }: { deadline: string }) =>
    `Please open this link by ${deadline}, the day on which the request expires. Check the roles it lists, and approve:`,
  approver:
    'Who can approve: a Global Administrator or a Customer Delegated Admin Relationship Administrator of your tenant. If that’s someone else, please forward this message to them.',
  lasts: icu<{ days: number }>(
    'How long: the access lasts {days, plural, one {# day} other {# days}} and then ends by itself.',
  ),
  renews: icu<{ days: number }>(
    'How long: the access lasts {days, plural, one {# day} other {# days}} and then renews itself until you or we end it.',
  ),
  end: 'You can end the access at any time, without asking us: in the Microsoft 365 admin center, under Settings > Partner relationships.',
  genuine: ({ host }: { host: string }) =>
    `How to check that this message is genuine: the link leads to ${host}, Microsoft’s own admin center, where the request names our company. We never ask for your password. If in doubt, call us on the number you already have.`,
  /** In place of it on the sandbox. */
  rehearsal: ({ host }: { host: string }) =>
    `This message is a rehearsal: the link leads to ${host}, Gatehouse’s sandbox, which plays Microsoft’s admin center. Outside the sandbox, this paragraph says how to check that the message is genuine.`,
  regards: 'Kind regards,',
  /** Who signs, where the partner has a name. */
  signature: ({ sender, partner }: { sender: string; partner: string }) => `${sender}\n${partner}`,
  /** A length of time, where the partner's own text gives it. */
  duration: icu<{ days: number }>('{days, plural, one {# day} other {# days}}'),
  /** What the roles that partners ask for most allow, by Microsoft's name of the role. */
  roleDuties: {
    'Application Administrator': 'set up applications and their sign-in',
    'Authentication Administrator': 'reset the sign-in methods of users',
    'Billing Administrator': 'see purchases, manage subscriptions and billing',
    'Cloud Application Administrator': 'set up cloud applications and their sign-in',
    'Cloud Device Administrator': 'enable, disable and delete devices',
    'Compliance Administrator': 'manage data protection and retention rules',
    'Conditional Access Administrator': 'manage the rules for sign-ins',
    'Directory Readers': 'read users, groups and settings',
    'Domain Name Administrator': 'manage your domains',
    'Exchange Administrator': 'manage mailboxes and mail flow',
    'Global Administrator': 'manage everything in the tenant',
    'Global Reader': 'read all settings, change nothing',
    'Groups Administrator': 'manage groups',
    'Helpdesk Administrator': 'reset the passwords of users, manage support requests',
    'Intune Administrator': 'manage computers and mobile devices',
    'License Administrator': 'assign licenses to users',
    'Message Center Reader': 'read Microsoft’s announcements',
    'Office Apps Administrator': 'manage the settings of Office apps',
    'Password Administrator': 'reset the passwords of users',
    'Power Platform Administrator': 'manage Power Apps, Power Automate and Power BI',
    'Privileged Authentication Administrator': 'reset the sign-in methods of everyone, administrators included',
    'Privileged Role Administrator': 'assign administrator roles',
    'Reports Reader': 'read usage reports',
    'Security Administrator': 'manage security settings and alerts',
    'Security Operator': 'handle security alerts',
    'Security Reader': 'read security settings and alerts',
    'Service Support Administrator': 'open support requests with Microsoft, see service health',
    'SharePoint Administrator': 'manage SharePoint and OneDrive',
    'Teams Administrator': 'manage Teams',
    'User Administrator': 'manage users and groups',
  },
};

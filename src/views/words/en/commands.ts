// What commands are called.

/** The commands that can be typed. */
type CommandName =
  | 'tenants'
  | 'view'
  | 'views'
  | 'open'
  | 'expiring'
  | 'fleet'
  | 'add'
  | 'tag'
  | 'note'
  | 'ticket'
  | 'snooze'
  | 'take'
  | 'release'
  | 'assign'
  | 'enable'
  | 'revalidate'
  | 'keep'
  | 'disable'
  | 'batches'
  | 'templates'
  | 'export'
  | 'import'
  | 'history'
  | 'certificate'
  | 'leftovers'
  | 'status'
  | 'subscribe'
  | 'subscriptions'
  | 'unsubscribe'
  | 'language'
  | 'help';

/**
 * What people type for each command, in lower case and one word each; `/help` shows the first. The English names, which
 * every command has anyway, work in every language: an empty list is a command without a name of this language.
 */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  tenants: ['tenants'],
  view: ['view'],
  views: ['views'],
  add: ['add'],
  tag: ['tag'],
  note: ['note'],
  ticket: ['ticket'],
  snooze: ['snooze'],
  take: ['take'],
  release: ['release'],
  assign: ['assign'],
  enable: ['enable'],
  revalidate: ['revalidate'],
  keep: ['keep'],
  disable: ['disable'],
  batches: ['batches'],
  templates: ['templates'],
  open: ['open', 'inbox'],
  expiring: ['expiring'],
  fleet: ['fleet'],
  export: ['export'],
  import: ['import'],
  history: ['history'],
  certificate: ['certificate'],
  leftovers: ['leftovers'],
  status: ['status'],
  subscribe: ['subscribe'],
  subscriptions: ['subscriptions'],
  unsubscribe: ['unsubscribe'],
  language: ['language'],
  help: ['help'],
};

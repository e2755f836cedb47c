// What Teams shows of the app: in its store, its "about" page, and the list of its commands.

/** At most 100, 80 and 4000 characters; of a command 128. Commands that aren't here are described as in help. */
export const manifest = {
  fullName: 'Gatehouse for Microsoft partners',
  shortDescription: 'Your customers’ tenants and your access to them, in the chat',
  fullDescription:
    'Gatehouse shows every customer tenant with the status of your delegated access (GDAP), asks customers for approval, notifies you when access is approved or lost, and gives it back when you no longer need it. Everything happens in the chat where your team already works.',
  commands: {
    tenants: 'Customer tenants with their status; add a name or a status to search',
    history: 'Who did what to a tenant; add its name',
    certificate: 'The exit certificate of an offboarded tenant; add its name (admins)',
    language: 'The language of this conversation; add another one to change it',
    help: 'List all commands',
  },
  /** The search while writing a message. Titles have at most 32 characters, all else 128. */
  search: {
    title: 'Find tenants',
    description: 'Find a tenant by name, status or the end of access, and put its card into your message',
    query: {
      title: 'Search',
      description: 'A name or domain, or conditions such as status:approved, ends<30d or tag:vip',
    },
    status: 'Status',
    endsAfter: 'Access ends from',
    endsBefore: 'Access ends by',
    day: 'A date such as 2027-01-31, or days from now such as 30d',
    tag: { title: 'Tag', description: 'A tag that your team has put on tenants' },
    /** What a person may ask Copilot. */
    prompts: [
      'Which customers’ access ends next month?',
      'Which tenants need approval?',
      'Which tenants with the tag vip have issues?',
    ],
  },
};

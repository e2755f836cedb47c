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
};

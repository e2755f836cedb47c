// Help and greeting.

/** `say` is what a person types. */
export const help = {
  title: 'Commands',
  hint: 'The slash is optional. In a channel or a group chat, mention Gatehouse first.',
  /** A button's label and a tenant's name, which can be typed too. */
  buttonsToo: ({ enable, disable, offboarding }: { enable: string; disable: string; offboarding: string }) =>
    `You can also say “${enable} contoso”, “${disable} contoso” or “${offboarding} contoso”: it opens the tenant’s card and changes nothing.`,
  notUnderstood: ({ said }: { said: string }) => `I don’t know “${said}”.`,
  didYouMean: ({ nearest }: { nearest: string }) => `Did you mean ${nearest}?`,
  showTenants: 'Show every customer tenant',
  /** What subscribed conversations are notified of. The manifest says it too, so it has at most 128 characters. */
  notifiedWhen:
    'You’ll be notified here when access is approved, ending or lost, issues are found, or an offboarding needs you or is finished.',
  commands: {
    tenants: 'Every customer tenant with its status, most urgent first',
    tenantsByName: 'Tenants by part of a name, domain or tenant ID',
    tenantsByStatus: 'Tenants by status',
    open: 'What waits for a person, most serious first; “/open me” shows only your tenants',
    expiring: 'Tenants whose access ends, the earliest first',
    fleet: 'How all tenants stand, and how that moves',
    tenantsByTag: 'Tenants that have a tag',
    view: 'Open a view of yours, or save a search as one',
    views: 'Your saved searches, each with what it finds',
    add: 'Add a customer that’s on no list, by domain or tenant ID (operators)',
    tag: 'Put a tag on a tenant; “-vip” takes it off (operators)',
    note: 'Write a note at a tenant, which everyone sees on its card (operators)',
    ticket: 'The ticket that’s about a tenant (operators)',
    snooze: 'Leave a tenant at rest for some days, with a reason (operators)',
    take: 'Look after a tenant, or every one that matches: everyone sees your name (operators)',
    release: 'Stop looking after a tenant, or every one that matches (operators)',
    assign: 'Hand a tenant, or every one that matches, to another person; owners and admins can (operators)',
    enable: 'Request access to every tenant that matches, after a dry run (operators)',
    revalidate: 'Check every tenant that matches again (operators)',
    keep: 'Keep access to every tenant that matches (operators)',
    disable: 'Disable every tenant that matches (admins)',
    batches: 'What was started for many tenants at once, and how far it is',
    templates: 'Access templates, and which tenants have them',
    export: 'Take out tenants, relationships, assignments, leftover access, customer notices or history as a file',
    import: 'Change tags, access templates and owners from pasted lines or a file, after a preview (operators)',
    history: 'Who did what to a tenant, with Microsoft’s request IDs',
    certificate: 'The exit certificate of a completely offboarded tenant (admins)',
    leftovers: 'Unmanaged tenants that you still have access to',
    status: 'Health of Gatehouse and its deliveries (admins)',
    subscriptions: 'What this conversation is notified of, and why',
    unsubscribe: 'Stop notifying this conversation',
    language: 'The language of this conversation',
    help: 'This list',
    helpSearch: 'How to search for tenants',
  },
  /** What people say besides commands, without punctuation; English works in every language. */
  smallTalk: {
    hello: [
      'hi',
      'hi there',
      'hello',
      'hello there',
      'hey',
      'hey there',
      'good morning',
      'good afternoon',
      'good evening',
    ],
    helloTitle: 'Hello!',
    helloLine: 'Say /tenants to see your customers’ tenants, or /help for all commands.',
    thanks: [
      'thanks',
      'thank you',
      'thanks a lot',
      'many thanks',
      'thank you very much',
      'thank you so much',
      'ok thanks',
      'ok thank you',
      'great thanks',
      'thx',
      'cheers',
    ],
    thanksTitle: 'You’re welcome!',
  },
  greeting: {
    title: 'Gatehouse is here',
    what: 'Your customers’ tenants in this conversation: request access, see who has approved, and give access back.',
    subscribed:
      'Say **/unsubscribe** to stop, or **/help** for all commands. In a channel or a group chat, mention Gatehouse first.',
    notSubscribed:
      'No automatic notifications here: the person who installed Gatehouse has no role. Someone with a role can say **/subscribe**. In a channel or a group chat, mention Gatehouse first.',
    forCard:
      'No automatic notifications here: Gatehouse was added soon after a search, perhaps only for a card. Someone with a role can say **/subscribe**. In a channel or a group chat, mention Gatehouse first.',
  },
};

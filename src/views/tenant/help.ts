// The commands that the bot understands, and its greeting.
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';

/** Every command, as the manifest offers it and as help explains it. */
export const commandHelp: readonly { readonly say: string; readonly name: string; readonly does: string }[] = [
  { say: '/tenants', name: 'tenants', does: 'Every customer tenant with its status, the most urgent first' },
  { say: '/tenants contoso', name: 'tenants', does: 'Tenants by part of a name, domain or tenant id' },
  { say: '/tenants needs approval', name: 'tenants', does: 'Tenants by status' },
  { say: '/history contoso', name: 'history', does: 'Who did what to a tenant, with Microsoft’s request ids' },
  {
    say: '/certificate contoso',
    name: 'certificate',
    does: 'The exit certificate of a tenant that was offboarded completely (admins)',
  },
  { say: '/leftovers', name: 'leftovers', does: 'Tenants that nobody looks after and that are still tied to you' },
  { say: '/status', name: 'status', does: 'How Gatehouse is doing, and where its messages do not arrive (admins)' },
  {
    say: '/subscribe',
    name: 'subscribe',
    does: 'Tell this conversation when a tenant becomes Approved or Issues found',
  },
  { say: '/unsubscribe', name: 'unsubscribe', does: 'Stop telling this conversation' },
  { say: '/help', name: 'help', does: 'This list' },
];

const listThem: Button = {
  title: 'Show tenants',
  tooltip: 'Show every customer tenant',
  verb: 'tenants.list',
  data: {},
  style: 'positive',
};

/** The list of commands. `said`: the text that wasn't understood; `nearest`: the closest command. */
export function helpView(context: ViewContext, said = '', nearest?: string): Card {
  const data = {
    said: said === '' ? '' : `“${literal(said)}” is not something Gatehouse knows.`,
    nearest: nearest === undefined ? '' : `Did you mean ${nearest}?`,
    commands: commandHelp.map(({ say, does }) => ({ say, does })),
    actions: [listThem],
  };
  return render('help', data, { banner: sandboxBanner(context), fallbackText: 'What Gatehouse understands' });
}

/** The greeting after the installation. `isSubscribed`: whether the conversation gets messages by itself. */
export function greetingView(context: ViewContext, isSubscribed: boolean): Card {
  const hears = isSubscribed
    ? 'From now on this conversation hears when a tenant becomes Approved, when issues are found, and when access is lost. Say **/unsubscribe** to stop that, **/help** for everything else; in a channel or a group chat, mention Gatehouse first.'
    : 'This conversation hears of no tenant by itself: whoever installed Gatehouse here is on none of its lists. Somebody who is can say **/subscribe**; in a channel or a group chat, mention Gatehouse first.';
  return render(
    'greeting',
    { hears, actions: [listThem] },
    { banner: sandboxBanner(context), fallbackText: 'Gatehouse is here' },
  );
}

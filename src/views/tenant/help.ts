// The commands that the bot understands, and its greeting.

import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { type Card, render } from '../render/templates.js';
import { literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';

/** A command as the manifest offers it and as help explains it. */
export interface CommandHelp {
  /** What a person types. */
  readonly say: string;
  readonly name: string;
  readonly does: string;
}

/** Every command. */
export function commandHelp({ help: { commands }, statuses }: Words): readonly CommandHelp[] {
  return [
    { say: '/tenants', name: 'tenants', does: commands.tenants },
    { say: '/tenants contoso', name: 'tenants', does: commands.tenantsByName },
    { say: `/tenants ${statuses.needsApproval.toLowerCase()}`, name: 'tenants', does: commands.tenantsByStatus },
    { say: '/history contoso', name: 'history', does: commands.history },
    { say: '/certificate contoso', name: 'certificate', does: commands.certificate },
    { say: '/leftovers', name: 'leftovers', does: commands.leftovers },
    { say: '/status', name: 'status', does: commands.status },
    { say: '/subscribe', name: 'subscribe', does: commands.subscribe },
    { say: '/unsubscribe', name: 'unsubscribe', does: commands.unsubscribe },
    { say: '/help', name: 'help', does: commands.help },
  ];
}

/** The list of commands. `said`: the text that wasn't understood; `nearest`: the closest command. */
export function helpView(context: ViewContext, said = '', nearest?: string): Card {
  const { help } = context.words;
  const data = {
    title: help.title,
    hint: `${help.hint} ${help.buttonsToo(typedButtons(context.words))}`,
    said: said === '' ? '' : help.notUnderstood({ said: literal(said) }),
    nearest: nearest === undefined ? '' : help.didYouMean({ nearest }),
    commands: commandHelp(context.words).map(({ say, does }) => ({ say, does })),
    actions: [listThem(context.words)],
  };
  return render('help', data, frameOf(context, help.title));
}

function typedButtons({ buttons }: Words) {
  const { enable, disable, planOffboarding } = buttons;
  return {
    enable: enable.toLowerCase(),
    disable: disable.toLowerCase(),
    offboarding: planOffboarding.toLowerCase(),
  };
}

/** The answer to a greeting or to thanks. */
export function smallTalkView(kind: 'hello' | 'thanks', context: ViewContext): Card {
  const { helloTitle, helloLine, thanksTitle } = context.words.help.smallTalk;
  const message =
    kind === 'hello'
      ? { title: helloTitle, lines: [helloLine], actions: [listThem(context.words)] }
      : { title: thanksTitle, lines: [] };
  return messageView(message, context);
}

/** The greeting after the installation. `isSubscribed`: whether the conversation gets messages by itself. */
export function greetingView(context: ViewContext, isSubscribed: boolean): Card {
  const { title, what, subscribed, notSubscribed } = context.words.help.greeting;
  const data = { title, what, hears: isSubscribed ? subscribed : notSubscribed, actions: [listThem(context.words)] };
  return render('greeting', data, frameOf(context, title));
}

function listThem({ buttons, help }: Words): Button {
  return { title: buttons.showTenants, tooltip: help.showTenants, verb: 'tenants.list', data: {}, style: 'positive' };
}

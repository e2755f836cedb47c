// The commands that the bot understands, and its greeting.

import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { bare, joined, literal, lowerCase, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Text } from '../words/text-types.js';

/** A command as the manifest offers it and as help explains it. */
export interface CommandHelp {
  /** What a person types, by the name of the reader's language where there is one. */
  readonly say: Literal;
  /** The English name. */
  readonly name: string;
  readonly does: Text;
}

/** Every command. */
export function commandHelp({ commands, help, query, savedViews, statuses }: Words): readonly CommandHelp[] {
  const { tenants, tenantsByName, tenantsByStatus, tenantsByTag, ...others } = help.commands;
  const example = phrase`contoso`;
  const helpOf = (name: keyof typeof commands, does: Text, argument: Text = '') => {
    const say = phrase`/${commands[name][0] ?? bare(name)}`;
    return { say: joined([say, argument]), name, does };
  };
  return [
    helpOf('tenants', tenants),
    helpOf('tenants', tenantsByName, example),
    helpOf('tenants', tenantsByStatus, lowerCase(statuses.needsApproval)),
    helpOf('tenants', tenantsByTag, phrase`tag:vip`),
    helpOf('views', others.views),
    helpOf('view', others.view, viewExample(savedViews)),
    helpOf('open', others.open),
    helpOf('expiring', others.expiring),
    helpOf('fleet', others.fleet),
    helpOf('add', others.add, phrase`contoso.com`),
    helpOf('tag', others.tag, phrase`contoso vip`),
    helpOf('note', others.note, phrase`contoso …`),
    helpOf('ticket', others.ticket, phrase`contoso INC-4711`),
    helpOf('snooze', others.snooze, phrase`contoso 14 …`),
    helpOf('take', others.take, example),
    helpOf('release', others.release, example),
    helpOf('assign', others.assign, phrase`contoso @Megan Bowen`),
    helpOf('enable', others.enable, phrase`tag:vip`),
    helpOf('revalidate', others.revalidate, lowerCase(statuses.issuesFound)),
    helpOf('keep', others.keep, phrase`tag:vip`),
    helpOf('disable', others.disable, phrase`tag:vip`),
    helpOf('batches', others.batches),
    helpOf('templates', others.templates),
    helpOf('export', others.export, phrase`tenants tag:vip`),
    helpOf('import', others.import),
    helpOf('history', others.history, example),
    helpOf('certificate', others.certificate, example),
    helpOf('leftovers', others.leftovers),
    helpOf('status', others.status),
    helpOf('subscribe', help.notifiedWhen),
    helpOf('subscriptions', others.subscriptions),
    helpOf('unsubscribe', others.unsubscribe),
    helpOf('language', others.language),
    helpOf('help', others.help),
    helpOf('help', others.helpSearch, bare(query.help.asked[0] ?? '')),
  ];
}

function viewExample({ asked }: Words['savedViews']): Text {
  return phrase`${bare(asked.save[0] ?? '')} vip = tag:vip`;
}

/** The list of commands. */
export function helpView(context: ViewContext): Card {
  const { help } = context.words;
  const data = {
    title: help.title,
    hint: `${help.hint} ${help.buttonsToo(typedButtons(context.words))}`,
    commands: commandHelp(context.words).map(({ say, does }) => ({ say, does })),
    actions: [listThem(context.words)],
  };
  return render('help', data, frameOf(context, help.title));
}

/** The answer to the name of a tenant without a command. */
export function tenantMeantView(said: string, context: ViewContext): Card {
  const { words } = context;
  const search = phrase`/${bare(words.commands.tenants[0] ?? '')} ${literal(said)}`;
  const message = {
    title: words.help.notUnderstood({ said: literal(said) }),
    lines: [words.help.didYouMean({ nearest: search }), words.help.smallTalk.helloLine],
    actions: [
      { ...listButton({ search: said }, words, words.buttons.search), style: 'positive' as const },
      { ...listThem(words), style: 'default' as const },
    ],
  };
  return messageView(message, context);
}

/** The answer to what wasn't understood. `nearest`: what may have been meant, as it's typed. */
export function notUnderstoodView(said: string, nearest: string | undefined, context: ViewContext): Card {
  const { help } = context.words;
  const meant = nearest === undefined ? [] : [help.didYouMean({ nearest: literal(nearest) })];
  const message = {
    title: help.notUnderstood({ said: literal(said) }),
    lines: [...meant, help.smallTalk.helloLine],
    actions: [listThem(context.words)],
  };
  return messageView(message, context);
}

function typedButtons({ buttons }: Words) {
  const { enable, disable, planOffboarding } = buttons;
  return {
    enable: lowerCase(enable),
    disable: lowerCase(disable),
    offboarding: lowerCase(planOffboarding),
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
export function greetingView(context: ViewContext, isSubscribed: boolean, isForCard = false): Card {
  const { notifiedWhen, greeting } = context.words.help;
  const { title, what, subscribed, notSubscribed, forCard } = greeting;
  const data = {
    title,
    what,
    hears: isSubscribed ? `${notifiedWhen} ${subscribed}` : isForCard ? forCard : notSubscribed,
    actions: [listThem(context.words)],
  };
  return render('greeting', data, frameOf(context, title));
}

function listThem({ buttons, help }: Words): Button {
  return { title: buttons.showTenants, tooltip: help.showTenants, verb: 'tenants.list', data: {}, style: 'positive' };
}

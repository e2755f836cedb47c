// The answers to what a person types: one entry a command.
import { commandNameOf } from '../../domain/batch/batch-command.js';
import { foldText } from '../../domain/folding.js';
import { includesRole, leastRoleFor, type RoleName } from '../../domain/tenant/commands.js';
import { type Words, wordsIn } from '../../views/catalogue.js';
import { statusReportView } from '../../views/health/status-report.js';
import { verbTraits } from '../../views/render/verbs.js';
import { helpView, notUnderstoodView, smallTalkView, tenantMeantView } from '../../views/tenant/help.js';
import { denial, mayAsk } from '../people/permissions.js';
import { askToAdd } from '../replies/add-customer.js';
import { assignTenant } from '../replies/assign-tenant.js';
import { type AttentionName, attendTenant } from '../replies/attend-tenant.js';
import { type BotServices, speaking } from '../replies/bot-services.js';
import { refusal } from '../replies/failure.js';
import { namesWriter } from '../replies/known-people.js';
import { type OwnershipRequest, ownTenant } from '../replies/own-tenant.js';
import { showBatches } from '../replies/show-batches.js';
import { showCertificate } from '../replies/show-certificate.js';
import { showExport } from '../replies/show-export.js';
import { answerFleet } from '../replies/show-fleet.js';
import { showHistory } from '../replies/show-history.js';
import { showImport } from '../replies/show-import.js';
import { answerLanguage } from '../replies/show-language.js';
import { showExpiring, showLeftovers, showList, showWaiting } from '../replies/show-list.js';
import { showSearchHelp } from '../replies/show-search-help.js';
import { showHearing, subscribe, unsubscribe } from '../replies/show-subscription.js';
import { showTemplates } from '../replies/show-templates.js';
import { showTenantFor, type TypedButton, type TypedVerb } from '../replies/show-tenant.js';
import { answerView, answerViews, firstList } from '../replies/show-views.js';
import type { Reply, Turn } from '../turn/turn.js';
import { answerBatchCommand, answerTag, type BatchCommand, rowLinesOf } from './batch-commands.js';
import { smallTalkIn, typedButtonIn } from './small-words.js';
import { type Below, parse, type TypedCommand, type TypedText } from './typed-commands.js';
import { listQueryFrom, queryFrom } from './typed-query.js';

/**
 * Answers a message.
 * @throws StoreError when a subscription can't be saved.
 */
export async function answerText(forAll: BotServices, text: string, turn: Turn): Promise<Reply> {
  const role = await forAll.roles.roleOf(turn.actor);
  // A post in a shared conversation is for everyone there.
  const services = speaking(forAll, turn, turn.isPersonal ? role : undefined);
  const context = services.context();
  const { words } = context;
  const ifAllowed = async (asked: string, leastRole: RoleName, answer: () => Reply | Promise<Reply>) => {
    const isNotChecked = services.roles.isNotChecked(turn.actor);
    const denied = denial(role, leastRole, turn.actor, words, isNotChecked);
    if (denied === undefined) return answer();
    if (!isNotChecked) await services.denials.record({ by: turn.actor.id, asked });
    return refusal(services, denied);
  };
  const typed = parse(text, words);
  if ('command' in typed) {
    const { command, argument, below } = typed;
    if (command === 'help' && isAboutSearch(argument, words)) return showSearchHelp(services);
    if (command === 'help') return { card: helpView(context), summary: words.replies.summaries.help };
    const { leastRole, answer } = answers[command];
    return ifAllowed(command, leastRole, () => answer(services, argument, turn, below));
  }
  const button = typedButtonIn(typed.said, words);
  if (!button) return answerOther(services, typed, role);
  const { verb } = button;
  return ifAllowed(verb, verbTraits[verb].leastRole, () => showTenantFor(services, button, turn));
}

// "/help search", in the language of the conversation or in English.
function isAboutSearch(argument: string, words: Words): boolean {
  const said = foldText(argument);
  return [words, wordsIn('en')].some(({ query }) => query.help.asked.some((each) => foldText(each) === said));
}

interface TextAnswer {
  /** The role that it takes. */
  readonly leastRole: RoleName;
  /** `below`: the lines below the command, for one that takes rows; those of an attached file come from `given` too. */
  readonly answer: (services: BotServices, argument: string, turn: Turn, below?: Below) => Reply | Promise<Reply>;
}

// Of fewer letters, anything is a part of some name.
const fewestNamed = 3;

// Small talk, a tenant's name by itself, or what may have been meant.
function answerOther(
  services: BotServices,
  { said, nearest }: Exclude<TypedText, { readonly command: TypedCommand }>,
  role: RoleName | undefined,
): Reply {
  const context = services.context();
  const { summaries } = context.words.replies;
  const smallTalk = smallTalkIn(said, context.words);
  if (smallTalk) return { card: smallTalkView(smallTalk, context), summary: summaries.greeting };
  const name = said.replace(/^\/\s*/, '');
  // The first word of a name may be nearly a command.
  const isName = name.length >= fewestNamed && (nearest === undefined || (name === said && name.includes(' ')));
  if (role !== undefined && isName && services.tenantList.find(name).listed.length > 0)
    return { card: tenantMeantView(name, context), summary: summaries.help };
  const meant = nearest !== undefined && mayGive(nearest, role) ? `/${nearest}` : undefined;
  return { card: notUnderstoodView(said, meant, context), summary: summaries.help };
}

function mayGive(nearest: string, role: RoleName | undefined): boolean {
  const typed = parse(`/${nearest}`);
  if (!('command' in typed) || typed.command === 'help' || role === undefined) return true;
  return includesRole(role, answers[typed.command].leastRole);
}

const answers: Readonly<Record<Exclude<TypedCommand, 'help'>, TextAnswer>> = {
  tenants: {
    leastRole: 'viewer',
    answer: (services, argument, turn) =>
      (argument === '' ? firstList(services, turn) : undefined) ??
      showList(services, listQueryFrom(services, argument, turn)),
  },
  view: { leastRole: 'viewer', answer: answerView },
  views: { leastRole: 'viewer', answer: (services, _, turn) => answerViews(services, turn) },
  history: {
    leastRole: 'viewer',
    answer: (services, argument) =>
      showHistory(services, argument) ??
      showList(services, { search: argument, page: 1 }, services.context().words.replies.whichHistory),
  },
  export: {
    leastRole: 'viewer',
    answer: (services, argument, turn) => showExport(services, services.tenantList.typedBy(argument, turn.actor), turn),
  },
  import: {
    leastRole: leastRoleFor('tag'),
    answer: (services, argument, turn, below) => showImport(services, below ? rowLinesOf(below) : argument, turn),
  },
  certificate: { leastRole: 'admin', answer: showCertificate },
  add: { leastRole: 'operator', answer: askToAdd },
  tag: {
    leastRole: leastRoleFor('tag'),
    answer: (services, argument, turn, below) =>
      answerTag(services, services.tenantList.typedBy(argument, turn.actor), turn, below),
  },
  note: attentionAnswer('note'),
  ticket: attentionAnswer('ticket'),
  snooze: attentionAnswer('snooze'),
  take: batchAnswer('take', { do: 'take' }, own('take')),
  release: { leastRole: leastRoleFor('release'), answer: answerRelease },
  assign: { leastRole: leastRoleFor('assign'), answer: assignTenant },
  enable: batchAnswer('enable', { do: 'enable' }, opens('tenant.askEnable')),
  revalidate: batchAnswer('revalidate', { do: 'revalidate' }, opens('tenant.revalidate')),
  keep: batchAnswer('keep', { do: 'keepAccess' }, opens('tenant.askKeepAccess')),
  disable: batchAnswer('disable', { do: 'disable' }, opens('tenant.askDisable')),
  batches: { leastRole: 'viewer', answer: (services) => showBatches(services) },
  templates: { leastRole: 'viewer', answer: (services) => showTemplates(services) },
  open: { leastRole: 'viewer', answer: answerOpen },
  expiring: { leastRole: 'viewer', answer: (services) => showExpiring(services, { page: 1 }) },
  fleet: { leastRole: 'viewer', answer: (services, argument, turn) => answerFleet(services, argument, turn) },
  leftovers: { leastRole: 'viewer', answer: (services) => showLeftovers(services, { page: 1 }) },
  status: { leastRole: 'admin', answer: (services, _, turn) => showStatus(services, turn) },
  language: { leastRole: 'viewer', answer: answerLanguage },
  subscribe: { leastRole: 'viewer', answer: (services, _, turn) => subscribe(services, turn) },
  subscriptions: { leastRole: 'viewer', answer: (services, _, turn) => showHearing(services, turn) },
  unsubscribe: { leastRole: 'viewer', answer: (services, _, turn) => unsubscribe(services, turn) },
};

/** The answer where one tenant is named, or none. `word`: as the command was typed. */
type AnswerForOne = (services: BotServices, asked: Omit<TypedButton, 'verb'>, turn: Turn) => Promise<Reply>;

function batchAnswer(name: TypedCommand, action: BatchCommand['action'], one: AnswerForOne): TextAnswer {
  return {
    leastRole: leastRoleFor(commandNameOf(action)),
    answer: (services, argument, turn, below) => {
      const word = services.context().words.commands[name][0] ?? name;
      const forOne = (search: string) => one(services, { word, search }, turn);
      return answerBatchCommand(services, { action, word, forOne }, queryFrom(services, argument, turn), turn, below);
    },
  };
}

// Of many tenants an admin releases those of others too. A role that can't be asked about counts as none.
async function answerRelease(services: BotServices, argument: string, turn: Turn, below?: Below): Promise<Reply> {
  const mayAll = (await mayAsk(services, turn.actor, 'releaseOther')) === 'yes';
  const release = batchAnswer('release', { do: mayAll ? 'releaseOther' : 'release' }, own('release'));
  return release.answer(services, argument, turn, below);
}

function opens(verb: TypedVerb): AnswerForOne {
  return (services, asked, turn) => showTenantFor(services, { ...asked, verb }, turn);
}

function own(name: OwnershipRequest['do']): AnswerForOne {
  return (services, asked, turn) => ownTenant(services, { ...asked, do: name }, turn);
}

// "/open me" is short for what the person who asks looks after.
function answerOpen(services: BotServices, argument: string, turn: Turn): Reply {
  const search = services.tenantList.typedBy(namesWriter(services, argument) ? 'owner:me' : argument, turn.actor);
  return showWaiting(services, { search, page: 1 });
}

function attentionAnswer(name: AttentionName): TextAnswer {
  return {
    leastRole: leastRoleFor(name === 'ticket' ? 'setTicket' : name),
    answer: (services, argument, turn) => attendTenant(services, name, argument, turn),
  };
}

// Teams gives up on an answer after ten seconds, within which Microsoft's answers must also be drawn and sent.
const checkupPatienceMs = 6000;

async function showStatus(services: BotServices, turn: Turn): Promise<Reply> {
  const findings = await services.checkup.findings(turn.time.atMost(checkupPatienceMs));
  const { counts, unlisted } = services.tenantList.page({ search: '', page: 1 });
  const watched = [...services.store.watchedRequests()];
  const approved = watched.filter(({ becameActiveAt }) => becameActiveAt !== undefined).length;
  const watchedRequests = { watched: watched.length, approved };
  const report = {
    findings,
    counts,
    unlisted,
    conversations: services.subscriptions.deliveryStates(),
    watchedRequests,
  };
  const context = services.context();
  return { card: statusReportView(report, context), summary: context.words.replies.summaries.status };
}

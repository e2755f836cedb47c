// The card of /templates: what each access template gives, and to which tenants.
import type { AccessTemplate, TemplateAssignment } from '../../domain/access/access-template.js';
import type { AccessTemplates, TemplateReason, TemplateRule } from '../../domain/access/access-templates.js';
import { isPrivileged } from '../../domain/access/gdap-roles.js';
import type { SettingFault } from '../../domain/setting-fault.js';
import { endEarlierOfAllButton } from '../batch/end-earlier-button.js';
import type { Words } from '../catalogue.js';
import { settingCure, settingWords } from '../explain/setting-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { listButton, mayPress } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { joined, literal, phrase, shortened } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { changedButtons } from './changed-template.js';

/** The templates, how many tenants have each and why, and what's wrong with their files. */
export interface ShownTemplates {
  readonly templates: AccessTemplates;
  readonly uses: readonly {
    readonly name: string;
    readonly count: number;
    readonly enabled: number;
    /** How many of its tenants need a new request, since it has changed. Absent: none. */
    readonly changed?: number;
    readonly reasons: readonly { readonly reason: TemplateReason; readonly count: number }[];
  }[];
  readonly chosenAndGone: readonly string[];
  /** How many tenants have an earlier relationship that can be ended now. Absent: none. */
  readonly endable?: number;
  readonly wrong?: { readonly file: string; readonly fault: SettingFault } | undefined;
}

type Use = ShownTemplates['uses'][number];

// Three with that many groups fill a message.
const pageSize = 3;
const mostGroups = 5;
// Beyond that the privileged ones are what matters.
const mostOthers = 4;

/** The card of a page of templates, counted from 1; one past the end means the last one. */
export function templatesView(shown: ShownTemplates, context: ViewContext, page = 1): Card {
  const { templates, uses, chosenAndGone, endable = 0, wrong } = shown;
  const { words } = context;
  const { title, intro, gone, earlierLeft } = words.templates;
  const pages = Math.max(1, Math.ceil(uses.length / pageSize));
  const number = Math.min(page, pages);
  const data = {
    title,
    intro,
    wrong: [...(wrong ? wrongLines(wrong, words) : []), ...changedLines(uses, words)],
    templates: uses.slice((number - 1) * pageSize, number * pageSize).flatMap((use) => {
      const template = templates.templates.get(use.name);
      return template ? [{ name: literal(use.name, 64), rows: rowsOf(template, use, templates, words) }] : [];
    }),
    notes: [
      ...(chosenAndGone.length > 0 ? [gone({ names: literal(chosenAndGone.join(', '), 200) })] : []),
      ...(endable > 0 ? [earlierLeft({ count: endable })] : []),
    ],
    actions: [
      ...(number > 1 ? [pageButton(words.buttons.previous, number - 1, pages, words)] : []),
      ...(number < pages ? [pageButton(words.buttons.next, number + 1, pages, words)] : []),
      ...reviewButtons(uses, context),
      ...(endable > 0 ? [endEarlierOfAllButton(words)] : []).filter((button) => mayPress(button, context)),
      listButton({}, words),
    ],
  };
  return render('templates', data, frameOf(context, title));
}

function changedLines(uses: ShownTemplates['uses'], { templates: { changed } }: Words): readonly Literal[] {
  const lines = uses.flatMap(({ name, changed: count = 0 }) =>
    count > 0 ? [changed.title({ template: literal(name, 64), count })] : [],
  );
  return lines.length === 0 ? [] : [...lines, changed.hint];
}

function reviewButtons(uses: ShownTemplates['uses'], context: ViewContext): readonly Button[] {
  if (uses.every(({ changed = 0 }) => changed === 0)) return [];
  const [review] = changedButtons(undefined, context.words);
  return review && mayPress(review, context) ? [review] : [];
}

function wrongLines({ file, fault }: NonNullable<ShownTemplates['wrong']>, words: Words): readonly Literal[] {
  const what = phrase`⚠️ ${settingWords({ name: file, fault }, words)}.`;
  const cure = settingCure(fault, words);
  return [what, ...(cure === undefined ? [] : [cure]), words.alarms.templatesWrong.stays];
}

/** What a row is about, and what's so. */
interface TemplateRow {
  readonly label: Literal;
  readonly text: Literal;
}

function rowsOf(template: AccessTemplate, use: Use, templates: AccessTemplates, words: Words): readonly TemplateRow[] {
  const { rows, azure, repair } = words.templates;
  const { assignments, requireAzure, repair: isRepaired } = template;
  const hidden = assignments.length - mostGroups;
  const row = (label: Literal, text: Literal) => ({ label: words.templates.label({ what: label }), text });
  return [
    row(rows.tenants, tenantsWords(use, words)),
    row(rows.givenTo, shortened(joined(givenTo(use, templates, words), ' · '), 400)),
    ...assignments
      .slice(0, mostGroups)
      .map((each) => row(words.templates.group({ name: literal(each.groupName, 60) }), rolesWords(each, words))),
    ...(hidden > 0 ? [row(rows.groups, words.templates.moreGroups({ count: hidden }))] : []),
    row(rows.howLong, durationWords(template, words)),
    row(rows.azure, requireAzure ? azure.required : azure.notRequired),
    row(rows.repair, isRepaired ? repair.byItself : repair.reported),
  ];
}

function tenantsWords({ count, enabled, reasons }: Use, words: Words): Literal {
  const { use, by } = words.templates;
  if (count === 0) return use({ count, enabled });
  const manyFor = (isMeant: (reason: TemplateReason) => boolean) =>
    reasons.reduce((sum, { reason, count: many }) => sum + (isMeant(reason) ? many : 0), 0);
  const parts = [
    by.rule({ count: manyFor((reason) => typeof reason === 'object') }),
    by.default({ count: manyFor((reason) => reason === 'default') }),
    by.choice({ count: manyFor((reason) => reason === 'chosen') }),
  ];
  return words.templates.whyThey({ what: use({ count, enabled }), why: joined(parts, ', ') });
}

/** Which tenants have it: by each rule that leads to it, by default, by choice. */
function givenTo({ name, reasons }: Use, templates: AccessTemplates, words: Words): readonly Literal[] {
  const { rules, noRule, onlyChosen } = words.templates.given;
  const countOf = (rule: TemplateRule) => reasons.find(({ reason }) => reason === rule)?.count ?? 0;
  const byRules = templates.rules
    .filter(({ template }) => template === name)
    .map((rule) =>
      'tag' in rule
        ? rules.tag({ tag: literal(rule.tag), count: countOf(rule) })
        : rules.name({ name: literal(rule.name, 60), count: countOf(rule) }),
    );
  const all = [...byRules, ...(templates.default === name ? [noRule] : [])];
  return all.length === 0 ? [onlyChosen] : all;
}

function rolesWords({ roles }: TemplateAssignment, { templates }: Words): Literal {
  const { privileged, others, manyOthers } = templates.roles;
  const namesOf = (some: TemplateAssignment['roles']) => literal(some.map(({ name }) => name).join(', '), 200);
  const theirs = roles.filter(isPrivileged);
  const rest = roles.filter((role) => !isPrivileged(role));
  return joined(
    [
      theirs.length === 0 ? '' : privileged({ names: namesOf(theirs) }),
      rest.length === 0
        ? ''
        : rest.length > mostOthers
          ? manyOthers({ count: rest.length })
          : others({ names: namesOf(rest) }),
    ],
    ' · ',
  );
}

function durationWords({ durationDays: days, autoExtend, autoExtendRefused }: AccessTemplate, words: Words): Literal {
  const { lasts, renews } = words.questions.enable;
  if (autoExtend) return renews({ days });
  return autoExtendRefused ? joined([lasts({ days }), words.templates.cannotRenew], ' · ') : lasts({ days });
}

function pageButton(title: Literal, page: number, pages: number, words: Words): Button {
  const tooltip = words.buttons.about({
    title,
    subject: words.buttons.ofPages({ title: words.templates.title, page, pages }),
  });
  return { title, tooltip, verb: 'templates.show', data: { page }, style: 'default' };
}

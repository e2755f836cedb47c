// The card of /templates.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { AccessTemplates, TemplateReason } from '../../domain/access/access-templates.js';
import type { SettingFault } from '../../domain/setting-fault.js';
import type { Words } from '../catalogue.js';
import { settingCure, settingWords } from '../explain/setting-words.js';
import { templateReasonWords } from '../explain/template-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import type { Card } from '../render/templates.js';
import { joined, literal, phrase } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

/** The templates, how many tenants have each and why, and what's wrong with their files. */
export interface ShownTemplates {
  readonly templates: AccessTemplates;
  readonly uses: readonly {
    readonly name: string;
    readonly count: number;
    readonly enabled: number;
    readonly reasons: readonly { readonly reason: TemplateReason; readonly count: number }[];
  }[];
  readonly chosenAndGone: readonly string[];
  readonly wrong?: { readonly file: string; readonly fault: SettingFault } | undefined;
}

// More wouldn't fit into a message; the files have all of it.
const mostTemplates = 15;
const mostGroups = 6;
const mostRoles = 8;

/** The card of all templates. */
export function templatesView({ templates, uses, chosenAndGone, wrong }: ShownTemplates, context: ViewContext): Card {
  const { words } = context;
  const { title, more, gone } = words.templates;
  const lines = uses.slice(0, mostTemplates).flatMap((use) => {
    const template = templates.templates.get(use.name);
    return template ? [useLine(use, words), contentLine(template, words), ...groupLines(template, words)] : [];
  });
  const hidden = uses.length - mostTemplates;
  const all = [
    ...(wrong ? wrongLines(wrong, words) : []),
    ...lines,
    ...(hidden > 0 ? [more({ count: hidden })] : []),
    ...(chosenAndGone.length > 0 ? [gone({ names: literal(chosenAndGone.join(', '), 200) })] : []),
  ];
  return messageView({ title, lines: all }, context);
}

function wrongLines({ file, fault }: NonNullable<ShownTemplates['wrong']>, words: Words): readonly Literal[] {
  const what = phrase`⚠️ ${settingWords({ name: file, fault }, words)}.`;
  const cure = settingCure(fault, words);
  return [what, ...(cure === undefined ? [] : [cure]), words.alarms.templatesWrong.stays];
}

function useLine({ name, count, enabled, reasons }: ShownTemplates['uses'][number], words: Words): Literal {
  const { use } = words.templates;
  const why = reasons.map(({ reason, count: many }) => phrase`${templateReasonWords(reason, words)}: ${many}`);
  const line = use({ name: literal(name, 64), count, enabled });
  return why.length === 0 ? line : phrase`${line} (${joined(why, ', ')})`;
}

function contentLine(
  { durationDays, autoExtend, autoExtendRefused, requireAzure, repair }: AccessTemplate,
  words: Words,
) {
  const { content } = words.templates;
  return joined(
    [
      content.days({ days: durationDays }),
      autoExtend ? content.renews : autoExtendRefused ? content.cannotRenew : content.ends,
      requireAzure ? content.azure : '',
      repair ? content.repairs : '',
    ],
    ' · ',
  );
}

function groupLines({ assignments }: AccessTemplate, words: Words): readonly Literal[] {
  const { moreGroups, group } = words.templates;
  const hidden = assignments.length - mostGroups;
  return [
    ...assignments.slice(0, mostGroups).map(({ groupName, roles }) => {
      const names = roles.slice(0, mostRoles).map(({ name }) => name);
      const rest = roles.length - names.length;
      const list = literal(`${names.join(', ')}${rest > 0 ? ` +${rest}` : ''}`, 400);
      return group({ group: literal(groupName, 60), roles: list });
    }),
    ...(hidden > 0 ? [moreGroups({ count: hidden })] : []),
  ];
}

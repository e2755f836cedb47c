// All access templates, and the rules by which each tenant has one of them.
import { foldText } from '../folding.js';
import { changedTags, type TagChange } from '../tag.js';
import type { AccessTemplate } from './access-template.js';

/** Which template the tenants of a tag or of a name have. */
export type TemplateRule =
  | { readonly tag: string; readonly template: string }
  /** `*` in the name stands for any text. Compared as names are: without case and accents. */
  | { readonly name: string; readonly template: string };

/** The templates of a file or folder. */
export interface AccessTemplates {
  /** The name of the template that tenants have for which no rule is. */
  readonly default: string;
  /** By name, at least that one. */
  readonly templates: ReadonlyMap<string, AccessTemplate>;
  /** The first that fits wins. Each names one of the templates. */
  readonly rules: readonly TemplateRule[];
}

/** What of a tenant its template depends on. */
export interface TemplateSubject {
  readonly customer: { readonly displayName: string };
  readonly tags?: readonly string[] | undefined;
  /** The name of the one that was chosen for it while it's Not configured. */
  readonly template?: string | undefined;
  /** `template`: the name of the one that was chosen since. */
  readonly onboarding?: { readonly template?: string | undefined } | undefined;
}

/** What Enable is asked for that decides on the template. */
export interface TemplateWish {
  /** Name of the one that's chosen. Absent: what was chosen before stays. */
  readonly template?: string | undefined;
  /** The rules say which one, whatever was chosen before. Absent: that stays. */
  readonly byRule?: true | undefined;
  /** Tags that go along. Absent: they stay. */
  readonly tags?: TagChange | undefined;
}

/** What of a tenant its template depends on, once Enable has been asked for so. */
export function subjectAfter(subject: TemplateSubject, wish: TemplateWish): TemplateSubject {
  const { customer, tags = [] } = subject;
  const template = wish.byRule ? undefined : (wish.template ?? chosenTemplate(subject));
  return { customer, tags: wish.tags ? changedTags(tags, wish.tags) : tags, onboarding: { template } };
}

/** Name of the template that was chosen for a tenant; `undefined`: none was, so the rules say which one it has. */
export function chosenTemplate({ template, onboarding }: Omit<TemplateSubject, 'customer'>): string | undefined {
  return onboarding?.template ?? template;
}

/** Why a tenant has its template: it was chosen, a rule fits, or neither. */
export type TemplateReason = 'chosen' | TemplateRule | 'default';

/** The templates of which there's one, which every tenant has. */
export function onlyTemplate(template: AccessTemplate): AccessTemplates {
  return { default: template.name, templates: new Map([[template.name, template]]), rules: [] };
}

/** The tenant's own template. One that was chosen and isn't there any more counts as not chosen. */
export function templateFor(templates: AccessTemplates, subject: TemplateSubject): AccessTemplate {
  return templateNamed(templates, nameFor(templates, subject, templateReason(templates, subject)));
}

/** Why it has that one. */
export function templateReason(templates: AccessTemplates, subject: TemplateSubject): TemplateReason {
  const isChosen = chosenTemplate(subject) !== undefined && missingChoice(templates, subject) === undefined;
  if (isChosen) return 'chosen';
  return templates.rules.find((rule) => fits(rule, subject)) ?? 'default';
}

/** Name of the template that was chosen for it and is no longer there; `undefined`: it's there, or none was chosen. */
export function missingChoice({ templates }: AccessTemplates, subject: TemplateSubject): string | undefined {
  const chosen = chosenTemplate(subject);
  return chosen === undefined || templates.has(chosen) ? undefined : chosen;
}

function nameFor(templates: AccessTemplates, subject: TemplateSubject, reason: TemplateReason): string {
  if (typeof reason === 'object') return reason.template;
  return (reason === 'chosen' ? chosenTemplate(subject) : undefined) ?? templates.default;
}

function templateNamed({ templates }: AccessTemplates, name: string): AccessTemplate {
  const template = templates.get(name);
  // Whoever reads them has seen to that.
  if (!template) throw new Error(`there’s no template ${name}`);
  return template;
}

function fits(rule: TemplateRule, { customer, tags }: TemplateSubject): boolean {
  return 'tag' in rule ? tags?.includes(rule.tag) === true : patternOf(rule).test(foldText(customer.displayName));
}

const patterns = new WeakMap<TemplateRule, RegExp>();

// Made once: every tenant is compared with it.
function patternOf(rule: Extract<TemplateRule, { readonly name: string }>): RegExp {
  const known = patterns.get(rule);
  if (known) return known;
  const parts = rule.name.split('*').map((part) => foldedPart(part).replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
  patterns.set(rule, pattern);
  return pattern;
}

// "Contoso *" doesn't mean Contosoland: folding takes off what stands beside the star.
function foldedPart(part: string): string {
  const folded = foldText(part);
  if (folded === '') return '';
  const isApart = (sign: string | undefined) => sign !== undefined && /\s/u.test(sign);
  return `${isApart(part.at(0)) ? ' ' : ''}${folded}${isApart(part.at(-1)) ? ' ' : ''}`;
}

/** Names of the groups of all templates, by id. Where two name one group differently, the first counts. */
export function groupNamesIn({ templates }: AccessTemplates): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { assignments } of templates.values())
    for (const { groupId, groupName } of assignments) if (!names.has(groupId)) names.set(groupId, groupName);
  return names;
}

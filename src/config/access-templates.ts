// Reads all access templates and their rules: from one file, or from a folder with a file for each template.
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { AccessTemplate } from '../domain/access/access-template.js';
import { type AccessTemplates, onlyTemplate, type TemplateRule } from '../domain/access/access-templates.js';
import { FileError } from '../domain/errors.js';
import { bareFault, type Fault, fault } from '../domain/setting-fault.js';
import { mostTagCharacters, tagIn } from '../domain/tag.js';
import { readAccessTemplate, unnamedTemplate } from './access-template.js';
import type { GdapRoles } from './gdap-roles.js';
import { jsonIn, readShape } from './template-faults.js';
import { namedTemplate, templateShape } from './template-shape.js';
import { rulesFile, type TemplateTexts, templateEnding } from './template-texts.js';

/**
 * The templates of a file or folder.
 * @throws FileError that names every line where a file of it is wrong.
 */
export function accessTemplatesIn({ path, files, isFolder }: TemplateTexts, roles: GdapRoles): AccessTemplates {
  if (isFolder) return templatesOfFolder(path, files, roles);
  const [{ text } = { text: '' }] = files;
  const value = jsonIn(text, path);
  const hasSeveral = typeof value === 'object' && value !== null && 'templates' in value;
  return hasSeveral ? severalIn(text, path, roles) : onlyTemplate(readAccessTemplate(text, path, roles));
}

function severalIn(text: string, source: string, roles: GdapRoles): AccessTemplates {
  const shape = z
    .strictObject({ ...choiceShape, templates: z.record(z.string(), templateShape(roles)) })
    .check(({ value, issues }) => {
      const names = Object.keys(value.templates);
      const wrong = names.find((name) => !isTemplateName(name));
      const found: readonly PlacedFault[] = [
        ...(names.length === 0 ? [{ path: ['templates'], fault: bareFault('valueEmpty') }] : []),
        ...(wrong === undefined ? [] : [{ path: ['templates', wrong], fault: bareFault('notTemplateName') }]),
        ...wrongChoices(value, names),
      ];
      for (const { path, fault: which } of found)
        issues.push({ code: 'custom', path: [...path], params: { fault: which }, input: value });
    });
  const { templates, ...choice } = readShape(text, source, shape);
  return chosenAmong(
    Object.entries(templates).map(([name, written]) => namedTemplate(name, written)),
    choice,
  );
}

function templatesOfFolder(path: string, files: TemplateTexts['files'], roles: GdapRoles): AccessTemplates {
  const ofTemplates = files.filter(({ file }) => basename(file) !== rulesFile);
  if (ofTemplates.length === 0) throw new FileError(path, bareFault('noTemplates'));
  const templates = ofTemplates.map(({ file, text }) => {
    const name = basename(file, templateEnding);
    if (!isTemplateName(name)) throw new FileError(file, bareFault('notTemplateName'));
    return readAccessTemplate(text, file, roles, name);
  });
  const names = templates.map(({ name }) => name);
  const rules = files.find(({ file }) => basename(file) === rulesFile);
  const [missing] = rules ? [] : wrongChoices({}, names);
  if (missing) throw new FileError(join(path, rulesFile), missing.fault);
  const shape = z.strictObject(choiceShape).check(({ value, issues }) => {
    for (const { path: at, fault: which } of wrongChoices(value, names))
      issues.push({ code: 'custom', path: [...at], params: { fault: which }, input: value });
  });
  return chosenAmong(templates, rules ? readShape(rules.text, rules.file, shape) : {});
}

interface Choice {
  readonly default?: string | undefined;
  readonly rules?: readonly TemplateRule[] | undefined;
}

function chosenAmong(templates: readonly AccessTemplate[], choice: Choice): AccessTemplates {
  const names = templates.map(({ name }) => name);
  return {
    default: choice.default ?? defaultOf(names) ?? unnamedTemplate,
    templates: new Map(templates.map((template) => [template.name, template])),
    rules: choice.rules ?? [],
  };
}

/** The template that no one has to name: the only one, or the one that is called so. */
function defaultOf(names: readonly string[]): string | undefined {
  const [only] = names.length === 1 ? names : names.filter((name) => name === unnamedTemplate);
  return only;
}

interface PlacedFault {
  readonly path: readonly (string | number)[];
  readonly fault: Fault;
}

function wrongChoices({ default: named, rules = [] }: Choice, names: readonly string[]): readonly PlacedFault[] {
  const unknown = (template: string) => fault('templateUnknown', { template, templates: names.join(', ') });
  const ofDefault =
    named === undefined
      ? defaultOf(names) === undefined && names.length > 0
        ? [fault('noDefaultTemplate', { templates: names.join(', ') })]
        : []
      : names.includes(named)
        ? []
        : [unknown(named)];
  return [
    ...ofDefault.map((which) => ({ path: ['default'], fault: which })),
    ...rules.flatMap(({ template }, index) =>
      names.includes(template) ? [] : [{ path: ['rules', index, 'template'], fault: unknown(template) }],
    ),
  ];
}

const tag = z.string().transform((text, context): string => {
  const found = tagIn(text.trim());
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', params: { fault: fault('notTag', { most: mostTagCharacters }) } });
  return z.NEVER;
});

const rule = z
  .strictObject({ tag: tag.optional(), name: z.string().trim().min(1).max(256).optional(), template: z.string() })
  .transform(({ tag: ofTag, name, template }, context): TemplateRule => {
    if (ofTag !== undefined && name === undefined) return { tag: ofTag, template };
    if (name !== undefined && ofTag === undefined) return { name, template };
    context.addIssue({ code: 'custom', params: { fault: bareFault('notTagOrName') } });
    return z.NEVER;
  });

const choiceShape = { default: z.string().optional(), rules: z.array(rule).optional() };

const mostNameCharacters = 64;

function isTemplateName(name: string): boolean {
  return name.length <= mostNameCharacters && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*$/u.test(name);
}

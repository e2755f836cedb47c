// The access templates as they are now.
import { createHash } from 'node:crypto';
import type { AccessTemplate } from '../../domain/access/access-template.js';
import { type AccessTemplates, type TemplateSubject, templateFor } from '../../domain/access/access-templates.js';
import { Emitter } from '../../runtime/emitter.js';

/** The access templates, which another file may replace while Gatehouse runs. */
export interface Templates {
  /** The same object until other templates are taken up. */
  readonly current: AccessTemplates;
  /** Other templates have been taken up. */
  readonly changed: Emitter;
}

/** Templates that stay as they are. */
export function fixedTemplates(current: AccessTemplates): Templates {
  return { current, changed: new Emitter() };
}

/** Changes with anything in the templates, and with which of them any tenant has. */
export function templatesHashOf({ default: name, templates, rules }: AccessTemplates): string {
  const hashes = [...templates].map(([each, { templateHash }]) => [each, templateHash]);
  return createHash('sha256')
    .update(JSON.stringify([name, hashes, rules]))
    .digest('hex')
    .slice(0, 12);
}

/** The template that a tenant has now. */
export function templateOf({ templates }: { readonly templates: Templates }, tenant: TemplateSubject): AccessTemplate {
  return templateFor(templates.current, tenant);
}

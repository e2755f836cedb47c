// The access templates as they are now.
import { createHash } from 'node:crypto';
import type { AccessTemplate } from '../../domain/access/access-template.js';
import { type AccessTemplates, type TemplateSubject, templateFor } from '../../domain/access/access-templates.js';
import { hasAutoExtendDrift } from '../../domain/access/drift.js';
import type { QueryMoment } from '../../domain/query/selection.js';
import type { SettingFault } from '../../domain/setting-fault.js';
import type { Instant } from '../../domain/time.js';
import { Emitter } from '../../runtime/emitter.js';

/** Why the files of templates can't be taken up as they are. */
export interface WrongTemplates {
  readonly file: string;
  readonly fault: SettingFault;
  readonly since: Instant;
}

/** The access templates, which another file may replace while Gatehouse runs. */
export interface Templates {
  /** The same object until other templates are taken up. */
  readonly current: AccessTemplates;
  /** Other templates have been taken up. */
  readonly changed: Emitter;
  /** What's wrong with the files now, so that `current` are those of before. Absent: nothing. */
  readonly wrong?: WrongTemplates | undefined;
  /** Since when the files are known to have been right. Absent: there are none. */
  readonly rightSince?: Instant | undefined;
  /** Files were found wrong, or right again. */
  readonly judged: Emitter;
}

/** Templates that stay as they are. */
export function fixedTemplates(current: AccessTemplates): Templates {
  return { current, changed: new Emitter(), judged: new Emitter() };
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

/** What queries are compared with now. */
export function queryMoment(templates: Templates, now: Instant): QueryMoment {
  const ofTenant = (tenant: TemplateSubject) => templateFor(templates.current, tenant);
  return {
    now,
    templateOf: (tenant) => ofTenant(tenant).name,
    hasDrift: (tenant) => hasAutoExtendDrift(tenant, ofTenant(tenant)),
  };
}

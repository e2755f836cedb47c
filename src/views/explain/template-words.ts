// The words for which of several access templates a tenant has, and why.
import type { TemplateReason } from '../../domain/access/access-templates.js';
import type { Words } from '../catalogue.js';
import { literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

/** Why it's that one, in a few words. */
export function templateReasonWords(reason: TemplateReason, { templates: { reasons } }: Words): Literal {
  if (reason === 'chosen' || reason === 'default') return reasons[reason];
  return 'tag' in reason ? reasons.tag({ tag: literal(reason.tag) }) : reasons.name({ name: literal(reason.name, 60) });
}

/** A template and why it's that one. */
export function templateAndReason(name: string, reason: TemplateReason, words: Words): Literal {
  return words.templates.because({ template: literal(name, 64), reason: templateReasonWords(reason, words) });
}

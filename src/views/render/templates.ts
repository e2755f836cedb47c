// Makes a card from data by the template of the view's name. Templates are read once, at the start.
import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { type Language, languageOf } from '../catalogue.js';
import type { Literal, Markdown } from '../words/text-types.js';
import type { Naming } from './naming.js';

/** An Adaptive Card, ready to send. */
export type Card = Readonly<Record<string, unknown>>;

/** Every template in `cards/`. The frame is the part that all cards share. */
export const templateNames = [
  'frame',
  'tenant-list',
  'tenant',
  'inserted-tenant',
  'approval-link',
  'customer-notice',
  'attention',
  'limitations',
  'question',
  'enable-question',
  'help',
  'greeting',
  'message',
  'batch',
  'batches',
  'report',
  'templates',
  'status',
  'subscription',
  'leftovers',
  'expiring',
  'waiting',
  'offboarding-plan',
  'offboarding',
  'search-help',
  'saved-views',
  'saved-view',
  'export',
  'fleet',
] as const;

/** Parts of templates, in `cards/` too. */
export const partNames = ['ticket-field'] as const;

/** A template of a whole view. */
export type ViewName = Exclude<(typeof templateNames)[number], 'frame'>;

/** What the frame of a card says. */
export interface Frame {
  /** BCP 47 tag, by which a screen reader pronounces it and clients write dates. */
  readonly lang: string;
  /** That the bot runs on the sandbox, which every card then says; else empty. */
  readonly banner: Markdown;
  /** For clients that can't show cards, and for screen readers. */
  readonly fallbackText: Literal;
  readonly naming: Naming;
}

// The same folder from src/views/render and from dist/views/render.
const folder = new URL('../../../cards/', import.meta.url);

const sources = new Map(templateNames.map((name) => [name, read(name)] as const));

/** What several templates have is a file of its own, named where it stands: `{ "part": "ticket-field" }`. */
function read(name: (typeof templateNames)[number] | (typeof partNames)[number]): unknown {
  const text = readFileSync(new URL(`${name}.json`, folder), 'utf8');
  return JSON.parse(text, (_, value: { part?: unknown } | null) => {
    const part = partNames.find((each) => each === value?.part);
    return part === undefined ? value : read(part);
  });
}

const templates = new Map<string, Template>();

// Each is read, bindings and all, when it's first drawn.
function templateOf(name: (typeof templateNames)[number]): Template {
  const known = templates.get(name);
  if (known) return known;
  const template = new Template(sources.get(name));
  templates.set(name, template);
  return template;
}

/**
 * Binds data to a view's template and puts it into the frame. A template is expanded only once: a second time would
 * evaluate the data, which is foreign text. The card is frozen: it may be sent more than once.
 */
export function render(view: ViewName, data: object, frame: Frame): Card {
  const { naming, ...rest } = frame;
  const outer = expand('frame', { ...rest, names: naming.line });
  const inner = expand(view, data);
  const named = naming.entities.length > 0 && { msteams: { entities: naming.entities } };
  return frozen({ ...outer, ...inner, ...named, body: [...listOf(outer.body), ...listOf(inner.body)] });
}

/** The language in which a card was drawn. */
export function languageOfCard({ lang }: Card): Language {
  return languageOf(typeof lang === 'string' ? lang : undefined);
}

function expand(name: (typeof templateNames)[number], data: object): Record<string, unknown> {
  return templateOf(name).expand({ $root: data }) as Record<string, unknown>;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

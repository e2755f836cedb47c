// Parts that pages share.
import { html } from 'hono/html';
import type { Relationship } from '../world/model.js';
import { roleName } from '../world/roles.js';
import type { Html } from './layout.js';
import { doneWords, refusedWords, type Words } from './words.js';

/** A state: icon, word and tone. */
export function badge({ icon, text, tone }: Words): Html {
  return html`<span class="badge ${tone}"><i aria-hidden="true">${icon}</i>${text}</span>`;
}

/** A button that does one thing and returns to its page. */
export interface ControlForm {
  /** Path of the control, below /sandbox. */
  readonly control: string;
  readonly label: string;
  readonly back: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly tone?: 'primary' | 'danger';
  /** Said to a screen reader instead of the label, where several buttons look alike. */
  readonly about?: string;
  /** Inputs before the button. */
  readonly inputs?: Html;
}

/** A form with one button. */
export function controlForm({ control, label, back, fields = {}, tone, about, inputs }: ControlForm): Html {
  return html`<form method="post" action="/sandbox/${control}">
    ${Object.entries({ ...fields, back }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${inputs ?? ''}
    <button class="${tone ?? ''}" ${about ? html`aria-label="${about}"` : ''}>${label}</button>
  </form>`;
}

/** What has just happened, by the page's query. Words that aren't in the tables aren't shown. */
export function notice(query: { done?: string | undefined; refused?: string | undefined }): Html | '' {
  const refused = query.refused && (refusedWords[query.refused] ?? 'The sandbox couldn’t do that.');
  if (refused) return html`<p class="notice refused" role="alert">${refused}</p>`;
  const done = query.done && doneWords[query.done];
  return done ? html`<p class="notice" role="status">${done}</p>` : '';
}

/** The roles of a relationship or assignment by name. */
export function roleList({ roles }: Pick<Relationship, 'roles'>): Html {
  const names = roles.map(roleName).sort();
  return html`<ul class="roles">${names.map((name) => html`<li>${name}</li>`)}</ul>`;
}

/** Whether the relationship, or something in it, changes within seconds. */
export function isMoving({ status, assignments }: Relationship): boolean {
  const isPassing = ['approved', 'activating', 'expiring', 'terminationRequested', 'terminating'].includes(status);
  return isPassing || assignments.some((one) => one.status === 'pending' || one.status === 'deleting');
}

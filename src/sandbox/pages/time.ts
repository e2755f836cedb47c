// What time it is in the sandbox, and the buttons that let it pass.
import { html } from 'hono/html';
import { nextEnd } from '../world/ends.js';
import type { World } from '../world/world.js';
import type { Html } from './layout.js';
import { controlForm } from './parts.js';
import { dateWords } from './words.js';

const spans = [
  { days: 1, label: 'A day' },
  { days: 7, label: 'A week' },
  { days: 30, label: '30 days' },
  { days: 365, label: 'A year' },
];

/** The part of the list's page with these buttons. */
export function timeCard(world: World): Html {
  return html`<section class="card" id="time">
    <h2>Time</h2>
    <p>It’s <strong>${dateWords(world.now())}</strong> here, and for Gatehouse. ${world.movesUntil ? moving(world.movesUntil) : ''}</p>
    <div class="row">${world.movesUntil ? stop() : forward(world)}</div>
  </section>`;
}

/** The line of a customer's page. */
export function timeLine(world: World): Html {
  return html`<p class="small muted">It’s ${dateWords(world.now())}. <a href="/#time">Let time pass</a></p>`;
}

function moving(until: string): Html {
  return html`Time passes quickly, a day at a time, to ${dateWords(until)}.`;
}

function stop(): Html {
  return controlForm({ control: 'time/stop', label: 'Stop here', back: '/' });
}

function forward(world: World): Html {
  const next = nextEnd(world);
  const buttons = spans.map(({ days, label }) =>
    controlForm({
      control: 'time/forward',
      label,
      about: `Let ${label.toLowerCase()} pass`,
      fields: { days: `${days}` },
      back: '/',
    }),
  );
  const who = next && (next.relationship.customer?.displayName ?? next.relationship.displayName);
  const toEnd =
    next &&
    controlForm({
      control: 'time/next-end',
      label: `To the next end: ${who}, ${dateWords(next.at)}`,
      about: `Let time pass to the end of ${who}`,
      back: '/',
    });
  return html`<span>Let time pass:</span> ${buttons} ${toEnd ?? ''}`;
}

// The frame of every page.
import { html } from 'hono/html';

/** Escaped HTML. Everything put into a template is escaped unless it's Html itself. */
export type Html = ReturnType<typeof html>;

/** One page. */
export interface Page {
  readonly title: string;
  readonly content: Html;
  /** A narrow page reads like a letter. */
  readonly isNarrow?: boolean;
  /** Seconds after which the page reloads itself, because something is changing. */
  readonly refreshSeconds?: number | undefined;
  readonly script?: string;
}

/** The whole document; it says on every page that this is the sandbox. */
export function layout({ title, content, isNarrow = false, refreshSeconds, script }: Page): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${refreshSeconds ? html`<meta http-equiv="refresh" content="${refreshSeconds}" />` : ''}
    <title>${title} · Gatehouse sandbox</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/style.css" />
    ${script ? html`<script defer src="${script}"></script>` : ''}
  </head>
  <body>
    <header class="bar">
      <div class="wrap">
        <a href="/">Gatehouse sandbox</a>
        <span>A simulated Microsoft cloud. No real tenant is touched.</span>
      </div>
    </header>
    <main class="wrap ${isNarrow ? 'narrow' : ''}">${content}</main>
  </body>
</html>`;
}

// The pages that a person sees while signing Gatehouse in.
import { html, raw } from 'hono/html';
import { type SignInResult, signNames, signs } from './result.js';
import { style } from './style.js';

/** Escaped HTML: what is put into it shows literally, unless it is Html too. */
export type Html = ReturnType<typeof html>;

/** The page with the button. */
export function startPage(appId: string, tenantId: string): Html {
  const content = html`<h1>Sign Gatehouse in to Microsoft</h1>
    <p>Gatehouse works at Microsoft as one account of your partner tenant. Sign in as that account: best a service
      account made for Gatehouse, not your own.</p>
    <div class="card">
      <h2>The account needs</h2>
      <ul>
        <li>multifactor authentication</li>
        <li>to be a member of AdminAgents</li>
      </ul>
      <form method="post" action="/start"><button>Sign in with Microsoft</button></form>
    </div>
    <p class="muted note">Your password goes to Microsoft only. Gatehouse keeps a token, encrypted, in its data folder.
      <small>App <code>${appId}</code></small><small>Tenant <code>${tenantId}</code></small></p>`;
  return layout('Sign in', content);
}

/** The page at the end. */
export function resultPage({ headline, who, checks, consentUrl, isKept }: SignInResult): Html {
  const content = html`<h1>${headline}</h1>
    ${who ? html`<p>${who.name} <span class="muted">${who.userName}</span></p>` : ''}
    ${
      checks.length === 0
        ? ''
        : html`<div class="card"><h2>What was checked</h2><ul class="checks">${checks.map(
            ({ verdict, text, cure }) => html`<li>
              <span><span aria-hidden="true">${signs[verdict]}</span><span class="said">${signNames[verdict]}: </span></span>
              <div>${text}${cure === undefined ? '' : html`<p class="cure">${cure}</p>`}</div>
            </li>`,
          )}</ul></div>`
    }
    ${
      consentUrl === undefined
        ? ''
        : html`<div class="card"><h2>An administrator has to consent</h2>
            <p>This takes a Global Administrator or a Privileged Role Administrator of your tenant.</p>
            <p><a class="button" href="${consentUrl}">Give consent at Microsoft</a></p></div>`
    }
    <p class="muted note">${
      isKept
        ? 'A running Gatehouse takes this up by itself. You can close this page.'
        : 'Nothing was kept. Run npm run sign-in again when this is mended.'
    }</p>`;
  return layout(headline, content);
}

/** A page with a heading and one text. */
export function plainPage(title: string, text: string): Html {
  return layout(title, html`<h1>${title}</h1><p role="alert">${text}</p><p><a href="/">Begin again</a></p>`);
}

/** The page for a browser that has come without the key. */
export function closedPage(): Html {
  const text = 'This page is for whoever runs the command. Open the address that the command has printed, all of it.';
  return layout('Closed', html`<h1>This page is closed to you</h1><p role="alert">${text}</p>`);
}

function layout(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Gatehouse</title>
    <link rel="icon" href="data:," />
    <style>${raw(style)}</style>
  </head>
  <body>
    <main><p class="name">Gatehouse</p>${content}</main>
  </body>
</html>`;
}

// The pages that a person sees while signing Gatehouse in.
import { html, raw } from 'hono/html';
import { type SignInResult, signNames, signs } from './result.js';
import { style } from './style.js';

/** Escaped HTML: what is put into it shows literally, unless it is Html too. */
export type Html = ReturnType<typeof html>;

/** The page with the button. */
export function startPage(appId: string, tenantId: string): Html {
  const content = html`<h1>Sign Gatehouse in to Microsoft</h1>
    <p>Gatehouse uses one account of your partner tenant to work with Microsoft. Sign in with that account. We recommend
      a service account just for Gatehouse, not your own.</p>
    <div class="card">
      <h2>Requirements for the account</h2>
      <ul>
        <li>Multifactor authentication</li>
        <li>Member of the group AdminAgents</li>
      </ul>
      <form method="post" action="/start"><button>Sign in with Microsoft</button></form>
    </div>
    <p class="muted note">You enter your password at Microsoft only. Gatehouse stores an encrypted token in its data
      folder.
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
        : html`<div class="card"><h2>Checks</h2><ul class="checks">${checks.map(
            ({ verdict, text, cure }) => html`<li>
              <span><span aria-hidden="true">${signs[verdict]}</span><span class="said">${signNames[verdict]}: </span></span>
              <div>${text}${cure === undefined ? '' : html`<p class="cure">${cure}</p>`}</div>
            </li>`,
          )}</ul></div>`
    }
    ${
      consentUrl === undefined
        ? ''
        : html`<div class="card"><h2>Administrator consent required</h2>
            <p>A Global Administrator or Privileged Role Administrator of your tenant can grant it.</p>
            <p><a class="button" href="${consentUrl}">Grant consent at Microsoft</a></p></div>`
    }
    <p class="muted note">${
      isKept
        ? 'If Gatehouse is running, it uses this sign-in within a minute. You can close this page.'
        : 'Nothing was saved. Fix the problem, then run npm run sign-in again.'
    }</p>`;
  return layout(headline, content);
}

/** A page with a heading and one text. */
export function plainPage(title: string, text: string): Html {
  return layout(title, html`<h1>${title}</h1><p role="alert">${text}</p><p><a href="/">Start over</a></p>`);
}

/** The page for a browser that has come without the key. */
export function closedPage(): Html {
  const text =
    'Only the person who runs the command can use this page. Open the full address that the command printed.';
  return layout('No access', html`<h1>You can’t open this page</h1><p role="alert">${text}</p>`);
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

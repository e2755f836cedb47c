// The pages of a sign-in to the simulated Entra.
import { html } from 'hono/html';
import { type Html, layout } from '../pages/layout.js';
import { accounts } from '../world/accounts.js';
import { neededPermissions } from '../world/app-registration.js';
import { partner } from '../world/partner.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** Choose an account, use a second factor or not, and consent where a consent is missing. */
export function authorizePage(request: AuthorizationRequest, isConsentMissing: boolean): Html {
  const { fields, loginHint, isMfaDemanded, wanted } = request;
  const chosen = accounts.find(({ userPrincipalName }) => userPrincipalName === loginHint) ?? accounts[0];
  const content = html`<p class="crumb">Microsoft sign-in (simulated) · ${partner.name}</p>
    <h1>Pick an account</h1>
    <p>To continue to <strong>Gatehouse</strong>.</p>
    <form method="post" class="card stack">
      <fieldset>
        <legend>Account</legend>
        ${accounts.map(
          (one) => html`<label class="choice">
            <input type="radio" name="account" value="${one.objectId}" ${one === chosen ? html`checked` : ''} />
            <span>${one.name} <small class="muted">${one.userPrincipalName} · ${one.about}</small></span>
          </label>`,
        )}
      </fieldset>
      <fieldset>
        <legend>Second factor</legend>
        <label class="choice">
          <input type="checkbox" name="second_factor" value="yes" checked />
          <span>
            I approve the sign-in on my phone
            <small class="muted">${isMfaDemanded ? 'Gatehouse requires it.' : 'Gatehouse doesn’t require it.'}</small>
          </span>
        </label>
      </fieldset>
      ${
        isConsentMissing
          ? html`<h2>Permissions requested</h2>
              <p>Gatehouse asks for these, for all of ${partner.name}:</p>
              <ul>${neededPermissions[wanted.audience].map((name) => html`<li>${name}</li>`)}</ul>`
          : ''
      }
      <div class="row">
        <button class="primary" name="answer" value="accept">${isConsentMissing ? 'Accept and sign in' : 'Sign in'}</button>
        <button name="answer" value="cancel">Cancel</button>
      </div>
      ${hidden(fields)}
    </form>`;
  return layout({ title: 'Sign in', content, isNarrow: true });
}

/** An administrator's consent to everything that Gatehouse needs. */
export function adminConsentPage(fields: Readonly<Record<string, string>>): Html {
  const content = html`<p class="crumb">Microsoft sign-in (simulated) · ${partner.name}</p>
    <h1>Permissions requested</h1>
    <p>Gatehouse asks for these, for all of ${partner.name}. You answer as an administrator.</p>
    <form method="post" class="card stack">
      <ul>${Object.values(neededPermissions).flatMap((names) => names.map((name) => html`<li>${name}</li>`))}</ul>
      <div class="row">
        <button class="primary" name="answer" value="accept">Accept</button>
        <button name="answer" value="cancel">Cancel</button>
      </div>
      ${hidden(fields)}
    </form>`;
  return layout({ title: 'Admin consent', content, isNarrow: true });
}

/** After an administrator's consent, when no application waits for it. */
export function consentedPage(): Html {
  const content = html`<h1>Consent is given</h1><p>Gatehouse has everything it needs. You can close this page.</p>`;
  return layout({ title: 'Consent is given', content, isNarrow: true });
}

/** An invalid request, and why. */
export function signInFaultPage(message: string): Html {
  const content = html`<h1>Sorry, signing in does not work</h1>
    <p class="notice refused" role="alert">${message}</p>`;
  return layout({ title: 'Sign-in error', content, isNarrow: true });
}

function hidden(fields: Readonly<Record<string, string>>) {
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

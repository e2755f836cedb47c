// The page behind an approval link.
import { html } from 'hono/html';
import type { Relationship, RelationshipStatus } from '../world/model.js';
import { partner } from '../world/partner.js';
import { type Html, layout } from './layout.js';
import { badge, controlForm, isMoving, notice, roleList } from './parts.js';
import { dateWords, durationWords, type Words } from './words.js';

/** The approval page for a relationship, or a friendly page when there's nothing (left) to approve. */
export function invitationPage(
  relationship: Relationship | undefined,
  query: { done?: string | undefined; refused?: string | undefined },
): Html {
  const body = relationship ? bodyFor(relationship) : unknownInvitation();
  const content = html`<p class="crumb">Admin center (simulated) · Settings · Partner relationships</p>
    ${notice(query)}${body}
    ${relationship?.customer ? html`<p class="pager"><a href="/customers/${relationship.customer.tenantId}">Everything about ${relationship.customer.displayName}</a></p>` : ''}`;
  const refreshSeconds = relationship && isMoving(relationship) ? 2 : undefined;
  return layout({ title: 'Partner relationship', content, isNarrow: true, refreshSeconds });
}

function bodyFor(relationship: Relationship): Html {
  const { status, activatedDateTime } = relationship;
  switch (status) {
    case 'created':
      return told('Not ready yet', `${partner.name} hasn’t sent this request yet. Try the link again in a moment.`);
    case 'approvalPending':
      return approval(relationship);
    case 'approved':
    case 'activating':
    case 'active':
      return progress(relationship);
    case 'terminated':
      if (!activatedDateTime) return told('Rejected', `You rejected this request. ${partner.name} has no access.`);
      return told('Ended', 'This relationship has ended. For access, the partner must send a new request.');
    case 'expiring':
    case 'expired':
    case 'terminationRequested':
    case 'terminating':
      return told(
        'Ended',
        'This relationship has ended or is ending. For access, the partner must send a new request.',
      );
    default:
      return status satisfies never;
  }
}

function approval(relationship: Relationship): Html {
  const { id, customer, displayName, durationDays, autoExtendDuration } = relationship;
  const back = `/invitations/${id}`;
  const tenant = customer
    ? undefined
    : html`<label for="tenantId">Your tenant ID</label> <input id="tenantId" name="tenantId" required />`;
  const extension = autoExtendDuration === 'P180D' ? ', extended by 180 days each time it ends' : '';
  return html`<h1>${partner.name} asks for access</h1>
    <p>Approve only if you know this partner. You can end the relationship at any time.</p>
    <div class="card">
      <dl>
        <dt>Partner</dt>
        <dd>${partner.name} (${partner.domain})</dd>
        <dt>Your organization</dt>
        <dd>${customer?.displayName ?? 'Anyone with this link'}</dd>
        <dt>Name of the request</dt>
        <dd>${displayName}</dd>
        <dt>Duration</dt>
        <dd>${durationWords(durationDays)}${extension}</dd>
      </dl>
      <h2>Microsoft Entra roles</h2>
      ${roleList(relationship)}
      <div class="row">
        ${controlForm({ control: `relationships/${id}/approve`, label: 'Approve', tone: 'primary', back, ...(tenant && { inputs: tenant }) })}
        ${controlForm({ control: `relationships/${id}/reject`, label: 'Reject', back })}
      </div>
    </div>`;
}

const steps: readonly RelationshipStatus[] = ['approved', 'activating', 'active'];

function progress(relationship: Relationship): Html {
  const { status, endDateTime } = relationship;
  const reached = steps.indexOf(status);
  const text =
    status === 'active'
      ? `${partner.name} has access until ${dateWords(endDateTime ?? '')}.`
      : 'Microsoft is setting up the access. This page updates by itself.';
  return html`${told(status === 'active' ? 'Approved and active' : 'Approved', text)}
    <ol class="steps">
      ${steps.map((_, index) => html`<li>${badge(stepWords(index, reached))}</li>`)}
    </ol>
    <div class="card"><h2>Microsoft Entra roles</h2>${roleList(relationship)}</div>`;
}

function stepWords(index: number, reached: number): Words {
  const text = ['You approved', 'Microsoft sets it up', 'Active'][index] ?? '';
  if (index === 0 || index < reached || reached === steps.length - 1) return { icon: '✓', text, tone: 'good' };
  return index === Math.max(1, reached) ? { icon: '…', text, tone: 'waiting' } : { icon: '–', text, tone: 'quiet' };
}

function unknownInvitation(): Html {
  return told(
    'This link doesn’t work',
    'The request doesn’t exist, or it expired because it wasn’t answered within 90 days. Ask your partner for a new one.',
  );
}

function told(title: string, text: string): Html {
  return html`<h1>${title}</h1><p>${text}</p>`;
}

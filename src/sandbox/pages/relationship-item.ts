// One relationship with its access assignments.
import { html } from 'hono/html';
import type { Assignment, Relationship } from '../world/model.js';
import { groupName } from '../world/partner.js';
import { roleName } from '../world/roles.js';
import type { Html } from './layout.js';
import { badge, controlForm, roleList } from './parts.js';
import { assignmentWords, dateWords, durationWords, relationshipWords } from './words.js';

/** A relationship that doesn't wait for approval. */
export function relationshipItem(relationship: Relationship, back: string): Html {
  const { id, displayName, status, assignments } = relationship;
  return html`<div class="item">
    <div class="row spread">
      <h3>${displayName}</h3>
      ${badge(relationshipWords[status])}
    </div>
    <p class="small muted">${whenWords(relationship)}</p>
    <details>
      <summary class="small">${relationship.roles.length} roles</summary>
      ${roleList(relationship)}
    </details>
    ${assignments.length > 0 ? assignmentTable(assignments) : ''}
    ${
      status === 'active'
        ? controlForm({
            control: `relationships/${id}/end`,
            label: 'End the relationship',
            tone: 'danger',
            about: `End ${displayName}`,
            back,
          })
        : ''
    }
  </div>`;
}

function whenWords({
  status,
  endDateTime,
  durationDays,
  autoExtendDuration,
  lastModifiedDateTime,
}: Relationship): string {
  if (status === 'active' && endDateTime) {
    const extension = autoExtendDuration === 'P180D' ? 'then extended by 180 days' : 'not extended';
    return `Until ${dateWords(endDateTime)}, ${extension}`;
  }
  return `For ${durationWords(durationDays)} · last changed ${dateWords(lastModifiedDateTime)}`;
}

function assignmentTable(assignments: readonly Assignment[]): Html {
  return html`<div class="scroll"><table>
    <thead><tr><th scope="col">Group</th><th scope="col">Roles</th><th scope="col">Access</th></tr></thead>
    <tbody>
      ${assignments.map(
        ({ groupId, roles, status }) => html`<tr>
          <td class="name">${groupName(groupId) ?? groupId}</td>
          <td class="small">${roles.map(roleName).sort().join(', ')}</td>
          <td>${badge(assignmentWords[status])}</td>
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}

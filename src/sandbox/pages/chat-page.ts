// The page that chooses who speaks in the chat.
import { html } from 'hono/html';
import type { Chat } from '../chat/chat.js';
import { type ChatPerson, chatPeople } from '../chat/people.js';
import { type Html, layout } from './layout.js';
import { controlForm, notice } from './parts.js';

/** The people of the chat, and the present speaker. */
export function chatPage(chat: Chat, told: Parameters<typeof notice>[0]): Html {
  const content = html`${notice(told)}
    <h1>Who the chat speaks as</h1>
    <p class="muted">
      Choose the person you are in the chat. Switch to a second admin to approve what requires two, or to a person with fewer
      rights. Your personal chat with the bot stays the same; in the group chat “Tier 2”, each person sees the buttons of
      their role.
    </p>
    <div class="card scroll">
      <table class="stacked">
        <thead><tr><th scope="col">Person</th><th scope="col">Role by default</th><th scope="col"></th></tr></thead>
        <tbody>${chatPeople.map((person) => row(person, chat.speaker))}</tbody>
      </table>
    </div>
    <p class="pager"><a href="/">All customers</a></p>`;
  return layout({ title: 'Who the chat speaks as', content });
}

function row(person: ChatPerson, speaker: ChatPerson): Html {
  const button = controlForm({
    control: 'chat/speaker',
    label: 'Speak as',
    back: '/chat',
    fields: { id: person.id },
    about: `Speak as ${person.name}`,
  });
  return html`<tr>
    <td>${person.name}<small>${person.aadObjectId}</small></td>
    <td data-label="Role">${person.role}</td>
    <td>${person.id === speaker.id ? html`<strong>Speaks now</strong>` : button}</td>
  </tr>`;
}

// The partner's people whom the chat can speak as.

/** A person of the chat, as Teams identifies them. */
export interface ChatPerson {
  readonly id: string;
  readonly name: string;
  /** Entra object id. */
  readonly aadObjectId: string;
  /** Their role in `npm start`, where the settings name no one. */
  readonly role: string;
}

const person = (number: number, id: string, name: string, role: string): ChatPerson => ({
  id: `user-${id}`,
  name,
  aadObjectId: `00000000-0000-4000-8000-0000000000${number}`,
  role,
});

/** The people of the chat, the same as in `.m365agentsplayground.yml`; the chat begins with the first. */
export const chatPeople: readonly ChatPerson[] = [
  person(20, 'alex', 'Alex Wilber', 'admin'),
  person(21, 'megan', 'Megan Bowen', 'admin'),
  person(22, 'adele', 'Adele Vance', 'operator'),
  person(23, 'isaiah', 'Isaiah Langer', 'viewer'),
  person(24, 'patti', 'Patti Fernandez', 'no role'),
];

// The search in the box where a message is written, and the card that it inserts into any chat.

/** Names are foreign text. */
export const searchAnywhere = {
  /** After a status. */
  since: ({ date }: { date: string }) => `since ${date}`,
  /** On an inserted card, for a person who may see no tenant. */
  forOthers: {
    title: 'A customer’s tenant',
    line: 'Only people with access to Gatehouse see its current status. If you need access, ask your Gatehouse administrator.',
  },
  slow: 'This is taking longer than usual. Try again in a moment.',
  notUnderstood: 'Gatehouse doesn’t understand this search. Search for part of a name, or for example status:approved.',
  memberNotChecked:
    'Gatehouse couldn’t check from this chat that you’re a member of your organization. Say hi to Gatehouse in its own chat with you once, then search again.',
};

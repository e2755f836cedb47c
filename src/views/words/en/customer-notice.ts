// What a customer is told before something that their own alarms see: the card for the person who sends it, and the text itself.

/** Names are foreign text. */
export const customerNotice = {
  /** What a screen reader says of the button. */
  copy: 'Copy notice to the customer',
  title: ({ tenant }: { tenant: string }) => `Notice to ${tenant}`,
  hint: 'Send this before you confirm, so that the customer’s own alarms don’t come as a surprise. It has no approval link.',
  /** What it is about, in a history. */
  about: {
    extend: 'renewal',
    removeGlobalAdministrator: 'removal of Global Administrator',
    request: 'new request',
    offboarding: 'complete offboarding',
  },
};

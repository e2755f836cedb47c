// A relationship that another has taken the place of.
import { icu } from './icu.js';

/** Names in it are foreign text. */
export const earlier = {
  still: icu<{ count: number; relationship: string }>(
    '{count, plural, one {An earlier relationship is still active: “{relationship}”} other {# earlier relationships are still active; the oldest is “{relationship}”}}. The one that took its place has every role of the access template, so an admin can end it.',
  ),
  waits: 'The earlier relationship is being ended: Gatehouse is asking Microsoft.',
  underWay: 'Microsoft is ending the earlier relationship.',
  failed: ({ cause }: { cause: string }) => `The earlier relationship couldn’t be ended. ${cause}`,
  causes: {
    unconfirmed: 'Microsoft accepted it more than an hour ago but still shows the relationship as active.',
    notPossible: 'It wasn’t possible within an hour, so nothing was ended.',
  },
  answer: ({ answer }: { answer: string }) => `Microsoft’s answer: ${answer}.`,
  wayOut: 'You can end it in Partner Center, or try again.',
  title: ({ tenant }: { tenant: string }) => `End the earlier relationship with ${tenant}?`,
  intro: ({ earlier, relationship }: { earlier: string; relationship: string }) =>
    `“${earlier}” was replaced by “${relationship}”, which has every role of your access template.`,
  ended: ({ earlier }: { earlier: string }) => `Microsoft ends “${earlier}”. That can’t be undone.`,
  groups: 'Groups outside your access template that have roles only through it lose them.',
  accessStays: ({ relationship }: { relationship: string }) =>
    `Your access through “${relationship}”, with every group of your access template.`,
  yes: 'End relationship',
  yesTooltip: ({ tenant }: { tenant: string }) => `End the earlier relationship with ${tenant}`,
};

// What is said with a file of an offboarding, or in its place.
import { noCustomer } from './bot-replies.js';

/** Beside a file that is offered in a person's own chat. */
export const offeredBy = 'From Gatehouse. For admins.';

/** Why there is no file of a certificate. `name`: of the file in the folder. */
export const certificateFile = {
  unknown: { title: 'There is no such certificate', why: 'It may be another Gatehouse’s.' },
  missing: (name: string) => ({
    title: 'The certificate’s file is missing',
    why: `The folder certificates of the data folder should have ${name}. Whoever runs Gatehouse can put it back from a copy.`,
  }),
  changed: (name: string) => ({
    title: 'The certificate’s file was changed',
    why: `The file ${name} in the folder certificates of the data folder is not as it was issued, so it is not handed out. Whoever runs Gatehouse can put it back from a copy.`,
  }),
};

/** Why there is no file of a plan. */
export const planFile = {
  slow: {
    title: 'The plan is not there yet',
    why: 'Microsoft has not answered all of it yet. Nothing was done; try again in a moment.',
  },
  none: { title: 'There is no plan', why: noCustomer },
};

/** Why a file isn't in a person's OneDrive. */
export const notSaved = {
  notKnown: 'That offer is over, or was for somebody else. Press the button on the card again.',
  notAllowed: 'The file was not saved: this takes an admin of Gatehouse.',
  notSaved:
    'The file could not be put into your OneDrive. Press Accept again in a moment, or use the link on the card.',
};

/** What a person does about a OneDrive that nothing can be written to. */
export const useTheLink = 'Use the link instead.';

// What commands are called.
import type { Words } from '../en/index.js';

/** The first is shown by `/help`; the English names work too. */
export const commands: Words['commands'] = {
  tenants: ['mandanten'],
  history: ['verlauf'],
  certificate: ['nachweis', 'zertifikat'],
  leftovers: ['restzugriff'],
  status: ['status'],
  subscribe: ['abonnieren', 'benachrichtigen'],
  unsubscribe: ['abbestellen'],
  language: ['sprache'],
  help: ['hilfe'],
};

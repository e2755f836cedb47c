// What commands are called.
import type { Catalogue } from '../en/index.js';

/** The first is shown by `/help`; the English names work too. */
export const commands: Catalogue['commands'] = {
  tenants: ['mandanten'],
  view: ['ansicht'],
  views: ['ansichten'],
  add: ['hinzufügen'],
  tag: ['tag', 'tags'],
  note: ['notiz'],
  ticket: ['ticket'],
  snooze: ['ruhen'],
  take: ['übernehmen'],
  release: ['freigeben'],
  enable: ['aktivieren'],
  revalidate: ['prüfen', 'pruefen'],
  keep: ['behalten'],
  disable: ['deaktivieren'],
  templates: ['vorlagen'],
  open: ['offen', 'eingang'],
  expiring: ['ablauf'],
  fleet: ['flotte', 'bestand'],
  export: ['export', 'exportieren'],
  import: ['importieren'],
  history: ['verlauf'],
  certificate: ['nachweis', 'zertifikat'],
  leftovers: ['restzugriff'],
  status: ['status'],
  subscribe: ['abonnieren', 'benachrichtigen'],
  unsubscribe: ['abbestellen'],
  language: ['sprache'],
  help: ['hilfe'],
};

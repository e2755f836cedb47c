// What commands are called.
import type { Catalogue } from '../en/index.js';

/** What people type besides the English names; those with an accent also without it. */
export const commands: Catalogue['commands'] = {
  tenants: ['locataires'],
  view: ['vue'],
  views: ['vues'],
  add: ['ajouter'],
  tag: ['étiquette', 'étiquettes'],
  note: ['note'],
  ticket: ['ticket'],
  snooze: ['reporter'],
  take: ['prendre'],
  release: ['libérer'],
  enable: ['activer'],
  revalidate: ['revalider'],
  keep: ['conserver'],
  disable: ['désactiver', 'desactiver'],
  templates: ['modèles'],
  open: ['ouverts'],
  expiring: ['échéances', 'echeances'],
  fleet: ['parc'],
  export: ['exporter'],
  import: ['importer'],
  history: ['historique'],
  certificate: ['certificat'],
  leftovers: ['résiduels', 'residuels'],
  status: ['état', 'etat', 'statut'],
  subscribe: ['abonner'],
  unsubscribe: ['désabonner', 'desabonner'],
  language: ['langue'],
  help: ['aide'],
};

// The query language: what people type for its keys and values.
import type { Catalogue } from '../en/index.js';

/** Of several words for one thing the first is written, and all are understood. */
export const query: Catalogue['query'] = {
  names: {
    keys: {
      status: ['status'],
      cause: ['grund', 'ursache'],
      tag: ['tag', 'tags'],
      template: ['vorlage', 'vorlagen'],
      ends: ['endet', 'ablauf'],
      dap: ['dap'],
      leftover: ['rest', 'restzugriff'],
      drift: ['abweichung'],
    },
    causes: {
      requestElsewhere: 'andere Anfrage',
      requestRefused: 'Anfrage abgelehnt',
      roleMissing: 'Rolle fehlt',
      groupNotAssigned: 'Gruppe nicht zugewiesen',
      assignmentFailed: 'Zuweisung fehlgeschlagen',
      noAzurePlan: 'kein Azure-Plan',
      azurePlanNotActive: 'Azure-Plan nicht aktiv',
      notReseller: 'kein Reseller',
      relationshipLost: 'Beziehung verloren',
      couldNotCheck: 'nicht prüfbar',
      keepsFailing: 'schlägt immer fehl',
      assignmentStuck: 'Zuweisung hängt',
      takesTooLong: 'dauert zu lange',
      unknownStatus: 'unbekannter Status',
      assignmentGone: 'Zuweisung entfernt',
      rolesTakenAway: 'Rollen entzogen',
    },
    yes: ['ja'],
    no: ['nein'],
    never: ['nie', 'niemals'],
    days: ['t', 'tag', 'tage', 'tagen'],
    weeks: ['w', 'woche', 'wochen'],
  },
};

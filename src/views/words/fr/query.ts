// The query language: what people type for its keys and values.
import type { Catalogue } from '../en/index.js';

/** Of several words for one thing the first is written, and all are understood. */
export const query: Catalogue['query'] = {
  names: {
    keys: {
      status: ['état', 'statut'],
      cause: ['cause', 'causes'],
      tag: ['étiquette', 'étiquettes'],
      template: ['modèle', 'modèles'],
      ends: ['fin', 'expire'],
      dap: ['dap'],
      leftover: ['résiduel', 'résiduels'],
      drift: ['écart'],
    },
    causes: {
      requestElsewhere: 'autre demande',
      requestRefused: 'demande refusée',
      roleMissing: 'rôle manquant',
      groupNotAssigned: 'groupe non attribué',
      assignmentFailed: 'échec d’attribution',
      noAzurePlan: 'aucun plan Azure',
      azurePlanNotActive: 'plan Azure inactif',
      notReseller: 'non revendeur',
      relationshipLost: 'relation perdue',
      couldNotCheck: 'non vérifiable',
      keepsFailing: 'échoue toujours',
      assignmentStuck: 'attribution bloquée',
      takesTooLong: 'prend trop longtemps',
      unknownStatus: 'statut inconnu',
      assignmentGone: 'attribution supprimée',
      rolesTakenAway: 'rôles retirés',
    },
    yes: ['oui'],
    no: ['non'],
    never: ['jamais'],
    days: ['j', 'jour', 'jours'],
    weeks: ['s', 'sem', 'semaine', 'semaines'],
  },
};

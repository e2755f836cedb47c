// The query language: what people type for its keys and values.
import type { Catalogue } from '../en/index.js';

/** Of several words for one thing the first is written, and all are understood. */
export const query: Catalogue['query'] = {
  names: {
    keys: {
      status: ['estado'],
      cause: ['causa', 'causas'],
      tag: ['etiqueta', 'etiquetas'],
      template: ['plantilla', 'plantillas'],
      ends: ['vence', 'termina'],
      dap: ['dap'],
      leftover: ['residual', 'residuales'],
      drift: ['desviación'],
    },
    causes: {
      requestElsewhere: 'otra solicitud',
      requestRefused: 'solicitud rechazada',
      roleMissing: 'falta rol',
      groupNotAssigned: 'grupo sin asignar',
      assignmentFailed: 'asignación fallida',
      noAzurePlan: 'sin plan de Azure',
      azurePlanNotActive: 'plan de Azure inactivo',
      notReseller: 'no revendedor',
      relationshipLost: 'relación perdida',
      couldNotCheck: 'sin comprobar',
      keepsFailing: 'sigue fallando',
      assignmentStuck: 'asignación atascada',
      takesTooLong: 'tarda demasiado',
      unknownStatus: 'estado desconocido',
      assignmentGone: 'asignación eliminada',
      rolesTakenAway: 'roles retirados',
    },
    yes: ['sí'],
    no: ['no'],
    never: ['nunca', 'jamás'],
    days: ['d', 'día', 'días'],
    weeks: ['s', 'sem', 'semana', 'semanas'],
  },
};

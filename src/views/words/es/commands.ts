// What commands are called.
import type { Catalogue } from '../en/index.js';

/** What people type besides the English names; `/help` shows the first. */
export const commands: Catalogue['commands'] = {
  tenants: ['inquilinos'],
  view: ['vista'],
  views: ['vistas'],
  add: ['agregar', 'añadir'],
  tag: ['etiqueta', 'etiquetas'],
  note: ['nota'],
  ticket: ['ticket'],
  snooze: ['posponer'],
  take: ['asumir'],
  release: ['liberar'],
  enable: ['habilitar'],
  revalidate: ['revalidar'],
  keep: ['conservar'],
  disable: ['deshabilitar'],
  templates: ['plantillas'],
  open: ['pendientes'],
  expiring: ['vencimientos'],
  fleet: ['flota', 'conjunto'],
  export: ['exportar'],
  import: ['importar'],
  history: ['historial'],
  certificate: ['certificado'],
  leftovers: ['residual'],
  status: ['estado'],
  subscribe: ['suscribir'],
  unsubscribe: ['desuscribir'],
  language: ['idioma'],
  help: ['ayuda'],
};

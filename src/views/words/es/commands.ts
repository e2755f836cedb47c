// What commands are called.
import type { Words } from '../en/index.js';

/** What people type besides the English names; `/help` shows the first. */
export const commands: Words['commands'] = {
  tenants: ['inquilinos'],
  history: ['historial'],
  certificate: ['certificado'],
  leftovers: ['residual'],
  status: ['estado'],
  subscribe: ['suscribir'],
  unsubscribe: ['desuscribir'],
  language: ['idioma'],
  help: ['ayuda'],
};

// The list of leftover access.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only; names are foreign text. */
export const leftovers = {
  title: 'Acceso residual',
  intro: 'Inquilinos no administrados a los que aún tiene acceso, los más graves primero.',
  levels: {
    liveAccessAndDelegatedAdmin: '⛔ Acceso activo (GDAP) y privilegios de administrador delegado (DAP)',
    liveAccess: '⚠️ Acceso activo (GDAP)',
    delegatedAdmin: '⚠️ Privilegios de administrador delegado (DAP)',
    approvalRequest: '✉️ Solicitud abierta',
  },
  andRequest: ({ level }: { level: string }) => `${level}, y una solicitud abierta`,
  gone: '✅ Ya no está en esta lista',
  notReadYet: 'privilegios delegados (DAP) aún sin comprobar',
  since: ({ day }: { day: string }) => `desde el ${day}`,
  approvableUntil: ({ day }: { day: string }) => `se puede aprobar hasta el ${day}`,
  endsOn: ({ day }: { day: string }) => `finaliza el ${day}`,
  customer: ({ known }: { known: string }) => `Cliente · ${known}`,
  formerCustomer: ({ known }: { known: string }) => `No es cliente en el Centro de partners · ${known}`,
  planTooltip: ({ tenant }: { tenant: string }) => `Planear la baja de ${tenant}`,
  none: '✅ No hay acceso residual a inquilinos no administrados.',
  noneYet: 'Nada detectado por ahora. Gatehouse sigue leyendo y esta tarjeta se completa sola.',
  customersOnly: count(
    '{count, plural, one {# cliente más no está administrado y, hasta donde sabe Gatehouse, solo está vinculado con usted por la relación de revendedor.} other {# clientes más no están administrados y, hasta donde sabe Gatehouse, solo están vinculados con usted por la relación de revendedor.}}',
  ),
  unread: count(
    'Gatehouse aún no ha comprobado si {count, plural, one {# inquilino tiene} other {# inquilinos tienen}} privilegios de administrador delegado (DAP). Comprueba hasta 200 cada vez que alguien abre esta lista y esta tarjeta se completa sola. Seleccione “Actualizar” para comprobar más.',
  ),
  fallback: count('Acceso residual: {count, plural, =0 {ninguno detectado} one {# inquilino} other {# inquilinos}}'),
};

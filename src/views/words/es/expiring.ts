// The list of tenants whose access ends.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only. */
export const expiring = {
  title: 'Acceso que finaliza',
  intro: 'Inquilinos cuyo acceso finaliza, los más próximos primero. El acceso que se prorroga solo no aparece aquí.',
  /** `when`: “on” a day, or “today”. */
  endsOn: ({ when }: { when: string }) => `Finaliza ${when}`,
  endedOn: ({ day }: { day: string }) => `⛔ Finalizó el ${day}`,
  blocked: '⚠️ El rol Administrador global impide prorrogarlo',
  successorWaits: '✉️ Hay una solicitud de sucesión en espera',
  /** How long it still lasts. */
  left: icu<{ days: number }>('{days, plural, =0 {en menos de un día} one {en # día} other {en # días}}'),
  gone: '✅ Ya no está en esta lista',
  none: '✅ Ningún acceso finaliza: todo se prorroga solo.',
  rollingOver: count(
    '{count, plural, one {El acceso a # inquilino más se prorroga solo.} other {El acceso a # inquilinos más se prorroga solo.}}',
  ),
  /** The way here from the list of tenants. */
  soon: icu<{ count: number; days: number }>(
    '{count, plural, one {# finaliza en {days} días} other {# finalizan en {days} días}}',
  ),
  /** A message about many of them. */
  warnings: {
    title: count(
      '{count, plural, one {⏳ El acceso a # inquilino finaliza pronto} other {⏳ El acceso a # inquilinos finaliza pronto}}',
    ),
    line: ({ tenant, day }: { tenant: string; day: string }) => `${tenant}: finaliza el ${day}`,
  },
  fallback: count('Acceso que finaliza: {count, plural, =0 {ninguno} one {# inquilino} other {# inquilinos}}'),
};

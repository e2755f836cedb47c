// What waits for a person.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const waiting = {
  title: 'Esto le espera',
  intro: 'Todo lo que necesita a una persona, lo más grave primero.',
  searched: ({ search }: { search: string }) => `Solo los inquilinos que coinciden con «${search}».`,
  awaitedBatches: icu<{ count: number }>(
    '{count, plural, one {🔐 # lote espera a un segundo administrador.} other {🔐 # lotes esperan a un segundo administrador.}}',
  ),
  /** Those that don’t fit. */
  moreBatches: icu<{ count: number }>(
    '{count, plural, one {# más aparecerá cuando se decida sobre estos.} other {# más aparecerán cuando se decida sobre estos.}}',
  ),
  approvedRequests: icu<{ count: number }>(
    '{count, plural, one {⚠️ # solicitud se aprobó después del offboarding de su inquilino.} other {⚠️ # solicitudes se aprobaron después del offboarding de sus inquilinos.}}',
  ),
  /** What it is, from the worst on. */
  matters: {
    accessLost: '⛔ Acceso perdido',
    offboardingStopped: '⚠️ Offboarding detenido',
    secondAdmin: '🔐 Un segundo administrador debe aprobar',
    ends: '⏳ El acceso termina y nada lo conserva',
    issues: '⚠️ Problemas encontrados',
    unanswered: '✉️ El cliente no ha respondido',
    drift: '⚠️ La extensión automática está desactivada',
    leftover: 'Acceso restante a un inquilino no administrado',
  },
  owner: ({ person }: { person: string }) => `Responsable: ${person}`,
  noOwner: 'Aún sin responsable',
  /** Of a row that keeps its place. */
  over: '✅ Aquí ya no espera nada',
  none: '✅ No le espera nada: todos los inquilinos están atendidos, ¡que tenga un buen día!',
  noneFound: '✅ No espera nada en los inquilinos que coinciden.',
  fallback: icu<{ count: number }>('Esto le espera: {count, plural, =0 {nada} one {# inquilino} other {# inquilinos}}'),
};

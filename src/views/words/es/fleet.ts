// How all tenants stand, and how that moves: the card of `/fleet` and the monthly report.
import { icu } from './icu.js';

type Took = { unit: 'hours' | 'days'; count: number };
type Moved = { direction: 'more' | 'fewer' | 'same'; count: number };
type Ends = { count: number; month: string; most: number; where: 'all' | 'first' | 'most' };
type Approved = { count: number; median: string; most: string; spread: 'few' | 'fewSame' | 'many' | 'manySame' };

export const fleet = {
  title: 'Todos los inquilinos',
  of: ({ query }: { query: string }) => `Inquilinos que coinciden con ${query}`,
  none: 'Todavía no hay inquilinos.',
  noneMatch: 'Ningún inquilino coincide.',
  statuses: {
    title: 'Estado',
    sentence: icu<{ approved: number; total: number; percent: number }>(
      '{total, plural, one {{approved, plural, =0 {El inquilino no está aprobado.} other {El inquilino está aprobado.}}} other {{approved, number} de # inquilinos {approved, plural, one {está aprobado} other {están aprobados}} ({percent}\u00A0%).}}',
    ),
    moved: ({ moves }: { moves: string }) => `Aprobados: ${moves}.`,
    week: icu<Moved>(
      '{direction, select, more {{count, number} más que hace una semana} fewer {{count, number} menos que hace una semana} other {los mismos que hace una semana}}',
    ),
    month: icu<Moved>(
      '{direction, select, more {{count, number} más que hace un mes} fewer {{count, number} menos que hace un mes} other {los mismos que hace un mes}}',
    ),
    notYet: 'Aquí verá cómo cambia cuando se haya contado una semana.',
    now: 'Ahora',
    weekAgo: 'Hace una semana',
    monthAgo: 'Hace un mes',
  },
  ends: {
    title: 'Accesos que finalizan',
    sentence: icu<Ends>(
      'El acceso a {count, plural, one {# inquilino finaliza en {month}} other {# inquilinos finaliza en los próximos 12 meses, {where, select, all {{count, plural, =2 {ambos} other {todos}} en {month}} first {el primero en {month}} other {sobre todo en {month} ({most, number})}}}}.',
    ),
    none: 'Ningún acceso finaliza en los próximos 12 meses.',
    soon: 'Finalizan en 30 días',
  },
  waiting: {
    title: 'Solicitudes que esperan al cliente',
    sentence: icu<{ count: number; old: number }>(
      '{count, plural, one {# solicitud espera al cliente, {old, plural, =0 {desde hace menos de 30 días} other {desde hace 30 días o más}}.} other {# solicitudes esperan a sus clientes; {old, plural, =0 {ninguna} other {#}} desde hace 30 días o más.}}',
    ),
    none: 'Ninguna solicitud espera a un cliente.',
    ages: ['Menos de 3 días', 'De 3 a 9 días', 'De 10 a 29 días', '30 días o más'],
  },
  globalAdministrator: {
    title: 'Administrador global',
    list: 'Con Administrador global',
    sentence: icu<{ count: number; active: number; percent: number }>(
      '{active, plural, one {La relación activa tiene} other {{count, number} de # relaciones activas {count, plural, one {tiene} other {tienen}}}} el rol Administrador global ({percent}\u00A0%). Microsoft no {count, plural, one {la} other {las}} prorroga.',
    ),
    none: 'Ninguna relación activa tiene el rol Administrador global.',
  },
  approvals: {
    title: 'De la solicitud a la aprobación',
    sentence: icu<Approved>(
      '{count, plural, one {La solicitud aprobada este mes o en los dos anteriores tardó {median}.} other {De # solicitudes aprobadas este mes y en los dos anteriores, {spread, select, few {la mitad tardó {median} o menos, y {count, plural, =2 {ambas} other {todas}} {most} o menos} fewSame {{count, plural, =2 {ambas} other {todas}} tardaron {most} o menos} manySame {nueve de cada diez tardaron {most} o menos} other {la mitad tardó {median} o menos, y nueve de cada diez {most} o menos}}.}}',
    ),
    took: icu<Took>(
      '{unit, select, hours {{count, plural, one {# hora} other {# horas}}} other {{count, plural, one {# día} other {# días}}}}',
    ),
    none: 'No se aprobó ninguna solicitud este mes ni en los dos anteriores.',
  },
  trend: {
    title: 'Últimos 90 días',
    sentence: icu<{ from: number; to: number; issuesFrom: number; issuesTo: number }>(
      'Aprobados: de {from, number} a {to, number}. Problemas detectados: de {issuesFrom, number} a {issuesTo, number}.',
    ),
  },
  report: {
    title: ({ day }: { day: string }) => `Todos los inquilinos el ${day}`,
    recently: icu<{ enabled: number; offboarded: number }>(
      'En los últimos 30 días, {enabled, plural, =0 {no se habilitó ningún inquilino} one {se habilitó # inquilino} other {se habilitaron # inquilinos}} y {offboarded, plural, =0 {ninguno se dio de baja por completo} one {# se dio de baja por completo} other {# se dieron de baja por completo}}.',
    ),
    footer: ({ partner }: { partner: string }) => `${partner} · elaborado por Gatehouse`,
    pageNumber: ({ page, pages }: { page: number; pages: number }) => `Página ${page} de ${pages}`,
    /** The way to the file. */
    get: 'Informe (PDF)',
    label: 'el informe (PDF)',
    subscribe: 'Enviar cada mes',
    unsubscribe: 'No enviarlo más',
    isSent: 'El primer día laborable de cada mes llega aquí un informe en PDF.',
    isNotSent: 'Aquí ya no llega ningún informe por sí solo.',
    /** What people type after the command. */
    asked: ['informe', 'report', 'pdf'],
  },
};

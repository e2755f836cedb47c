// Tags, and access templates by which tenants are told apart.
import { icu } from './icu.js';

/** The answers to `/tag`. Tags and names are foreign text. */
export const tags = {
  title: 'Etiquetas',
  howToAsk:
    'Escriba /etiqueta, el nombre de un inquilino y las etiquetas, por ejemplo “/etiqueta contoso vip”. “-vip” quita una etiqueta. Sin etiquetas, se muestran las que tiene el inquilino.',
  notTags: ({ given, most }: { given: string; most: number }) =>
    `“${given}” no puede ser una etiqueta. Las etiquetas tienen letras, dígitos y guiones, como máximo ${most} caracteres. No se cambió nada.`,
  none: ({ tenant }: { tenant: string }) => `${tenant} no tiene etiquetas.`,
  now: ({ tenant, tags }: { tenant: string; tags: string }) => `Etiquetas de ${tenant}: ${tags}`,
};

/** Access templates: which one a tenant has, and the card of `/templates`. */
export const templates = {
  changed: {
    title: icu<{ template: string; count: number }>(
      '{count, plural, one {⚠️ Plantilla de acceso “{template}” modificada: # inquilino necesita una nueva solicitud} other {⚠️ Plantilla de acceso “{template}” modificada: # inquilinos necesitan una nueva solicitud}}',
    ),
    several: icu<{ count: number }>(
      '{count, plural, one {⚠️ Plantillas de acceso modificadas: # inquilino necesita una nueva solicitud} other {⚠️ Plantillas de acceso modificadas: # inquilinos necesitan una nueva solicitud}}',
    ),
    hint: 'Cada cliente tiene que aprobar los roles añadidos en una nueva solicitud. El acceso actual se conserva hasta entonces.',
    review: 'Revisar',
    list: 'Mostrar inquilinos',
  },
  title: 'Plantillas de acceso',
  intro:
    'Cada inquilino tiene una: la elegida para él; si no, la de la primera regla que se aplica; si no, la predeterminada. Son privilegiados los roles que Microsoft marca así.',
  because: ({ template, reason }: { template: string; reason: string }) =>
    `Plantilla de acceso “${template}”: ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'elegida para este inquilino',
    default: 'predeterminada, porque ninguna regla se aplica',
    tag: ({ tag }: { tag: string }) => `regla para la etiqueta ${tag}`,
    name: ({ name }: { name: string }) => `regla para el nombre ${name}`,
  },
  /** What a row of the card is about. */
  rows: {
    tenants: 'Inquilinos',
    givenTo: 'Se da a',
    groups: 'Grupos',
    howLong: 'Duración',
    azure: 'Azure',
    repair: 'Si cambia el acceso',
  },
  group: ({ name }: { name: string }) => `Grupo “${name}”`,
  label: ({ what }: { what: string }) => `${what}:`,
  use: icu<{ count: number; enabled: number }>(
    '{count, plural, =0 {ninguno} one {#, {enabled, plural, =0 {no habilitado} other {habilitado}}} other {#, {enabled, plural, one {# habilitado} other {# habilitados}}}}',
  ),
  /** How many tenants have it, then by what. */
  whyThey: ({ what, why }: { what: string; why: string }) => `${what} (${why})`,
  by: {
    rule: icu<{ count: number }>('{count, number} por regla'),
    default: icu<{ count: number }>('{count, number} de forma predeterminada'),
    choice: icu<{ count: number }>('{count, number} por elección'),
  },
  /** Which tenants have it, with how many. */
  given: {
    rules: {
      tag: icu<{ tag: string; count: number }>('inquilinos con la etiqueta {tag} ({count, number})'),
      name: icu<{ name: string; count: number }>('inquilinos llamados {name} ({count, number})'),
    },
    noRule: 'todo inquilino sin una regla que se aplique',
    onlyChosen: 'solo los inquilinos para los que se ha elegido',
  },
  /** Roles of a group. */
  roles: {
    privileged: ({ names }: { names: string }) => `privilegiados: ${names}`,
    others: ({ names }: { names: string }) => `no privilegiados: ${names}`,
    manyOthers: icu<{ count: number }>('{count, plural, one {# rol no privilegiado} other {# roles no privilegiados}}'),
  },
  cannotRenew: 'no puede renovarse por “Administrador global”',
  azure: { required: 'se requiere un plan de Azure activo', notRequired: 'no se requiere' },
  repair: { byItself: 'Gatehouse lo restablece por sí solo', reported: 'Gatehouse avisa y usted decide' },
  moreGroups: icu<{ count: number }>('{count, plural, one {y # grupo más} other {y # grupos más}}'),
  earlierLeft: icu<{ count: number }>(
    '{count, plural, one {# inquilino aún tiene una relación anterior} other {# inquilinos aún tienen una relación anterior}} junto a la que la sustituyó. Un administrador puede finalizarla.',
  ),
  gone: ({ names }: { names: string }) =>
    `Elegidas para inquilinos, pero ya no existen: ${names}. Estos inquilinos tienen la plantilla que indican las reglas.`,
};

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

/** The card of `/templates`. */
export const templates = {
  title: 'Plantillas de acceso',
  use: icu<{ name: string; count: number; enabled: number }>(
    '“{name}”: {count, plural, one {# inquilino} other {# inquilinos}}, {enabled, plural, one {# habilitado} other {# habilitados}}',
  ),
  because: ({ template, reason }: { template: string; reason: string }) =>
    `Plantilla de acceso “${template}”: ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'elegida al habilitar',
    default: 'predeterminada, porque ninguna regla se aplica',
    tag: ({ tag }: { tag: string }) => `regla para la etiqueta ${tag}`,
    name: ({ name }: { name: string }) => `regla para el nombre ${name}`,
  },
  content: {
    days: icu<{ days: number }>('{days, plural, one {# día} other {# días}}'),
    renews: 'se renueva automáticamente',
    cannotRenew: 'no puede renovarse por “Administrador global”',
    ends: 'no se renueva',
    azure: 'requiere Azure',
    repairs: 'se corrige por sí sola',
  },
  group: ({ group, roles }: { group: string; roles: string }) => `${group}: ${roles}`,
  moreGroups: icu<{ count: number }>('{count, plural, one {y # grupo más} other {y # grupos más}}'),
  more: icu<{ count: number }>('{count, plural, one {y # plantilla más} other {y # plantillas más}}'),
  gone: ({ names }: { names: string }) =>
    `Elegidas para inquilinos, pero ya no existen: ${names}. Estos inquilinos tienen la plantilla que indican las reglas.`,
};

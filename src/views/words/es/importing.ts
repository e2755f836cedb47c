// Import: tags from rows that a person hands in.
import { icu } from './icu.js';

/** Names and what stands in cells are foreign text. */
export const importing = {
  title: 'Importar',
  howTo:
    'Escriba /importar y pegue líneas debajo, primero los encabezados, o adjunte un archivo CSV. Lo que escribe «/exportar inquilinos csv» se puede cambiar e importar de nuevo.',
  columns: ({ id, domain, tenant, tags }: Record<'id' | 'domain' | 'tenant' | 'tags', string>) =>
    `«${id}», «${domain}» o «${tenant}» dice de qué inquilino se trata. Lo que hay en «${tags}» se le pone, y «-vip» quita una etiqueta. No cambia nada más.`,
  ownChat: 'La importación funciona en su propio chat con Gatehouse, donde solo usted ve las líneas.',
  noHeadings: ({ id, domain, tenant, tags }: Record<'id' | 'domain' | 'tenant' | 'tags', string>) =>
    `La primera línea debe nombrar las columnas: una es «${id}», «${domain}» o «${tenant}», y otra «${tags}».`,
  nothing: 'No hay nada que cambiar',
  more: icu<{ count: number }>('{count, plural, one {y # inquilino más} other {y # inquilinos más}}'),
  unchanged: icu<{ count: number }>(
    '{count, plural, one {# línea dice lo que ya es así.} other {# líneas dicen lo que ya es así.}}',
  ),
  bad: icu<{ count: number }>(
    '{count, plural, one {# línea no se puede importar y no cambia nada:} other {# líneas no se pueden importar y no cambian nada:}}',
  ),
  line: ({ line, why }: { line: number; why: string }) => `Línea ${line}: ${why}`,
  moreBad: icu<{ count: number }>(
    '{count, plural, one {y # línea más} other {y # líneas más}}. Corríjalas e importe el archivo de nuevo.',
  ),
  lost: 'Esta importación ya no está guardada. Envíe las líneas de nuevo.',
  why: {
    unknownColumn: ({ given }: { given: string }) => `No hay ninguna columna «${given}».`,
    unknownTenant: ({ given }: { given: string }) => `Ningún inquilino se llama «${given}».`,
    didYouMean: ({ name }: { name: string }) => `¿Quiso decir «${name}»?`,
    ambiguous: ({ given }: { given: string }) => `Varios inquilinos se llaman «${given}». Use el id. de inquilino.`,
    notTags: ({ given, most }: { given: string; most: number }) =>
      `«${given}» no puede ser una etiqueta. Las etiquetas tienen letras, dígitos y guiones, ${most} caracteres como máximo.`,
    unknownTemplate: ({ given }: { given: string }) => `No hay ninguna plantilla de acceso «${given}».`,
    twice: ({ first }: { first: number }) => `Este inquilino ya está en la línea ${first}.`,
    noTenant: 'No dice de qué inquilino se trata.',
    tooManyTags: ({ most }: { most: number }) => `El inquilino tendría más de ${most} etiquetas.`,
    offboarding: 'La baja completa del inquilino está en curso.',
    otherTemplate: 'La plantilla de acceso se elige al habilitar el inquilino.',
    otherOwner: 'Cada persona se hace cargo de un inquilino por sí misma.',
  },
};

// Import: changes to tenants from rows that a person hands in.
import { icu } from './icu.js';

/** Columns by the titles that exports give them. */
type ColumnName = 'id' | 'domain' | 'tenant' | 'tags' | 'template' | 'owner';

/** Names and what stands in cells are foreign text. */
export const importing = {
  title: 'Importar',
  howTo:
    'Escriba /importar y pegue líneas debajo, primero los encabezados, o adjunte un libro (XLSX) o un archivo CSV. Si el chat quita los saltos de línea, ponga «;» entre las filas y «,» entre las celdas. Lo que escribe «/exportar inquilinos» se puede cambiar e importar de nuevo.',
  columns: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `«${id}», «${domain}» o «${tenant}» dice de qué inquilino se trata. Lo que hay en «${tags}» se le pone, y «-vip» quita una etiqueta. «${template}» elige su plantilla de acceso, digan lo que digan las reglas, y «${owner}» dice quién se encarga de él. Las celdas vacías y las demás columnas no cambian nada.`,
  /** What becomes of one of the columns. */
  part: ({ column, value }: { column: string; value: string }) => `${column}: ${value}`,
  ownChat: 'La importación funciona en su propio chat con Gatehouse, donde solo usted ve las líneas.',
  noHeadings: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `La primera línea debe nombrar las columnas: una es «${id}», «${domain}» o «${tenant}», y otra «${tags}», «${template}» o «${owner}».`,
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
    unknownOwner: ({ given }: { given: string }) =>
      `Gatehouse no conoce a «${given}». Pídale que escriba una vez a Gatehouse y, después, importe de nuevo, con su nombre completo o su id. de objeto de Entra.`,
    ambiguousOwner: ({ given }: { given: string }) =>
      `Varias personas se llaman «${given}». Use el id. de objeto de Entra.`,
    mayNotOwn: ({ given }: { given: string }) =>
      `«${given}» necesita el rol de operador para encargarse de inquilinos. Pida que agreguen a esa persona a OPERATORS en la configuración de Gatehouse y, después, importe de nuevo.`,
    ownerNotChecked: ({ given }: { given: string }) =>
      `Gatehouse no ha podido comprobar ahora los grupos de «${given}» en Microsoft Entra, así que no sabe si puede encargarse de inquilinos. Importe de nuevo esta línea en un momento.`,
    ownedByOther: ({ given }: { given: string }) =>
      `${given} se encarga de este inquilino. Solo un administrador puede cambiarlo.`,
    askerNotChecked: ({ given }: { given: string }) =>
      `${given} se encarga de este inquilino, y solo un administrador puede cambiarlo. Gatehouse no ha podido comprobar ahora los grupos de usted en Microsoft Entra. Importe de nuevo esta línea en un momento.`,
  },
};

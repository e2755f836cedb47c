// Exit certificates in the chat, and the ways to their files.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times are for text blocks only; names are foreign text. */
export const certificates = {
  tooltip: ({ which }: { which: string }) => `Certificado de baja: ${which}`,
  titled: count('{count, plural, one {# certificado de baja} other {# certificados de baja}}'),
  newest: ({ shown, total }: { shown: number; total: number }) =>
    `Certificados de baja: los ${shown} más recientes de ${total}`,
  findOthers: 'Para buscar otros, escriba **/certificate** y un nombre, un id. de inquilino o un número.',
  number: ({ id }: { id: string }) => `Certificado ${id}`,
  nameAndDay: ({ tenant, date }: { tenant: string; date: string }) => `${tenant}, ${date}`,
  none: 'Aún no hay certificados de baja',
  noMatch: ({ search }: { search: string }) => `Ningún certificado de baja coincide con “${search}”`,
  didYouMean: ({ nearest }: { nearest: string }) => `¿Quiso decir ${nearest}? Escriba /certificate y el nombre.`,
  howTo:
    'El certificado se emite cuando la baja completa de un inquilino ha terminado. Para dar de baja un inquilino, ábralo y seleccione “Dar de baja por completo”.',
  access: {
    none: 'Baja terminada: no queda ningún acceso',
    remains: 'Baja terminada: queda acceso',
    unread: 'Baja terminada: no se encontró acceso, pero no se pudo leer todo',
    notKnown: 'Baja terminada: no se sabe si queda acceso',
    unsaid: 'Baja terminada: quedan elementos',
  },
  yours: {
    none: ({ tenant }: { tenant: string }) => `Ya no tiene acceso a ${tenant}.`,
    delegatedAdmin: ({ tenant }: { tenant: string }) =>
      `Sigue teniendo privilegios de administrador delegado (DAP) en ${tenant}.`,
    remains: ({ tenant, list }: { tenant: string; list: string }) => `Sigue teniendo acceso a ${tenant}: ${list}.`,
    notKnown: ({ tenant }: { tenant: string }) => `No se sabe si sigue teniendo acceso a ${tenant}.`,
    unread: ({ list }: { list: string }) => `No se pudo determinar con Microsoft: ${list}.`,
  },
  someStayed: icu<{ tenant: string; count: number }>(
    '{tenant}: baja terminada; {count, plural, one {# elemento se conservó} other {# elementos se conservaron}}.',
  ),
  nothingRemoved: 'No se quitó nada.',
  removed: count(
    '{count, plural, one {# elemento quitado. Se comprobó con Microsoft que ya no existe.} other {# elementos quitados. Se comprobó con Microsoft que ninguno existe ya.}}',
  ),
  remains: 'El certificado indica qué sigue existiendo, si da acceso y quién puede hacer algo al respecto.',
  stillInPlace: 'Sigue existiendo:',
  moreInCertificate: ({ count: more }: { count: number }) => `y ${more} más, todos indicados en el certificado`,
  deleted:
    'Todo lo demás que Gatehouse guardaba sobre este inquilino se ha eliminado, salvo los id. del registro de auditoría y los de las solicitudes de aprobación que aún se vigilan.',
  issued: 'Emitido',
  certificate: 'Certificado',
  hash: 'SHA-256 del JSON',
  pdfLanguage: 'Idioma del PDF',
  translation: 'Este PDF es una traducción, generada a partir del certificado emitido.',
  get: ({ kind, tenant }: { kind: string; tenant: string }) => `Obtener el certificado en ${kind}: ${tenant}`,
  of: ({ tenant }: { tenant: string }) => `certificado de ${tenant}`,
  notOffboarded: ({ tenant }: { tenant: string }) => `No se ha dado de baja a ${tenant}`,
  dropped: 'La baja se deshizo o se canceló antes de comenzar. No se hizo nada y nada ha cambiado.',
};

// The search in the box where a message is written, and the card that it inserts into any chat.

/** Names are foreign text. */
export const searchAnywhere = {
  /** After a status. */
  since: ({ date }: { date: string }) => `desde el ${date}`,
  /** On an inserted card, for a person who may see no tenant. */
  forOthers: {
    title: 'El inquilino de un cliente',
    line: 'Solo las personas con acceso a Gatehouse ven su estado actual. Si necesita acceso, pídalo a su administrador de Gatehouse.',
  },
  slow: 'Está tardando más de lo habitual. Vuelva a intentarlo dentro de un momento.',
  notUnderstood: 'Gatehouse no entiende esta búsqueda. Busque parte de un nombre o, por ejemplo, status:approved.',
  memberNotChecked:
    'Gatehouse no pudo comprobar desde este chat que usted es miembro de su organización. Salude una vez a Gatehouse en su propio chat con usted y vuelva a buscar.',
};

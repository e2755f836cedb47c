// What stands above every card, and what cards of every kind say.

/** Of cards of every kind. */
export const card = {
  sandbox: '🧪 Entorno de pruebas: nada de esto llega a Microsoft',
  playCustomer: 'Actuar como este cliente',
  knownAsOf: ({ time }: { time: string }) =>
    `⚠️ Información de las ${time}. Gatehouse no puede acceder a su base de datos en este momento.`,
  /** A person whose name Teams doesn't say. */
  nameless: 'usuario de Teams',
  /** In a sentence such as “Ends on 22 November 2026”, and its place on that very day. */
  onDay: ({ day }: { day: string }) => `el ${day}`,
  today: 'hoy',
  /** Whom a message is meant for above all. */
  concerns: ({ names }: { names: string }) => `Para ${names}`,
};

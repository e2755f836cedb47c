// Help and greeting.

/** `say` is what a person types. */
export const help = {
  title: 'Comandos',
  hint: 'La barra es opcional. En un canal o un chat grupal, mencione primero a Gatehouse.',
  /** A button's label and a tenant's name, which can be typed too. */
  buttonsToo: ({ enable, disable, offboarding }: { enable: string; disable: string; offboarding: string }) =>
    `También puede escribir “${enable} contoso”, “${disable} contoso” o “${offboarding} contoso”: abre la tarjeta del inquilino y no cambia nada.`,
  notUnderstood: ({ said }: { said: string }) => `No reconozco “${said}”.`,
  didYouMean: ({ nearest }: { nearest: string }) => `¿Quiso decir ${nearest}?`,
  showTenants: 'Mostrar todos los inquilinos de clientes',
  /** What subscribed conversations are notified of. The manifest says it too, so it has at most 128 characters. */
  notifiedWhen:
    'Recibirá avisos aquí cuando un acceso se apruebe, finalice o se pierda, haya problemas o una baja le necesite o termine.',
  commands: {
    tenants: 'Todos los inquilinos de clientes con su estado, los más urgentes primero',
    tenantsByName: 'Inquilinos por parte del nombre, dominio o id. de inquilino',
    tenantsByStatus: 'Inquilinos por estado',
    open: 'Lo que espera a una persona, lo más grave primero; «/pendientes yo» muestra solo sus inquilinos',
    expiring: 'Inquilinos cuyo acceso finaliza, los más próximos primero',
    fleet: 'Cómo están todos los inquilinos y cómo cambia',
    tenantsByTag: 'Inquilinos con una etiqueta',
    view: 'Abrir una de sus vistas, o guardar una búsqueda como vista',
    views: 'Sus búsquedas guardadas, con lo que encuentran',
    add: 'Agregar un cliente que no está en ninguna lista, por dominio o id. de inquilino (operadores)',
    tag: 'Poner una etiqueta a un inquilino; “-vip” la quita (operadores)',
    note: 'Una nota sobre un inquilino, que todos ven en su tarjeta (operadores)',
    ticket: 'El ticket que trata de un inquilino (operadores)',
    snooze: 'Posponer un inquilino unos días, con un motivo (operadores)',
    take: 'Encargarse de un inquilino, o de todos los que coincidan: todos ven su nombre (operadores)',
    release: 'Dejar de encargarse de un inquilino, o de todos los que coincidan (operadores)',
    assign:
      'Entregar un inquilino, o todos los que coincidan, a otra persona; pueden quien se encarga y los administradores (operadores)',
    enable: 'Solicitar acceso a todos los inquilinos que coincidan, tras un ensayo (operadores)',
    revalidate: 'Revalidar todos los inquilinos que coincidan (operadores)',
    keep: 'Conservar el acceso a todos los inquilinos que coincidan (operadores)',
    disable: 'Deshabilitar todos los inquilinos que coincidan (administradores)',
    batches: 'Lo que se inició para muchos inquilinos a la vez, y cómo va',
    templates: 'Las plantillas de acceso y qué inquilinos las tienen',
    export:
      'Obtener inquilinos, relaciones, asignaciones, acceso residual, avisos para clientes o historial en un archivo',
    import:
      'Cambiar etiquetas, plantillas de acceso y responsables con líneas pegadas o un archivo, tras una vista previa (operadores)',
    history: 'Quién hizo qué en un inquilino, con los id. de solicitud de Microsoft',
    certificate: 'El certificado de baja de un inquilino dado de baja por completo (administradores)',
    leftovers: 'Inquilinos no administrados a los que aún tiene acceso',
    status: 'Estado de Gatehouse y de sus entregas (administradores)',
    subscriptions: 'De qué se avisa a esta conversación y por qué',
    unsubscribe: 'Dejar de avisar en esta conversación',
    language: 'El idioma de esta conversación',
    help: 'Esta lista',
    helpSearch: 'Cómo buscar inquilinos',
  },
  /** What people say besides commands, without punctuation; English works too. */
  smallTalk: {
    hello: ['hola', 'buenas', 'buen día', 'buenos días', 'buenas tardes', 'buenas noches'],
    helloTitle: '¡Hola!',
    helloLine: 'Escriba /tenants para ver los inquilinos de sus clientes o /help para ver todos los comandos.',
    thanks: ['gracias', 'muchas gracias', 'mil gracias', 'ok gracias', 'perfecto gracias'],
    thanksTitle: '¡De nada!',
  },
  greeting: {
    title: 'Gatehouse ya está aquí',
    what: 'Los inquilinos de sus clientes en esta conversación: solicite acceso, vea quién lo ha aprobado y renuncie a él cuando ya no lo necesite.',
    subscribed:
      'Escriba **/unsubscribe** para dejar de recibirlos o **/help** para ver todos los comandos. En un canal o un chat grupal, mencione primero a Gatehouse.',
    notSubscribed:
      'Aquí no hay avisos automáticos: la persona que instaló Gatehouse no tiene ningún rol. Alguien que tenga uno puede escribir **/subscribe**. En un canal o un chat grupal, mencione primero a Gatehouse.',
    forCard:
      'Aquí no hay avisos automáticos: Gatehouse se agregó poco después de una búsqueda, quizá solo para una tarjeta. Alguien que tenga uno puede escribir **/subscribe**. En un canal o un chat grupal, mencione primero a Gatehouse.',
  },
};

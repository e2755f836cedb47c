// What Teams shows of the app: in its store, its "about" page, and the list of its commands.

/** At most 100, 80 and 4000 characters; of a command 128. Commands that aren't here are described as in help. */
export const manifest = {
  fullName: 'Gatehouse para partners de Microsoft',
  shortDescription: 'Los inquilinos de sus clientes y su acceso a ellos, en el chat',
  fullDescription:
    'Gatehouse muestra cada inquilino de cliente con el estado de su acceso delegado (GDAP), pide a los clientes su aprobación, le avisa cuando un acceso se aprueba o se pierde y le pone fin cuando usted ya no lo necesita. Todo ocurre en el chat donde ya trabaja su equipo.',
  commands: {
    tenants: 'Inquilinos de clientes con su estado; agregue un nombre o un estado para buscar',
    history: 'Quién hizo qué en un inquilino; agregue su nombre',
    certificate: 'El certificado de baja de un inquilino; agregue su nombre (administradores)',
    language: 'El idioma de esta conversación; agregue otro para cambiarlo',
    help: 'Mostrar todos los comandos',
  },
  /** The search while writing a message. Titles have at most 32 characters, all else 128. */
  search: {
    title: 'Buscar inquilinos',
    description: 'Busque un inquilino por nombre, estado o fin del acceso e inserte su tarjeta en su mensaje',
    query: {
      title: 'Búsqueda',
      description: 'Un nombre, un dominio o condiciones como status:approved, ends<30d o tag:vip',
    },
    status: 'Estado',
    endsAfter: 'El acceso termina desde',
    endsBefore: 'El acceso termina hasta',
    day: 'Una fecha como 2027-01-31 o días desde hoy, como 30d',
    tag: { title: 'Etiqueta', description: 'Una etiqueta que su equipo ha puesto a inquilinos' },
    /** What a person may ask Copilot. */
    prompts: [
      '¿En qué clientes termina el acceso el mes que viene?',
      '¿Qué inquilinos necesitan aprobación?',
      '¿Qué inquilinos con la etiqueta vip tienen problemas?',
    ],
  },
};

// Why a call to Microsoft failed, and who can fix it.

const lookThere = 'Pida a un agente de administración que lo compruebe en el Centro de partners.';
const checkTemplate =
  'Si también se rechaza para otros clientes, pida a su administrador de Gatehouse que compruebe los roles y grupos de la plantilla de acceso.';
const sameElsewhere = 'Su plantilla de acceso es correcta: funciona con otro cliente.';

/** Cause and cure of a problem, as whole sentences; what Microsoft said; what was tried. */
export const problems = {
  noRights: {
    cause: 'La cuenta o la aplicación con la que Gatehouse inicia sesión no tiene permiso para hacer esto.',
    cure: ({ permission }: { permission: string }) =>
      `Pida a un Administrador global del inquilino de su organización que agregue la cuenta a AdminAgents y dé consentimiento a la aplicación para el permiso ${permission}.`,
  },
  partnerCenterPermission: 'user_impersonation de Microsoft Partner Center',
  consentMissing: {
    cause:
      'La aplicación con la que Gatehouse inicia sesión no tiene consentimiento en el inquilino de su organización, o su cuenta es un invitado en él.',
    cure: 'Pida a su administrador de Gatehouse que ejecute npm run sign-in, que muestra lo que falta, con el vínculo para que un Administrador global lo conceda.',
  },
  partnerCenterClosed: {
    cause: ({ answer }: { answer: string }) =>
      `La API del Centro de partners rechaza a Gatehouse, como hace con los revendedores indirectos (${answer}).`,
    cure: 'Los revendedores indirectos administran a sus clientes en el Centro de partners. Si usted es un partner de facturación directa o un proveedor indirecto, pida a un Administrador global que agregue la cuenta de Gatehouse a AdminAgents.',
  },
  notAccepted: {
    request: {
      cause: 'Microsoft no aceptó la solicitud, normalmente porque GDAP no admite uno de sus roles.',
      cure: checkTemplate,
    },
    assignment: {
      cause: 'Normalmente, el grupo no existe o un rol no está activado en el inquilino del cliente.',
      cure: checkTemplate,
    },
    check: {
      cause: 'Microsoft no aceptó la consulta.',
      cure: 'Pida a su administrador de Gatehouse que busque la llamada en el registro.',
    },
    removal: { cause: 'Microsoft no aceptó la eliminación.', cure: lookThere },
  },
  notAcceptedOnlyHere: {
    request: {
      cause: `Microsoft solo rechaza la solicitud para este cliente. ${sameElsewhere}`,
      cure: 'Pida a un agente de administración que solicite la relación en el Centro de partners (el cliente, Relaciones de administración), que indica cuál es el problema.',
    },
    assignment: {
      cause: `Solo la rechaza para este cliente, normalmente porque un rol no está activado en su inquilino. ${sameElsewhere}`,
      cure: 'Pida a un agente de administración que asigne el grupo en el Centro de partners (el cliente, Relaciones de administración), que indica cuál es el problema.',
    },
  },
  nameTaken: {
    cause: 'Otra relación de su Centro de partners ya tiene el nombre que eligió Gatehouse.',
    cure: 'La próxima solicitud recibe otro nombre. Para saber quién creó esa relación, consulte el Centro de partners.',
  },
  notFound: {
    cause: 'Microsoft no encuentra el cliente, la relación o el grupo en cuestión.',
    cure: 'Pida a un agente de administración que compruebe que el cliente sigue en el Centro de partners y que los grupos de la plantilla de acceso siguen en Entra.',
  },
  notFoundInRemoval: { cause: 'Microsoft no encuentra lo que se debe quitar.', cure: lookThere },
  throttled: { cause: 'Microsoft pidió a Gatehouse que esperara.', cure: 'Normalmente se resuelve por sí solo.' },
  notPossibleNow: {
    cause: 'Microsoft indica que ahora no es posible.',
    cure: 'Normalmente se resuelve por sí solo.',
  },
  noUsableAnswer: {
    cause: 'Microsoft no dio una respuesta válida.',
    cure: 'Normalmente se resuelve por sí solo. Los incidentes graves aparecen en la página de estado del servicio de Microsoft.',
  },
  /** For text blocks only. */
  signInLost: ({ since }: { since: string }) =>
    `Gatehouse no puede cambiar nada en Microsoft desde el ${since}. Muestra lo que aún puede leer.`,
  said: {
    unreachableBecause: ({ answer }: { answer: string }) => `no se pudo conectar con Microsoft: ${answer}`,
    answered: ({ answer }: { answer: string }) => `Microsoft respondió ${answer}`,
    unreachable: 'Microsoft no respondió',
    throttled: 'Microsoft pidió a Gatehouse que esperara',
    unexpectedAnswer: 'la respuesta de Microsoft no se pudo leer',
    refused: 'Microsoft lo rechazó',
    /** After one of the others. */
    requestId: ({ id }: { id: string }) => ` (id. de solicitud ${id})`,
  },
  checked: { azurePlan: 'plan de Azure', assignments: 'asignaciones de acceso' },
  aGroup: 'un grupo',
  tried: {
    setAutoExtend: 'Activación de la prórroga automática',
    removeGlobalAdministrator: 'Eliminación de Administrador global',
    createSuccessor: 'Creación de la relación que sigue',
    lockSuccessor: 'Envío de su solicitud al cliente',
    readRelationships: 'Lectura de las relaciones del cliente',
    createRelationship: 'Creación de la relación',
    lockForApproval: 'Envío de la solicitud al cliente',
    assignAccess: ({ group }: { group: string }) => `Asignación de roles a “${group}”`,
    widenAssignment: ({ group }: { group: string }) => `Adición de roles a “${group}”`,
    removeAssignment: ({ group }: { group: string }) => `Eliminación de la asignación anterior de “${group}”`,
    endEarlier: 'Finalización de la relación anterior',
  },
};

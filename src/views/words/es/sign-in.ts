// Why Gatehouse can't sign in to Microsoft, and who can fix it.

const runSignIn = 'Pida a su administrador de Gatehouse que ejecute npm run sign-in.';
const retries = 'Gatehouse lo reintenta automáticamente, al menos una vez por minuto.';
const newSecret =
  'Pida a su administrador de Gatehouse que cree uno nuevo en Entra (Registros de aplicaciones, la aplicación de Gatehouse, Certificados y secretos), actualice la configuración y reinicie Gatehouse. npm run doctor indica de qué valor de la configuración se trata.';

/**
 * `why` follows “Gatehouse no puede iniciar sesión:” in a headline; without it the headline says that Gatehouse isn't signed in.
 * `cause` is what happened and why, `cure` who does what, and where.
 */
export const signInReasons = {
  signInExpired: {
    why: '',
    cause: 'Gatehouse no ha iniciado sesión, o su inicio de sesión ha expirado o se ha revocado.',
    cure: runSignIn,
  },
  mfaRequired: {
    why: 'falta autenticación multifactor',
    cause: 'El inicio de sesión de Gatehouse se hizo sin autenticación multifactor, que Microsoft exige.',
    cure: 'Pida a su administrador de Gatehouse que ejecute npm run sign-in y use autenticación multifactor.',
  },
  accessBlocked: {
    why: 'bloqueo por directiva o ubicación',
    cause:
      'Una directiva de acceso condicional del inquilino de su organización bloquea la cuenta de Gatehouse o la ubicación desde la que se conecta.',
    cure: `Pida a su administrador de Entra que compruebe la cuenta en Entra (Registros de inicio de sesión, Acceso condicional) y que cambie la directiva o excluya la cuenta. ${retries}`,
  },
  accountDisabled: {
    why: 'su cuenta está deshabilitada',
    cause: 'La cuenta con la que Gatehouse inicia sesión está deshabilitada.',
    cure: `Pida a su administrador de Entra que la habilite en Entra (Usuarios). ${retries}`,
  },
  accountLocked: {
    why: 'su cuenta está bloqueada',
    cause:
      'La cuenta con la que Gatehouse inicia sesión está bloqueada, normalmente tras inicios de sesión fallidos o de riesgo.',
    cure: `Pida a su administrador de Entra que revise los registros de inicio de sesión de la cuenta en Entra y la desbloquee, o espere a que termine el bloqueo. ${retries}`,
  },
  accountNotAssigned: {
    why: 'su cuenta no está asignada',
    cause: 'La cuenta con la que Gatehouse inicia sesión no está asignada a la aplicación de Gatehouse.',
    cure: `Pida a su administrador de Entra que la asigne en Entra (Aplicaciones empresariales, la aplicación de Gatehouse, Usuarios y grupos). ${retries}`,
  },
  accountUnknown: {
    why: 'su cuenta ya no existe',
    cause: 'La cuenta con la que Gatehouse había iniciado sesión ya no está en su inquilino.',
    cure: 'Pida a su administrador de Gatehouse que ejecute npm run sign-in con otra cuenta, o a su administrador de Entra que restaure esta.',
  },
  credentialExpired: {
    why: 'su secreto de cliente ha expirado',
    cause: 'El secreto de cliente de la aplicación de Gatehouse ha expirado.',
    cure: newSecret,
  },
  credentialRefused: {
    why: 'secreto o certificado no aceptado',
    cause:
      'Entra no acepta el secreto o el certificado de la aplicación de Gatehouse, normalmente porque no es el registrado.',
    cure: 'Pida a su administrador de Gatehouse que compare la configuración con Entra (Registros de aplicaciones, la aplicación de Gatehouse, Certificados y secretos). Se necesita el valor del secreto, no su id. npm run doctor indica de qué valor de la configuración se trata. Si es una identidad administrada, compruebe PARTNER_MANAGED_IDENTITY y la credencial federada de la aplicación.',
  },
  appUnknown: {
    why: 'su aplicación no existe en Entra',
    cause: 'Su inquilino no tiene ninguna aplicación con el id. de la configuración de Gatehouse.',
    cure: 'Pida a su administrador de Gatehouse que compare PARTNER_CLIENT_ID y PARTNER_TENANT_ID con Entra (Registros de aplicaciones).',
  },
  appDisabled: {
    why: 'su aplicación está deshabilitada',
    cause: 'La aplicación de Gatehouse está deshabilitada en su inquilino.',
    cure: `Pida a su administrador de Entra que la habilite en Entra (Aplicaciones empresariales, la aplicación de Gatehouse, Propiedades: ¿Habilitado para que los usuarios inicien sesión?). ${retries}`,
  },
  tenantUnknown: {
    why: 'su inquilino no existe',
    cause: 'Microsoft no encuentra ningún inquilino con el id. o el dominio de la configuración de Gatehouse.',
    cure: 'Pida a su administrador de Gatehouse que corrija PARTNER_TENANT_ID.',
  },
  serviceMissing: {
    why: 'falta un servicio de Microsoft',
    cause: 'A su inquilino le falta un servicio que Gatehouse usa: Microsoft Graph o Microsoft Partner Center.',
    cure: `Pida a su administrador de Entra que dé su consentimiento a los permisos de la aplicación de Gatehouse, lo que agrega el servicio. npm run sign-in muestra el vínculo. ${retries}`,
  },
  serviceDisabled: {
    why: 'un servicio está deshabilitado',
    cause:
      'Un servicio que Gatehouse usa, Microsoft Graph o Microsoft Partner Center, está deshabilitado en su inquilino.',
    cure: `Pida a su administrador de Entra que lo habilite en Entra (Aplicaciones empresariales, Propiedades: ¿Habilitado para que los usuarios inicien sesión?). ${retries}`,
  },
  signInRefused: {
    why: 'Microsoft lo rechaza',
    cause: 'Microsoft rechaza el inicio de sesión de Gatehouse por un motivo que Gatehouse no reconoce.',
    cure: `Pida a su administrador de Entra que busque la respuesta de Microsoft en los registros de inicio de sesión de la cuenta en Entra. ${retries}`,
  },
};

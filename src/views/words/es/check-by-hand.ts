// Where a person checks by hand what a checkup couldn't.

/** By check; absent: nowhere that's simpler than checking again. */
export const checkByHand = {
  graphPermissions: 'Compruebe Entra > Registros de aplicaciones > su aplicación > Permisos de API.',
  adminAgents: 'Compruebe Entra > Grupos > AdminAgents > Miembros: la cuenta debe estar ahí.',
  gdapServicePrincipal: 'Busque “Partner Customer Delegated Administration” en Entra > Aplicaciones empresariales.',
  people: 'Compruebe Entra > Grupos: cada grupo de ADMINS, OPERATORS y VIEWERS necesita miembros.',
  templateGroups:
    'Compruebe Entra > Grupos: cada grupo debe ser un grupo de seguridad y, para Azure, miembro de AdminAgents.',
  webhooks: 'Ejecute npm run webhooks para ver el registro.',
  appCredential: 'Compruebe Entra > Registros de aplicaciones > su aplicación > Certificados y secretos.',
  botCredential: 'Compruebe Entra > Registros de aplicaciones > la aplicación del bot > Certificados y secretos.',
};

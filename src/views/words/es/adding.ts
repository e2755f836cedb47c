// Adding a customer that's on no list.

/** The answers to `/add`. Names are foreign text. */
export const adding = {
  title: 'Agregar un cliente',
  howToAsk:
    'Escriba /agregar y el dominio o el id. de inquilino del cliente, por ejemplo “/agregar contoso.com”. Gatehouse muestra a quién encontró y pregunta antes de agregarlo.',
  question: ({ tenant }: { tenant: string }) => `¿Agregar ${tenant} como cliente?`,
  domain: ({ domain }: { domain: string }) => `Dominio: ${domain}`,
  tenantId: ({ id }: { id: string }) => `Id. de inquilino: ${id}`,
  unnamed:
    'Gatehouse no puede leer el nombre de este inquilino porque no se ha concedido el permiso CrossTenantInformation.ReadBasic.All. Compare el id. de inquilino con su cliente.',
  unlisted:
    'Ni el Centro de partners ni Microsoft Graph incluye este inquilino entre sus clientes. Agregarlo no solicita nada; eso lo hace “Habilitar”.',
  yes: 'Agregar cliente',
  changed: 'Esto lleva ahora a un inquilino distinto del anterior, así que todavía no se agregó nada.',
  added: ({ tenant }: { tenant: string }) => `Se agregó ${tenant}. “Habilitar” solicita acceso.`,
  removed: ({ tenant }: { tenant: string }) => `Se quitó ${tenant} de su lista.`,
  known: ({ tenant }: { tenant: string }) => `${tenant} ya está en su lista.`,
  notADomain: ({ given }: { given: string }) =>
    `“${given}” no es un dominio ni un id. de inquilino. Escriba, por ejemplo, “/agregar contoso.com”.`,
  notFound: ({ given }: { given: string }) =>
    `Microsoft Entra no tiene ningún inquilino con “${given}”. Compruebe la ortografía o pida al cliente el id. de inquilino.`,
  ourselves: 'Es su propio inquilino, así que no puede ser un cliente.',
  inAnotherCloud: ({ given }: { given: string }) =>
    `“${given}” está en una nube de Microsoft distinta de la de su propio inquilino, como la del Gobierno de EE. UU. o la de China. Una relación GDAP no puede pasar de una a otra.`,
  slow: 'Microsoft aún no ha respondido, así que no se agregó nada. Inténtelo de nuevo en un momento.',
};

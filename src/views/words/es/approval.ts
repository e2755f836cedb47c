// The card with the approval link. What it holds for the customer is in customer-message.ts.

/** For the person who asked. */
export const approval = {
  title: ({ tenant }: { tenant: string }) => `Vínculo de aprobación para ${tenant}`,
  hint: 'Solo usted ve esto. Envíe el vínculo a un Administrador global o a un Customer Delegated Admin Relationship Administrator de la organización del cliente. Nadie más puede aprobarlo.',
  linkLabel: 'Vínculo: selecciónelo todo y cópielo',
  messageLabel: 'Mensaje para el cliente: selecciónelo todo y cópielo',
  openTooltip: 'Abrir la página de aprobación',
  languageLabel: 'Idioma del mensaje',
  rewrite: 'Cambiar idioma',
  partnerUnnamed:
    'El mensaje no indica el nombre de su empresa, porque PARTNER_NAME no está definido. Agregue el nombre antes de enviarlo o pida a su administrador de Gatehouse que defina PARTNER_NAME.',
};

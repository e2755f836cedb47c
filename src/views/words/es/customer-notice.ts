// Lo que un cliente sabe de antemano, porque sus propias alertas lo notifican.

/** Names are foreign text. */
export const customerNotice = {
  copy: 'Copiar el aviso para el cliente',
  title: ({ tenant }: { tenant: string }) => `Aviso para ${tenant}`,
  hint: 'Envíelo antes de confirmar, para que las alertas del cliente no sorprendan a nadie. No contiene ningún vínculo de aprobación.',
  about: {
    extend: 'renovación',
    removeGlobalAdministrator: 'retirada de Administrador global',
    request: 'nueva solicitud',
    offboarding: 'baja completa',
  },
};

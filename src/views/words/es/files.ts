// How a file gets to the person who asked for it.
/** Times are for text blocks only. */
export const files = {
  offered: 'Teams pregunta abajo si puede guardar el archivo en su OneDrive.',
  link: ({ until }: { until: string }) =>
    `El vínculo se abre sin iniciar sesión hasta el ${until} (10 minutos). No lo comparta.`,
  orLink: ({ until }: { until: string }) =>
    `O use el vínculo, que se abre sin iniciar sesión hasta el ${until} (10 minutos). No lo comparta.`,
  unavailable:
    'Gatehouse no puede entregar archivos aquí, porque no tiene ninguna dirección que usted pueda abrir. Pida a su administrador de Gatehouse que defina PUBLIC_URL.',
  open: ({ label }: { label: string }) => `Abrir ${label}`,
};

// How a file gets to the person who asked for it.
/** Times are for text blocks only. */
export const files = {
  offered: 'Teams vous demande ci-dessous l’autorisation d’enregistrer le fichier dans votre OneDrive.',
  link: ({ until }: { until: string }) =>
    `Le lien s’ouvre sans connexion jusqu’au ${until} (10 minutes). Ne le partagez pas.`,
  orLink: ({ until }: { until: string }) =>
    `Vous pouvez aussi utiliser le lien, qui s’ouvre sans connexion jusqu’au ${until} (10 minutes). Ne le partagez pas.`,
  unavailable:
    'Gatehouse ne peut pas remettre de fichiers ici, car il n’a pas d’adresse que vous puissiez ouvrir. Demandez à votre administrateur Gatehouse de définir PUBLIC_URL.',
  open: ({ label }: { label: string }) => `Ouvrir le fichier ${label}`,
};

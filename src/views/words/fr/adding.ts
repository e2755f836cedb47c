// Adding a customer that's on no list.

/** The answers to `/add`. Names are foreign text. */
export const adding = {
  title: 'Ajouter un client',
  howToAsk:
    'Tapez /ajouter suivi du domaine ou de l’ID de locataire du client, par exemple « /ajouter contoso.com ». Gatehouse montre qui il a trouvé et demande confirmation avant d’ajouter qui que ce soit.',
  question: ({ tenant }: { tenant: string }) => `Ajouter ${tenant} comme client ?`,
  domain: ({ domain }: { domain: string }) => `Domaine : ${domain}`,
  tenantId: ({ id }: { id: string }) => `ID de locataire : ${id}`,
  unnamed:
    'Gatehouse ne peut pas lire le nom de ce locataire, car l’autorisation CrossTenantInformation.ReadBasic.All n’est pas accordée. Comparez l’ID de locataire avec votre client.',
  unlisted:
    'Ni l’Espace partenaires ni Microsoft Graph ne répertorie ce locataire parmi vos clients. L’ajouter ne demande rien ; c’est « Activer » qui le fait.',
  yes: 'Ajouter le client',
  changed: 'Cela mène maintenant à un autre locataire qu’avant ; rien n’a donc encore été ajouté.',
  added: ({ tenant }: { tenant: string }) => `${tenant} a été ajouté. « Activer » demande l’accès.`,
  removed: ({ tenant }: { tenant: string }) => `${tenant} a été retiré de votre liste.`,
  known: ({ tenant }: { tenant: string }) => `${tenant} est déjà dans votre liste.`,
  notADomain: ({ given }: { given: string }) =>
    `« ${given} » n’est ni un domaine ni un ID de locataire. Tapez par exemple « /ajouter contoso.com ».`,
  notFound: ({ given }: { given: string }) =>
    `Microsoft Entra n’a aucun locataire avec « ${given} ». Vérifiez l’orthographe, ou demandez l’ID de locataire au client.`,
  ourselves: 'C’est votre propre locataire ; il ne peut pas être un client.',
  inAnotherCloud: ({ given }: { given: string }) =>
    `« ${given} » se trouve dans un autre cloud Microsoft que votre propre locataire, comme celui du gouvernement des États-Unis ou celui de la Chine. Une relation GDAP ne peut pas aller de l’un à l’autre.`,
  slow: 'Microsoft n’a pas encore répondu ; rien n’a donc été ajouté. Réessayez dans un instant.',
};

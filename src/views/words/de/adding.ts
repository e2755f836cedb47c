// Adding a customer that's on no list.

/** The answers to `/add`. Names are foreign text. */
export const adding = {
  title: 'Kunden hinzufügen',
  howToAsk:
    'Schreiben Sie /hinzufügen und die Domäne oder Mandanten-ID des Kunden, etwa „/hinzufügen contoso.com“. Gatehouse zeigt, wen es gefunden hat, und fragt, bevor es jemanden hinzufügt.',
  question: ({ tenant }: { tenant: string }) => `${tenant} als Kunden hinzufügen?`,
  domain: ({ domain }: { domain: string }) => `Domäne: ${domain}`,
  tenantId: ({ id }: { id: string }) => `Mandanten-ID: ${id}`,
  unnamed:
    'Gatehouse kann den Namen dieses Mandanten nicht lesen, weil die Berechtigung CrossTenantInformation.ReadBasic.All nicht erteilt ist. Vergleichen Sie die Mandanten-ID mit Ihrem Kunden.',
  unlisted:
    'Weder das Partner Center noch Microsoft Graph führt diesen Mandanten als Ihren Kunden. Das Hinzufügen fordert nichts an; das tut erst „Aktivieren“.',
  yes: 'Kunden hinzufügen',
  changed: 'Das führt jetzt zu einem anderen Mandanten als zuvor; deshalb wurde noch nichts hinzugefügt.',
  added: ({ tenant }: { tenant: string }) => `${tenant} wurde hinzugefügt. „Aktivieren“ fordert Zugriff an.`,
  removed: ({ tenant }: { tenant: string }) => `${tenant} wurde aus Ihrer Liste entfernt.`,
  known: ({ tenant }: { tenant: string }) => `${tenant} steht bereits in Ihrer Liste.`,
  notADomain: ({ given }: { given: string }) =>
    `„${given}“ ist weder eine Domäne noch eine Mandanten-ID. Schreiben Sie zum Beispiel „/hinzufügen contoso.com“.`,
  notFound: ({ given }: { given: string }) =>
    `Microsoft Entra hat keinen Mandanten mit „${given}“. Prüfen Sie die Schreibweise, oder fragen Sie den Kunden nach der Mandanten-ID.`,
  ourselves: 'Das ist Ihr eigener Mandant; er kann kein Kunde sein.',
  inAnotherCloud: ({ given }: { given: string }) =>
    `„${given}“ liegt in einer anderen Microsoft-Cloud als Ihr eigener Mandant, etwa in der für die US-Regierung oder für China. Eine GDAP-Beziehung kann nicht von der einen in die andere reichen.`,
  slow: 'Microsoft hat noch nicht geantwortet; deshalb wurde nichts hinzugefügt. Versuchen Sie es gleich noch einmal.',
};

// Where a person checks by hand what a checkup couldn't.

/** By check; absent: nowhere that's simpler than checking again. */
export const checkByHand = {
  graphPermissions: 'Prüfen Sie in Entra > App-Registrierungen > Ihre App > API-Berechtigungen.',
  adminAgents: 'Prüfen Sie in Entra > Gruppen > AdminAgents > Mitglieder: Das Konto muss dort aufgeführt sein.',
  gdapServicePrincipal:
    'Suchen Sie in Entra > Unternehmensanwendungen nach „Partner Customer Delegated Administration“.',
  people: 'Prüfen Sie in Entra > Gruppen: Jede Gruppe in ADMINS, OPERATORS und VIEWERS braucht Mitglieder.',
  templateGroups:
    'Prüfen Sie in Entra > Gruppen: Jede Gruppe muss eine Sicherheitsgruppe sein und für Azure Mitglied von AdminAgents.',
  webhooks: 'Führen Sie npm run webhooks aus, um die Registrierung zu sehen.',
  appCredential: 'Prüfen Sie in Entra > App-Registrierungen > Ihre App > Zertifikate & Geheimnisse.',
  botCredential: 'Prüfen Sie in Entra > App-Registrierungen > App des Bots > Zertifikate & Geheimnisse.',
};

// What a checkup found about the partner's directory, the access template and Partner Center.
import { checkByHand } from './check-by-hand.js';
import { grantConsent } from './checkup-sign-in.js';
import { icu } from './icu.js';

const meanwhile = 'Gatehouse bemerkt Änderungen weiterhin, aber erst bei der nächsten Prüfung aller Mandanten.';

/** By finding: what was found, and how to fix it. */
export const directoryFindings = {
  inAdminAgents: { found: 'Das Konto ist Mitglied.' },
  notInAdminAgents: {
    found: 'Das Konto ist kein Mitglied von AdminAgents und kann deshalb keine Kunden verwalten.',
    cure: 'Bitten Sie einen Globalen Administrator, das Konto in Entra zur Gruppe AdminAgents hinzuzufügen.',
  },
  noAdminAgents: {
    found: 'Ihr Mandant hat keine Gruppe AdminAgents. Jeder Partnermandant hat diese Gruppe.',
    cure: 'Prüfen Sie, ob PARTNER_TENANT_ID der Mandant ist, der im Partner Center registriert ist.',
  },
  servicePrincipalThere: { found: '„Partner Customer Delegated Administration“ ist in Ihrem Mandanten vorhanden.' },
  servicePrincipalMissing: {
    found:
      '„Partner Customer Delegated Administration“ fehlt in Ihrem Mandanten. Dieser Dienstprinzipal wird nur für Aufrufe gebraucht, die die App ohne angemeldeten Benutzer ausführt.',
    cure: 'Bitten Sie einen Administrator, diesen Befehl auszuführen: az ad sp create --id 2832473f-ec63-45fb-976f-5d45a7d4bb91',
  },
  rolesKnown: { found: icu<{ count: number }>('{count, plural, one {# Rolle} other {# Rollen}}, alle bekannt.') },
  rolesUnknown: {
    found: ({ roles }: { roles: string }) => `Diese Rollen stehen nicht in der Liste von Gatehouse: ${roles}.`,
    cure: 'Tragen Sie eine neue integrierte Rolle in eine eigene Liste ein und setzen Sie GDAP_ROLES auf diese Datei. Korrigieren Sie andernfalls die Zugriffsvorlage.',
  },
  groupsGood: {
    found: icu<{ count: number }>('{count, plural, one {# Gruppe, gefunden} other {# Gruppen, alle gefunden}}.'),
    foundNested: icu<{ count: number }>(
      '{count, plural, one {# Gruppe, gefunden und in AdminAgents} other {# Gruppen, alle gefunden und in AdminAgents}}.',
    ),
  },
  groupMissing: {
    found: ({ group, id }: { group: string; id: string }) => `„${group}“ (${id}) existiert nicht.`,
    cure: 'Tragen Sie die Objekt-ID einer Sicherheitsgruppe Ihres eigenen Mandanten in die Zugriffsvorlage ein.',
  },
  groupNotSecurity: {
    found: ({ group }: { group: string }) =>
      `„${group}“ ist keine Sicherheitsgruppe. Nur Sicherheitsgruppen können Zugriff erhalten.`,
    cure: 'Erstellen Sie in Entra eine Sicherheitsgruppe und tragen Sie ihre Objekt-ID in die Zugriffsvorlage ein.',
  },
  groupNotNested: {
    found: ({ group }: { group: string }) =>
      `„${group}“ ist kein Mitglied von AdminAgents, deshalb erreichen die Mitglieder der Gruppe keine Azure-Abonnements.`,
    cure: 'Wenn sie das sollen, bitten Sie einen Gruppenadministrator, die Gruppe in Entra zu AdminAgents hinzuzufügen.',
  },
  groupNamedOtherwise: {
    found: ({ group, directoryName }: { group: string; directoryName: string }) =>
      `„${group}“ in der Vorlage heißt in Entra „${directoryName}“.`,
    cure: 'Prüfen Sie, ob es die richtige Gruppe ist, und korrigieren Sie den Namen in der Zugriffsvorlage.',
  },
  groupsLeftOut: {
    found: icu<{ count: number }>(
      '{count, plural, one {# weitere Gruppe der Vorlage wurde} other {# weitere Gruppen der Vorlage wurden}} nicht geprüft, um Aufrufe bei Microsoft zu begrenzen.',
    ),
    cure: checkByHand.templateGroups,
  },
  noGroupNested: {
    found: 'Die Vorlage umfasst Azure, aber keine ihrer Gruppen ist in AdminAgents.',
    cure: 'Bitten Sie einen Gruppenadministrator, die Gruppe Ihrer Azure-Administratoren in Entra zu AdminAgents hinzuzufügen.',
  },
  // Partner Center.
  partnerCenterReached: { found: 'Die API akzeptiert Gatehouse.' },
  partnerCenterClosed: {
    found:
      'Die API lehnt Gatehouse ab (403 1002), wie bei indirekten Resellern üblich. Gatehouse arbeitet mit Microsoft Graph allein weiter und führt die Kunden auf, auf die Sie durch GDAP Zugriff haben. Azure, delegierte Administratorrechte (DAP), Resellerbeziehungen und die Ereignisse des Partner Centers sind nicht verfügbar.',
    cure: 'Ein indirekter Reseller muss nichts tun. Wenn Sie Direktabrechnungspartner oder indirekter Anbieter sind, prüfen Sie, ob das Konto in AdminAgents ist; Gatehouse nimmt das Partner Center dann von selbst wieder hinzu.',
  },
  partnerCenterRefuses: {
    found: ({ answer }: { answer: string }) =>
      `Die API lehnt das Konto von Gatehouse ab (${answer}), deshalb kann Gatehouse Ihre Kunden nicht auflisten.`,
    cure: 'Prüfen Sie in Entra, ob das Konto in AdminAgents ist und ob user_impersonation von Microsoft Partner Center die Administratorzustimmung hat.',
  },
  partnerCenterNoConsent: {
    found: 'Der App fehlt die Zustimmung für die Berechtigung user_impersonation von Microsoft Partner Center.',
    cure: grantConsent,
  },
  webhookOurs: {
    found: ({ time }: { time: string }) => `Gehen an Gatehouse. Letztes Ereignis: ${time}.`,
    foundNone: 'Gehen an Gatehouse. Noch kein Ereignis seit dem Start.',
  },
  webhookElsewhere: {
    found: ({ host }: { host: string }) => `Gehen an ein anderes Produkt unter ${host}. ${meanwhile}`,
    cure: 'Nur eine Adresse kann sie empfangen. npm run webhooks -- --register --take-over leitet sie hierher um; dort kommen sie dann nicht mehr an.',
  },
  webhookLacksEvents: {
    found: ({ events }: { events: string }) => `Gehen an Gatehouse, aber ohne ${events}.`,
    cure: 'Führen Sie npm run webhooks -- --register aus, um sie zu registrieren.',
  },
  webhookAbsent: {
    found: `Nicht registriert. ${meanwhile}`,
    cure: 'Setzen Sie PUBLIC_URL und führen Sie dann npm run webhooks -- --register aus.',
  },
  webhookOursUnknown: {
    found: `Gatehouse kann nicht erkennen, ob sie hierher gehen, weil PUBLIC_URL nicht gesetzt ist. ${meanwhile}`,
    cure: 'Setzen Sie PUBLIC_URL auf die Internetadresse von Gatehouse.',
  },
};

// Why Gatehouse can't sign in to Microsoft, and who can fix it.

const runSignIn = 'Bitten Sie Ihren Gatehouse-Administrator, npm run sign-in auszuführen.';
const retries = 'Gatehouse versucht es von selbst erneut, mindestens einmal pro Minute.';
const newSecret =
  'Bitten Sie Ihren Gatehouse-Administrator, in Entra einen neuen zu erstellen (App-Registrierungen, App von Gatehouse, Zertifikate & Geheimnisse), die Einstellungen zu aktualisieren und Gatehouse neu zu starten. npm run doctor nennt die Einstellung.';

/**
 * `why` follows “Gatehouse can’t sign in:” in a headline; without it the headline says that Gatehouse isn't signed in.
 * `cause` is what happened and why, `cure` who does what, and where.
 */
export const signInReasons = {
  signInExpired: {
    why: '',
    cause: 'Gatehouse ist nicht angemeldet, oder die Anmeldung ist abgelaufen oder wurde widerrufen.',
    cure: runSignIn,
  },
  mfaRequired: {
    why: 'ohne Multi-Faktor-Authentifizierung',
    cause: 'Gatehouse wurde ohne Multi-Faktor-Authentifizierung angemeldet, die Microsoft verlangt.',
    cure: 'Bitten Sie Ihren Gatehouse-Administrator, npm run sign-in auszuführen und dabei Multi-Faktor-Authentifizierung zu verwenden.',
  },
  accessBlocked: {
    why: 'Richtlinie oder Standort blockiert',
    cause:
      'Eine Richtlinie für bedingten Zugriff in Ihrem eigenen Mandanten blockiert das Konto von Gatehouse oder den Standort, von dem aus es sich verbindet.',
    cure: `Bitten Sie Ihren Entra-Administrator, das Konto in Entra zu prüfen (Anmeldeprotokolle, Bedingter Zugriff) und die Richtlinie zu ändern oder das Konto auszunehmen. ${retries}`,
  },
  accountDisabled: {
    why: 'Konto deaktiviert',
    cause: 'Das Konto, mit dem sich Gatehouse anmeldet, ist deaktiviert.',
    cure: `Bitten Sie Ihren Entra-Administrator, es in Entra zu aktivieren (Benutzer). ${retries}`,
  },
  accountLocked: {
    why: 'Konto gesperrt',
    cause:
      'Das Konto, mit dem sich Gatehouse anmeldet, ist gesperrt, meist nach fehlgeschlagenen oder riskanten Anmeldungen.',
    cure: `Bitten Sie Ihren Entra-Administrator, die Anmeldeprotokolle des Kontos in Entra zu prüfen und es zu entsperren, oder warten Sie, bis die Sperre endet. ${retries}`,
  },
  accountNotAssigned: {
    why: 'Konto der App nicht zugewiesen',
    cause: 'Das Konto, mit dem sich Gatehouse anmeldet, ist der App von Gatehouse nicht zugewiesen.',
    cure: `Bitten Sie Ihren Entra-Administrator, es in Entra zuzuweisen (Unternehmensanwendungen, App von Gatehouse, Benutzer und Gruppen). ${retries}`,
  },
  accountUnknown: {
    why: 'Konto existiert nicht mehr',
    cause: 'Das Konto, mit dem Gatehouse angemeldet war, ist nicht mehr in Ihrem Mandanten.',
    cure: 'Bitten Sie Ihren Gatehouse-Administrator, npm run sign-in mit einem anderen Konto auszuführen, oder Ihren Entra-Administrator, dieses wiederherzustellen.',
  },
  credentialExpired: {
    why: 'Clientschlüssel abgelaufen',
    cause: 'Der geheime Clientschlüssel der App von Gatehouse ist abgelaufen.',
    cure: newSecret,
  },
  credentialRefused: {
    why: 'Schlüssel oder Zertifikat abgelehnt',
    cause:
      'Entra akzeptiert den geheimen Clientschlüssel oder das Zertifikat der App von Gatehouse nicht, meist weil es nicht die registrierten Anmeldeinformationen sind.',
    cure: 'Bitten Sie Ihren Gatehouse-Administrator, die Einstellungen mit Entra zu vergleichen (App-Registrierungen, App von Gatehouse, Zertifikate & Geheimnisse). Gebraucht wird der Wert des geheimen Clientschlüssels, nicht seine ID. npm run doctor nennt die Einstellung. Bei einer verwalteten Identität prüfen Sie PARTNER_MANAGED_IDENTITY und die Verbundanmeldeinformationen der App.',
  },
  appUnknown: {
    why: 'App fehlt in Ihrem Mandanten',
    cause: 'Ihr Mandant hat keine App mit der ID aus den Einstellungen von Gatehouse.',
    cure: 'Bitten Sie Ihren Gatehouse-Administrator, PARTNER_CLIENT_ID und PARTNER_TENANT_ID mit Entra zu vergleichen (App-Registrierungen).',
  },
  appDisabled: {
    why: 'App deaktiviert',
    cause: 'Die App von Gatehouse ist in Ihrem Mandanten deaktiviert.',
    cure: `Bitten Sie Ihren Entra-Administrator, sie in Entra zu aktivieren (Unternehmensanwendungen, App von Gatehouse, Eigenschaften: Aktiviert für die Benutzeranmeldung). ${retries}`,
  },
  tenantUnknown: {
    why: 'Mandant existiert nicht',
    cause: 'Microsoft findet keinen Mandanten mit der ID oder Domäne aus den Einstellungen von Gatehouse.',
    cure: 'Bitten Sie Ihren Gatehouse-Administrator, PARTNER_TENANT_ID zu korrigieren.',
  },
  serviceMissing: {
    why: 'Microsoft-Dienst fehlt im Mandanten',
    cause: 'Ihrem Mandanten fehlt ein Dienst, den Gatehouse verwendet: Microsoft Graph oder Microsoft Partner Center.',
    cure: `Bitten Sie Ihren Entra-Administrator, den Berechtigungen der App von Gatehouse zuzustimmen; das fügt den Dienst hinzu. npm run sign-in zeigt den Link. ${retries}`,
  },
  serviceDisabled: {
    why: 'Microsoft-Dienst deaktiviert',
    cause:
      'Ein Dienst, den Gatehouse verwendet, Microsoft Graph oder Microsoft Partner Center, ist in Ihrem Mandanten deaktiviert.',
    cure: `Bitten Sie Ihren Entra-Administrator, ihn in Entra zu aktivieren (Unternehmensanwendungen, Eigenschaften: Aktiviert für die Benutzeranmeldung). ${retries}`,
  },
  signInRefused: {
    why: 'von Microsoft abgelehnt',
    cause: 'Microsoft lehnt die Anmeldung von Gatehouse aus einem Grund ab, den Gatehouse nicht kennt.',
    cure: `Bitten Sie Ihren Entra-Administrator, die Antwort von Microsoft in den Anmeldeprotokollen des Kontos in Entra nachzusehen. ${retries}`,
  },
};

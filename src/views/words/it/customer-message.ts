// The message to a customer, in Italian.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: 'Italiano',
  greeting: 'Buongiorno,',
  introduction: ({ sender, partner }) =>
    `mi chiamo ${sender} e Le scrivo per conto di ${partner}, il Suo partner Microsoft.`,
  introductionUnnamed: ({ sender }) =>
    `mi chiamo ${sender} e lavoro per l’azienda che si occupa dei Suoi servizi Microsoft.`,
  request: ({ tenant }) =>
    `Per poter gestire il tenant Microsoft 365 di ${tenant}, abbiamo bisogno della Sua approvazione per i seguenti ruoli di amministratore:`,
  role: ({ role, duty }) => `• ${role}: ${duty}`,
  roleAlone: ({ role }) => `• ${role}`,
  moreRoles: icu(
    '• e {count, plural, one {# altro ruolo, riportato} other {altri # ruoli, riportati}} nella pagina di approvazione',
  ),
  approve: ({ deadline }) =>
    `La preghiamo di aprire questo link entro il giorno ${deadline}, data in cui la richiesta scade, di verificare i ruoli indicati e di approvarla:`,
  approver:
    'Chi può approvare: un amministratore globale del Suo tenant oppure una persona con il ruolo «Customer Delegated Admin Relationship Administrator». Se non è il Suo caso, La preghiamo di inoltrare questo messaggio alla persona competente.',
  lasts: icu('Durata: l’accesso vale {days, plural, one {# giorno} other {# giorni}} e poi termina automaticamente.'),
  renews: icu(
    'Durata: l’accesso vale {days, plural, one {# giorno} other {# giorni}} e poi si rinnova automaticamente, finché Lei o noi non vi poniamo fine.',
  ),
  end: 'Può porre fine all’accesso in qualsiasi momento, senza doverci consultare: nell’interfaccia di amministrazione di Microsoft 365, in Impostazioni > Relazioni con i partner.',
  genuine: ({ host }) =>
    `Come verificare che questo messaggio sia autentico: il link porta a ${host}, l’interfaccia di amministrazione di Microsoft stessa, dove la richiesta riporta il nome della nostra azienda. Non Le chiederemo mai la password. In caso di dubbio, ci chiami al numero che già conosce.`,
  rehearsal: ({ host }) =>
    `Questo messaggio è una prova: il link porta a ${host}, la sandbox di Gatehouse, che simula l’interfaccia di amministrazione di Microsoft. Fuori dalla sandbox, questo paragrafo spiega come verificare che il messaggio sia autentico.`,
  regards: 'Cordiali saluti,',
  signature: ({ sender, partner }) => `${sender}\n${partner}`,
  duration: icu('{days, plural, one {# giorno} other {# giorni}}'),
  roleDuties: {
    'Application Administrator': 'configurare le applicazioni e il relativo accesso',
    'Authentication Administrator': 'reimpostare i metodi di accesso degli utenti',
    'Billing Administrator': 'visualizzare gli acquisti, gestire gli abbonamenti e la fatturazione',
    'Cloud Application Administrator': 'configurare le applicazioni cloud e il relativo accesso',
    'Cloud Device Administrator': 'abilitare, disabilitare ed eliminare i dispositivi',
    'Compliance Administrator': 'gestire le regole di protezione e conservazione dei dati',
    'Conditional Access Administrator': 'gestire le regole di accesso',
    'Directory Readers': 'visualizzare utenti, gruppi e impostazioni',
    'Domain Name Administrator': 'gestire i Suoi domini',
    'Exchange Administrator': 'gestire le cassette postali e il flusso di posta',
    'Global Administrator': 'gestire l’intero tenant',
    'Global Reader': 'visualizzare tutte le impostazioni, senza modificare nulla',
    'Groups Administrator': 'gestire i gruppi',
    'Helpdesk Administrator': 'reimpostare le password degli utenti, gestire le richieste di supporto',
    'Intune Administrator': 'gestire computer e dispositivi mobili',
    'License Administrator': 'assegnare licenze agli utenti',
    'Message Center Reader': 'leggere gli annunci di Microsoft',
    'Office Apps Administrator': 'gestire le impostazioni delle app di Office',
    'Password Administrator': 'reimpostare le password degli utenti',
    'Power Platform Administrator': 'gestire Power Apps, Power Automate e Power BI',
    'Privileged Authentication Administrator': 'reimpostare i metodi di accesso di chiunque, amministratori compresi',
    'Privileged Role Administrator': 'assegnare ruoli di amministratore',
    'Reports Reader': 'visualizzare i report di utilizzo',
    'Security Administrator': 'gestire le impostazioni e gli avvisi di sicurezza',
    'Security Operator': 'gestire gli avvisi di sicurezza',
    'Security Reader': 'visualizzare le impostazioni e gli avvisi di sicurezza',
    'Service Support Administrator': 'aprire richieste di supporto a Microsoft, visualizzare l’integrità dei servizi',
    'SharePoint Administrator': 'gestire SharePoint e OneDrive',
    'Teams Administrator': 'gestire Teams',
    'User Administrator': 'gestire utenti e gruppi',
  },
};

// What a customer is told beforehand, in Italian.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `Con la presente La informiamo di una modifica prevista al nostro accesso al tenant Microsoft 365 di ${tenant}.`,
  what: {
    extend: ({ relationship, date }) =>
      `Che cosa succederà: attiviamo il rinnovo automatico della relazione «${relationship}». Senza, il nostro accesso terminerebbe il ${date}. In questo modo, quel giorno viene prolungato di 180 giorni, e poi di nuovo. Non otteniamo ruoli aggiuntivi.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Che cosa succederà: rinunciamo al ruolo di amministratore globale nella relazione «${relationship}» e ne attiviamo il rinnovo automatico. Senza, il nostro accesso terminerebbe il ${date}. In questo modo, quel giorno viene prolungato di 180 giorni con i ruoli rimanenti, e poi di nuovo.`,
    request: ({ date }) =>
      `Che cosa succederà: il nostro accesso termina il ${date}. Prima di allora Le inviamo la richiesta di una nuova relazione, il cui nome inizia con «Gatehouse-». Non cambia nulla finché uno dei Suoi amministratori non la approva. Riceverà il link in un messaggio a parte.`,
    offboarding:
      'Che cosa succederà: poniamo fine al nostro accesso al Suo tenant. Rimuoviamo le relazioni con cui lo gestiamo, i ruoli dei nostri gruppi e il consenso alle nostre applicazioni, nella misura in cui esistono.',
  },
  when: ({ date }) => `Quando: a partire dal giorno ${date}, di norma entro un giorno.`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `Che cosa potrebbe vedere: i Suoi log di controllo o avvisi di sicurezza potrebbero segnalare che la relazione con il partner «${relationship}» è stata modificata. I messaggi di Microsoft secondo cui termina il ${date} riguardano la stessa relazione.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Che cosa potrebbe vedere: i Suoi log di controllo o avvisi di sicurezza potrebbero segnalare che la relazione con il partner «${relationship}» è stata modificata e non ha più il ruolo di amministratore globale. I messaggi di Microsoft secondo cui termina il ${date} riguardano la stessa relazione.`,
    request: ({ date }) =>
      `Che cosa potrebbe vedere: i Suoi log di controllo o avvisi di sicurezza potrebbero segnalare una nuova relazione con il partner. I messaggi di Microsoft secondo cui il nostro accesso termina il ${date} riguardano quella attuale.`,
    offboarding:
      'Che cosa potrebbe vedere: i Suoi log di controllo o avvisi di sicurezza potrebbero segnalare la fine di relazioni con il partner, la rimozione di assegnazioni di ruoli e la rimozione di un’applicazione aziendale.',
  },
  check:
    'Come verificare: acceda come di consueto all’interfaccia di amministrazione di Microsoft 365 e apra Impostazioni > Relazioni con i partner. Non deve fare nulla.',
  checkRequest:
    'Come verificare: la richiesta si apre nell’interfaccia di amministrazione di Microsoft stessa (admin.microsoft.com) e riporta il nome della nostra azienda. Non ne approvi altre.',
  unexpected:
    'Se nota qualcosa di diverso o se questo La sorprende: ci chiami al numero che già conosce. Non Le chiederemo mai la password.',
};

// An offboarding from the decision to the certificate.
import { icu } from './icu.js';

/** Times are for text blocks only; names are foreign text. */
export const offboarding = {
  card: {
    title: ({ tenant }: { tenant: string }) => `Offboarding von ${tenant}`,
    fallback: ({ tenant, stage }: { tenant: string; stage: string }) => `Offboarding von ${tenant}: ${stage}`,
    decidedBy: 'Angefordert von',
    approvedBy: 'Genehmigt von',
    unnamed: 'Unbekannte Person',
    planned: 'Das wird entfernt, in dieser Reihenfolge:',
    more: ({ count: more, states }: { count: number; states: string }) => `und ${more} weitere: ${states}`,
  },
  stages: {
    awaitsApproval: '🔐 Wartet auf einen zweiten Admin',
    grace: '🕓 Beginnt in Kürze',
    running: '⏳ Läuft',
    stopped: '⚠️ Angehalten',
    finished: '⏳ Nachweis wird erstellt',
    dropped: '➖ Verworfen',
  },
  /** On the offboarding's card. */
  stageSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `Es wurde noch nichts ausgeführt. Ein zweiter Admin muss genau diesen Plan bis ${until} genehmigen, sonst wird er verworfen.`,
    grace: ({ at }: { at: string }) =>
      `Beginnt am ${at}. Es wurde noch nichts ausgeführt. Bis dahin können Sie es mit „Rückgängig“ aufhalten.`,
    running:
      'Für manche Schritte braucht Microsoft einige Minuten. Sie müssen nichts tun: Diese Karte aktualisiert sich von selbst.',
    stopped:
      'Ein Schritt ist fehlgeschlagen, und nur ein Admin kann fortfahren: Beheben Sie die Ursache und wählen Sie „Erneut versuchen“, oder fahren Sie ohne ihn fort.',
    finished: 'Der Nachweis wird erstellt. Er sagt, ob Sie noch Zugriff haben.',
  },
  /** On the tenant's card. */
  tenantSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `🔐 Vollständiges Offboarding, sofern ein zweiter Admin bis ${until} genehmigt. Es wurde noch nichts ausgeführt.`,
    grace: ({ at }: { at: string }) =>
      `🕓 Das vollständige Offboarding beginnt am ${at}. Bis dahin kann ein Admin es rückgängig machen.`,
    running: '⏳ Das vollständige Offboarding läuft.',
    stopped:
      '⚠️ Das Offboarding wurde angehalten, weil ein Schritt fehlgeschlagen ist. „Offboarding anzeigen“ zeigt, welcher und wie es weitergeht.',
    finished: '⏳ Das Offboarding ist abgeschlossen. Der Nachweis, der sagt, ob Sie noch Zugriff haben, wird erstellt.',
  },
  progress: {
    verified: ({ done, total }: { done: number; total: number }) => `${done} von ${total} bestätigt entfernt.`,
    verifiedAndLeft: ({ done, total, left }: { done: number; total: number; left: number }) =>
      `${done} von ${total} bestätigt entfernt, ${left} belassen.`,
  },
  buttons: {
    review: 'Prüfen und genehmigen',
    cancel: 'Offboarding verwerfen',
    undo: 'Rückgängig',
    retry: 'Erneut versuchen',
    leaveRest: 'Ohne ihn fortfahren',
  },
  tasks: {
    assignment: ({ group }: { group: string }) => `Zugriffszuweisung für ${group}`,
    consent: 'Zustimmung Ihrer Anwendung',
    relationship: ({ relationship }: { relationship: string }) => `GDAP-Beziehung ${relationship}`,
    delegatedAdmin: 'Delegierte Administratorrechte (DAP)',
    reseller: 'Resellerbeziehung',
    heldUp: 'Wartet auf einen fehlgeschlagenen Schritt',
    waits: 'Noch nicht an der Reihe',
    asking: 'Wird gerade angefordert',
    noAnswer: ({ since }: { since: string }) =>
      `Seit ${since} keine verwertbare Antwort von Microsoft. Gatehouse versucht es von selbst erneut.`,
    notPossibleYet: ({ since }: { since: string }) =>
      `Microsoft meldet seit ${since}, dass es noch nicht möglich ist. Gatehouse versucht es von selbst erneut.`,
    sent: ({ at }: { at: string }) =>
      `Von Microsoft am ${at} angenommen, läuft. Gilt als entfernt, sobald Microsoft es so anzeigt.`,
    verified: ({ at }: { at: string }) => `Entfernung bestätigt am ${at}`,
    refused: ({ at }: { at: string }) => `Fehlgeschlagen am ${at}`,
    left: ({ at }: { at: string }) => `Belassen am ${at}`,
    leftBy: ({ person }: { person: string }) => `Von ${person}`,
    sameReason: 'Aus demselben Grund wie oben.',
    answer: ({ answer }: { answer: string }) => `Antwort von Microsoft: ${answer}`,
    requestId: ({ id }: { id: string }) => `Anforderungs-ID von Microsoft: ${id}`,
    consentCure:
      'Fügen Sie das Konto zu AdminAgents und zu einer Gruppe hinzu, die im Mandanten die Rolle Globaler Administrator, Anwendungsadministrator oder Cloudanwendungsadministrator hat. Andernfalls kann der Administrator des Kunden die Unternehmensanwendung in seinem Entra Admin Center löschen.',
    unconfirmed:
      'Microsoft hat es vor mehr als einer Stunde angenommen, zeigt es aber nicht als entfernt an oder lässt Gatehouse es nicht sehen. Prüfen Sie den Kunden im Partner Center.',
    unconfirmedRetry: 'Wählen Sie „Erneut versuchen“, um den Stand neu abzufragen.',
    counts: {
      refused: ({ count: tasks }: { count: number }) => `${tasks} fehlgeschlagen`,
      left: ({ count: tasks }: { count: number }) => `${tasks} belassen`,
      sent: ({ count: tasks }: { count: number }) => `${tasks} laufend`,
      due: ({ count: tasks }: { count: number }) => `${tasks} offen`,
      proved: ({ count: tasks }: { count: number }) => `${tasks} bestätigt entfernt`,
    },
  },
  leaveQuestion: {
    title: ({ tenant }: { tenant: string }) =>
      `Offboarding von ${tenant} ohne den fehlgeschlagenen Schritt fortsetzen?`,
    intro: 'Was nicht entfernt werden konnte, bleibt bestehen. Der Nachweis hält das fest, mit Ihrem Namen.',
    heldUp: icu<{ count: number; list: string }>(
      'Gatehouse fährt mit {count, plural, one {dem einen Schritt fort, der darauf gewartet hat} other {den # Schritten fort, die darauf gewartet haben}}: {list}.',
    ),
    nothingHeldUp: 'Sonst hat nichts darauf gewartet, deshalb wird als Nächstes der Nachweis erstellt.',
    lasting:
      'In diesem Offboarding können Sie nicht darauf zurückkommen. Danach können Sie noch einmal „Vollständig offboarden“ wählen.',
    refusal: ({ what, why }: { what: string; why: string }) => `${what}: ${why}`,
    yes: 'Ohne ihn fortfahren',
  },
  notices: {
    planSlow:
      'Microsoft hat noch nicht alles beantwortet. Es wurde nichts ausgeführt. Versuchen Sie es gleich noch einmal.',
    notKnown: 'Dieses Offboarding ist vorbei, und Gatehouse hat keine Aufzeichnung mehr davon.',
    decisionSlow: ({ tenant }: { tenant: string }) =>
      `Microsoft antwortet langsam. Wenn Gatehouse Ihre Entscheidung zu ${tenant} festhalten konnte, zeigt diese Karte sie gleich. Fragt sie dann noch immer, entscheiden Sie noch einmal.`,
    nameExpected: ({ name }: { name: string }) =>
      `Es wurde nichts ausgeführt: So heißt dieser Mandant nicht. Geben Sie ein: ${name}`,
    planChanged: ({ tenant }: { tenant: string }) =>
      `Ihr Zugriff auf ${tenant} hat sich geändert, seit Sie den Plan gelesen haben. Es wurde nichts ausgeführt. Das ist der aktuelle Plan.`,
    decidedBy: ({ person, date }: { person: string; date: string }) =>
      `${person} hat das am ${date} angefordert, mit genau dem Plan unten.`,
    reviewChanged: ({ tenant, person }: { tenant: string; person: string }) =>
      `Ihr Zugriff auf ${tenant} hat sich geändert, seit ${person} das angefordert hat. Es lässt sich deshalb nicht mehr genehmigen. Verwerfen Sie es und entscheiden Sie neu.`,
    decisionDropped: ({ tenant, person }: { tenant: string; person: string }) =>
      `Ihr Zugriff auf ${tenant} hat sich geändert, seit ${person} das angefordert hat. Die Anforderung wurde verworfen, und es wurde nichts ausgeführt. Das ist der aktuelle Plan.`,
    ownDecision: 'Sie haben das selbst angefordert, deshalb muss ein anderer Admin es genehmigen.',
  },
};

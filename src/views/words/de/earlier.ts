// Eine Beziehung, die eine andere abgelöst hat.
import { icu } from './icu.js';

/** Names in it are foreign text. */
export const earlier = {
  still: icu<{ count: number; relationship: string }>(
    '{count, plural, one {Eine frühere Beziehung ist noch aktiv: „{relationship}“} other {# frühere Beziehungen sind noch aktiv, die älteste ist „{relationship}“}}. Die neue hat alle Rollen der Zugriffsvorlage; ein Administrator kann die frühere beenden.',
  ),
  waits: 'Die frühere Beziehung wird beendet: Gatehouse fragt bei Microsoft an.',
  underWay: 'Microsoft beendet die frühere Beziehung.',
  failed: ({ cause }: { cause: string }) => `Die frühere Beziehung konnte nicht beendet werden. ${cause}`,
  causes: {
    unconfirmed: 'Microsoft hat es vor mehr als einer Stunde angenommen, zeigt die Beziehung aber noch als aktiv.',
    notPossible: 'Innerhalb einer Stunde war es nicht möglich, daher wurde nichts beendet.',
  },
  answer: ({ answer }: { answer: string }) => `Antwort von Microsoft: ${answer}.`,
  wayOut: 'Sie können sie im Partner Center beenden oder es erneut versuchen.',
  title: ({ tenant }: { tenant: string }) => `Frühere Beziehung mit ${tenant} beenden?`,
  intro: ({ earlier, relationship }: { earlier: string; relationship: string }) =>
    `„${earlier}“ wurde durch „${relationship}“ abgelöst, die alle Rollen Ihrer Zugriffsvorlage hat.`,
  ended: ({ earlier }: { earlier: string }) =>
    `Microsoft beendet „${earlier}“. Das lässt sich nicht rückgängig machen.`,
  groups: 'Gruppen außerhalb Ihrer Zugriffsvorlage, die nur durch sie Rollen haben, verlieren diese.',
  accessStays: ({ relationship }: { relationship: string }) =>
    `Ihr Zugriff durch „${relationship}“ mit allen Gruppen Ihrer Zugriffsvorlage.`,
  yes: 'Beziehung beenden',
  yesTooltip: ({ tenant }: { tenant: string }) => `Frühere Beziehung mit ${tenant} beenden`,
};

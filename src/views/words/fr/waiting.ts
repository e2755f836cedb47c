// What waits for a person.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const waiting = {
  title: 'Ce qui vous attend',
  intro: 'Tout ce qui demande une personne, le plus grave d’abord.',
  searched: ({ search }: { search: string }) => `Seulement les locataires qui correspondent à « ${search} ».`,
  awaitedBatches: icu<{ count: number }>(
    '{count, plural, one {🔐 # lot attend un second administrateur.} other {🔐 # lots attendent un second administrateur.}}',
  ),
  /** Those that don’t fit. */
  moreBatches: icu<{ count: number }>(
    '{count, plural, one {# autre suivra dès que ceux-ci seront tranchés.} other {# autres suivront dès que ceux-ci seront tranchés.}}',
  ),
  approvedRequests: icu<{ count: number }>(
    '{count, plural, one {⚠️ # demande a été approuvée après l’offboarding de son locataire.} other {⚠️ # demandes ont été approuvées après l’offboarding de leurs locataires.}}',
  ),
  /** What it is, from the worst on. */
  matters: {
    accessLost: '⛔ Accès perdu',
    offboardingStopped: '⚠️ Offboarding interrompu',
    secondAdmin: '🔐 Un second administrateur doit approuver',
    ends: '⏳ L’accès prend fin, et rien ne le prolonge',
    issues: '⚠️ Problèmes détectés',
    unanswered: '✉️ Le client n’a pas répondu',
    drift: '⚠️ La prolongation automatique est désactivée',
    leftover: 'Accès restant à un locataire non géré',
  },
  owner: ({ person }: { person: string }) => `Responsable : ${person}`,
  noOwner: 'Pas encore de responsable',
  /** Of a row that keeps its place. */
  over: '✅ Plus rien n’attend ici',
  none: '✅ Rien ne vous attend : chaque locataire est entre de bonnes mains, bonne journée !',
  noneFound: '✅ Rien n’attend chez les locataires qui correspondent.',
  fallback: icu<{ count: number }>(
    'Ce qui vous attend : {count, plural, =0 {rien} one {# locataire} other {# locataires}}',
  ),
};

// How all tenants stand, and how that moves: the card of `/fleet` and the monthly report.
import { icu } from './icu.js';

type Took = { unit: 'hours' | 'days'; count: number };
type Moved = { direction: 'more' | 'fewer' | 'same'; count: number };
type Ends = { count: number; month: string; most: number; where: 'all' | 'first' | 'most' };
type Approved = { count: number; median: string; most: string; spread: 'few' | 'fewSame' | 'many' | 'manySame' };

export const fleet = {
  title: 'Tous les locataires',
  of: ({ query }: { query: string }) => `Locataires qui correspondent à ${query}`,
  none: 'Il n’y a pas encore de locataires.',
  noneMatch: 'Aucun locataire ne correspond.',
  statuses: {
    title: 'Statut',
    sentence: icu<{ approved: number; total: number; percent: number }>(
      '{total, plural, one {{approved, plural, =0 {Le locataire n’est pas approuvé.} other {Le locataire est approuvé.}}} other {{approved, number} des # locataires {approved, plural, one {est approuvé} other {sont approuvés}} ({percent}\u00A0%).}}',
    ),
    moved: ({ moves }: { moves: string }) => `Approuvés\u00A0: ${moves}.`,
    week: icu<Moved>(
      '{direction, select, more {{count, number} de plus qu’il y a une semaine} fewer {{count, number} de moins qu’il y a une semaine} other {autant qu’il y a une semaine}}',
    ),
    month: icu<Moved>(
      '{direction, select, more {{count, number} de plus qu’il y a un mois} fewer {{count, number} de moins qu’il y a un mois} other {autant qu’il y a un mois}}',
    ),
    notYet: 'L’évolution apparaît ici après une semaine de comptage.',
    now: 'Maintenant',
    weekAgo: 'Il y a une semaine',
    monthAgo: 'Il y a un mois',
  },
  ends: {
    title: 'Accès qui prennent fin',
    sentence: icu<Ends>(
      'L’accès à {count, plural, one {# locataire prend fin en {month}} other {# locataires prend fin dans les 12 prochains mois, {where, select, all {{count, plural, =2 {pour les deux} other {pour tous}} en {month}} first {d’abord en {month}} other {le plus souvent en {month} ({most, number})}}}}.',
    ),
    none: 'Aucun accès ne prend fin dans les 12 prochains mois.',
    soon: 'Fin sous 30 jours',
  },
  waiting: {
    title: 'Demandes qui attendent le client',
    sentence: icu<{ count: number; old: number }>(
      '{count, plural, one {# demande attend le client, {old, plural, =0 {depuis moins de 30 jours} other {depuis 30 jours ou plus}}.} other {# demandes attendent leurs clients, dont {old, plural, =0 {aucune} other {#}} depuis 30 jours ou plus.}}',
    ),
    none: 'Aucune demande n’attend de client.',
    ages: ['Moins de 3 jours', '3 à 9 jours', '10 à 29 jours', '30 jours et plus'],
  },
  globalAdministrator: {
    title: 'Administrateur général',
    list: 'Avec Administrateur général',
    sentence: icu<{ count: number; active: number; percent: number }>(
      '{active, plural, one {La relation active a} other {{count, number} des # relations actives {count, plural, one {a} other {ont}}}} le rôle Administrateur général ({percent}\u00A0%). Microsoft ne {count, plural, one {la} other {les}} prolonge pas.',
    ),
    none: 'Aucune relation active n’a le rôle Administrateur général.',
  },
  approvals: {
    title: 'De la demande à l’approbation',
    sentence: icu<Approved>(
      '{count, plural, one {La demande approuvée ce mois-ci ou les deux mois précédents a pris {median}.} other {Sur # demandes approuvées ce mois-ci et les deux mois précédents, {spread, select, few {la moitié a pris {median} au plus, et {count, plural, =2 {les deux} other {toutes}} {most} au plus} fewSame {{count, plural, =2 {les deux} other {toutes}} ont pris {most} au plus} manySame {neuf sur dix ont pris {most} au plus} other {la moitié a pris {median} au plus, et neuf sur dix {most} au plus}}.}}',
    ),
    took: icu<Took>(
      '{unit, select, hours {{count, plural, one {# heure} other {# heures}}} other {{count, plural, one {# jour} other {# jours}}}}',
    ),
    none: 'Aucune demande n’a été approuvée ce mois-ci ni les deux mois précédents.',
  },
  trend: {
    title: '90 derniers jours',
    sentence: icu<{ from: number; to: number; issuesFrom: number; issuesTo: number }>(
      'Approuvés\u00A0: de {from, number} à {to, number}. Problèmes détectés\u00A0: de {issuesFrom, number} à {issuesTo, number}.',
    ),
  },
  report: {
    title: ({ day }: { day: string }) => `Tous les locataires au ${day}`,
    recently: icu<{ enabled: number; offboarded: number }>(
      'Ces 30 derniers jours, {enabled, plural, =0 {aucun locataire n’a été activé} one {# locataire a été activé} other {# locataires ont été activés}} et {offboarded, plural, =0 {aucune sortie complète n’a eu lieu} one {# sortie complète a eu lieu} other {# sorties complètes ont eu lieu}}.',
    ),
    footer: ({ partner }: { partner: string }) => `${partner} · établi par Gatehouse`,
    pageNumber: ({ page, pages }: { page: number; pages: number }) => `Page ${page} sur ${pages}`,
    /** The way to the file. */
    get: 'Rapport (PDF)',
    label: 'le rapport (PDF)',
    subscribe: 'Envoyer chaque mois',
    unsubscribe: 'Ne plus l’envoyer',
    isSent: 'Un rapport PDF arrive ici le premier jour ouvré de chaque mois.',
    isNotSent: 'Plus aucun rapport n’arrive ici de lui-même.',
    /** What people type after the command. */
    asked: ['rapport', 'report', 'pdf'],
  },
};

// What a conversation hears by itself, and when.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Queries and names of tenants in them are foreign text. */
export const subscriptions = {
  title: 'Notifications dans cette conversation',
  saved: 'Enregistré.',
  notSaved: 'Rien n’a été enregistré.',
  off: 'Désactivées. /subscribe les active.',
  kindsLabel: 'Avertir cette conversation quand',
  /** Each completes “Notify this conversation when”. */
  kinds: {
    lost: 'un accès a été perdu',
    leftovers: 'une demande résiduelle a été approuvée (administrateurs)',
    alarms: 'Gatehouse lui-même a besoin d’un administrateur (administrateurs)',
    ends: 'un accès prend bientôt fin',
    issues: 'des problèmes sont détectés',
    offboarding: 'une sortie a besoin de vous ou est terminée',
    approved: 'un accès a été approuvé',
    drift: 'la prolongation automatique ou un modèle diffère',
    report: 'le rapport mensuel est prêt',
  },
  aboutLabel: 'Seulement pour ces locataires',
  aboutHint: 'Tous, ou par exemple tag:vip',
  meIs: ({ person }: { person: string }) => `Ici, « moi » désigne ${person}.`,
  quietLabel: 'Heures calmes',
  quietHint: '18:00-08:00 lun-ven, week-end',
  digestLabel: 'Résumé de ce qui est en cours',
  digests: { none: 'Jamais', daily: 'Chaque jour', weekly: ({ day }: { day: string }) => `Chaque semaine : ${day}` },
  digestAtLabel: 'Heure du résumé',
  zoneLabel: 'Fuseau horaire',
  save: 'Enregistrer',
  unsubscribe: 'Ne plus avertir',
  show: 'Voir ce qui arrive ici',
  change: 'Modifier',
  /** Words in quiet hours: the first is written, the beginning of any is understood. */
  days: {
    mon: ['lun', 'lundi'],
    tue: ['mar', 'mardi'],
    wed: ['mer', 'mercredi'],
    thu: ['jeu', 'jeudi'],
    fri: ['ven', 'vendredi'],
    sat: ['sam', 'samedi'],
    sun: ['dim', 'dimanche'],
  } as Readonly<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly string[]>>,
  weekends: 'week-end',
  workdays: 'ouvrés',
  always: 'quotidien',
  unknownHours: ({ given }: { given: string }) =>
    `Je ne comprends pas les heures « ${given} ». Écrivez-les ainsi : 18:00-08:00 lun-ven, week-end.`,
  alwaysQuiet: 'Ces heures calmes ne finissent jamais : rien n’arriverait. Laissez un peu de temps libre.',
  unknownTime: ({ given }: { given: string }) => `Je ne comprends pas l’heure « ${given} ». Écrivez-la ainsi : 08:00.`,
  unknownZone: ({ given }: { given: string }) =>
    `Je ne connais pas le fuseau horaire « ${given} ». Écrivez-le ainsi : Europe/Paris.`,
  /** Why something arrives here, or doesn’t. */
  why: {
    subscription: ({ kind }: { kind: string }) => `✅ Quand ${kind} : par cet abonnement`,
    lastPlace: ({ kind }: { kind: string }) =>
      `🔒 Quand ${kind} : ne peut pas être désactivé ici, car aucune autre conversation joignable n’est avertie`,
    muted: ({ kind }: { kind: string }) => `– Quand ${kind} : désactivé ici`,
    elsewhere: ({ kind }: { kind: string }) =>
      `– Quand ${kind} : pas ici, car les administrateurs sont avertis dans leurs propres conversations`,
  },
  asked: 'La suite d’une activation ou d’une sortie est toujours annoncée là où elle a été demandée.',
  about: ({ query }: { query: string }) => `Seulement les locataires qui correspondent à ${query}`,
  quietAt: ({ hours, zone }: { hours: string; zone: string }) => `Heures calmes : ${hours} (${zone})`,
  digestAt: ({ when, time, zone }: { when: string; time: string; zone: string }) =>
    `Résumé de ce qui est en cours : ${when}, ${time} (${zone})`,
  lastPlace:
    'Tout ce qui peut être désactivé l’est. C’est la dernière conversation avertie : un accès perdu, une demande résiduelle approuvée, l’accord d’un second administrateur et un accès qui prend fin sous une semaine arrivent donc encore ici.',
  /** What came in quiet hours. */
  meanwhile: count(
    '{count, plural, one {🌅 # événement pendant les heures calmes} other {🌅 # événements pendant les heures calmes}}',
  ),
  /** The summary. Names follow the colon. */
  digest: {
    title: 'Ce qui est en cours',
    unowned: count(
      '{count, plural, one {🙋 # d’entre eux n’a pas de responsable} other {🙋 # d’entre eux n’ont pas de responsable}}',
    ),
    named: ({ what, names }: { what: string; names: string }) => `${what} : ${names}`,
  },
};

// Views: searches that a person keeps by a name.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const savedViews = {
  title: 'Ihre Ansichten',
  what: 'Eine Ansicht ist eine Suche mit einem Namen. Ihre Ansichten gehören nur Ihnen.',
  none: 'Sie haben noch keine Ansichten. Suchen Sie in der Liste der Mandanten, und wählen Sie darunter „Ansicht speichern …“.',
  hint: 'Mit /ansicht und einem Namen öffnen Sie eine, mit „/ansicht speichern wichtig = tag:vip“ speichern Sie eine.',
  inCompany: 'In dieser Unterhaltung hat jede Person eigene Ansichten. Wählen Sie die Schaltfläche, um Ihre zu sehen.',
  show: 'Ihre Ansichten',
  count: icu<{ count: number }>('{count, plural, one {# Mandant} other {# Mandanten}}'),
  opensList: 'öffnet sich mit /mandanten',
  edit: 'Bearbeiten …',
  save: 'Ansicht speichern …',
  asked: { save: ['speichern', 'merken'], delete: ['löschen', 'entfernen'] },
  form: {
    titleNew: 'Ansicht speichern',
    title: 'Ansicht bearbeiten',
    name: 'Name',
    nameHint: 'Wichtige Kunden',
    query: 'Suche',
    opensList: '/mandanten öffnet in Ihrem eigenen Chat diese Ansicht',
    save: 'Speichern',
    delete: 'Löschen',
  },
  saved: ({ name }: { name: string }) => `Gespeichert. Mit /ansicht ${name} öffnen Sie die Ansicht.`,
  replaced: ({ name, query }: { name: string; query: string }) =>
    `Gespeichert. Vorher hat „${name}“ nach „${query}“ gesucht.`,
  deleted: ({ name, query }: { name: string; query: string }) =>
    `„${name}“ ist gelöscht. Die Ansicht hat nach „${query}“ gesucht.`,
  opened: ({ name }: { name: string }) =>
    `Ihre Ansicht „${name}“. Um alle Mandanten zu sehen, leeren Sie das Suchfeld und wählen Sie „Suchen“.`,
  unknown: ({ name }: { name: string }) => `Sie haben keine Ansicht namens „${name}“.`,
  didYouMean: ({ name }: { name: string }) => `Meinten Sie „${name}“?`,
  howToSave:
    'Schreiben Sie /ansicht speichern, einen Namen, ein Gleichheitszeichen und eine Suche, etwa „/ansicht speichern wichtig = tag:vip“.',
  refused: {
    noName: 'Geben Sie der Ansicht einen Namen.',
    longName: ({ most }: { most: number }) => `Der Name ist zu lang: höchstens ${most} Zeichen.`,
    noQuery: 'Geben Sie ein, wonach die Ansicht sucht.',
    longQuery: ({ most }: { most: number }) => `Die Suche ist zu lang: höchstens ${most} Zeichen.`,
    nameTaken: ({ name }: { name: string }) => `Sie haben schon eine andere Ansicht namens „${name}“.`,
    tooManyViews: ({ most }: { most: number }) =>
      `Sie haben ${most} Ansichten, mehr geht nicht. Löschen Sie zuerst eine.`,
  },
};

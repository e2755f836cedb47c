// Import: changes to tenants from rows that a person hands in.
import { icu } from './icu.js';

/** Columns by the titles that exports give them. */
type ColumnName = 'id' | 'domain' | 'tenant' | 'tags' | 'template' | 'owner';

/** Names and what stands in cells are foreign text. */
export const importing = {
  title: 'Importieren',
  howTo:
    'Schreiben Sie /importieren und fügen Sie darunter Zeilen ein, zuerst die Überschriften, oder hängen Sie eine Arbeitsmappe (XLSX) oder CSV-Datei an. Verschluckt Ihr Chat Zeilenumbrüche, setzen Sie „;“ zwischen Zeilen und „,“ zwischen Zellen. Was „/exportieren mandanten“ schreibt, können Sie ändern und wieder importieren.',
  columns: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `„${id}“, „${domain}“ oder „${tenant}“ sagt, welcher Mandant gemeint ist. Was unter „${tags}“ steht, bekommt er, und „-vip“ nimmt ein Tag weg. „${template}“ wählt seine Zugriffsvorlage, was die Regeln auch sagen, und „${owner}“ sagt, wer sich um ihn kümmert. Leere Zellen und andere Spalten ändern nichts.`,
  /** What becomes of one of the columns. */
  part: ({ column, value }: { column: string; value: string }) => `${column}: ${value}`,
  ownChat: 'Importieren geht in Ihrem eigenen Chat mit Gatehouse, wo nur Sie die Zeilen sehen.',
  noHeadings: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `Die erste Zeile muss die Spalten nennen: eine davon „${id}“, „${domain}“ oder „${tenant}“ und eine „${tags}“, „${template}“ oder „${owner}“.`,
  nothing: 'Es gibt nichts zu ändern',
  more: icu<{ count: number }>('{count, plural, one {und # weiterer Mandant} other {und # weitere Mandanten}}'),
  unchanged: icu<{ count: number }>(
    '{count, plural, one {# Zeile sagt, was schon so ist.} other {# Zeilen sagen, was schon so ist.}}',
  ),
  bad: icu<{ count: number }>(
    '{count, plural, one {# Zeile kann nicht importiert werden und ändert nichts:} other {# Zeilen können nicht importiert werden und ändern nichts:}}',
  ),
  line: ({ line, why }: { line: number; why: string }) => `Zeile ${line}: ${why}`,
  moreBad: icu<{ count: number }>(
    '{count, plural, one {und # weitere Zeile} other {und # weitere Zeilen}}. Berichtigen Sie diese, und importieren Sie die Datei noch einmal.',
  ),
  lost: 'Dieser Import ist nicht mehr gespeichert. Senden Sie die Zeilen noch einmal.',
  why: {
    unknownColumn: ({ given }: { given: string }) => `Es gibt keine Spalte „${given}“.`,
    unknownTenant: ({ given }: { given: string }) => `Kein Mandant heißt „${given}“.`,
    didYouMean: ({ name }: { name: string }) => `Meinten Sie „${name}“?`,
    ambiguous: ({ given }: { given: string }) => `Mehrere Mandanten heißen „${given}“. Nehmen Sie die Mandanten-ID.`,
    notTags: ({ given, most }: { given: string; most: number }) =>
      `„${given}“ kann kein Tag sein. Tags haben Buchstaben, Ziffern und Bindestriche, höchstens ${most} Zeichen.`,
    unknownTemplate: ({ given }: { given: string }) => `Es gibt keine Zugriffsvorlage „${given}“.`,
    twice: ({ first }: { first: number }) => `Dieser Mandant steht schon in Zeile ${first}.`,
    noTenant: 'Hier steht nicht, welcher Mandant gemeint ist.',
    tooManyTags: ({ most }: { most: number }) => `Der Mandant hätte mehr als ${most} Tags.`,
    offboarding: 'Das vollständige Offboarding des Mandanten läuft.',
    unknownOwner: ({ given }: { given: string }) =>
      `Gatehouse kennt „${given}“ nicht. Die Person muss Gatehouse einmal schreiben; importieren Sie dann noch einmal, mit ihrem vollen Namen oder ihrer Entra-Objekt-ID.`,
    ambiguousOwner: ({ given }: { given: string }) =>
      `Mehrere Personen heißen „${given}“. Nehmen Sie die Entra-Objekt-ID.`,
    mayNotOwn: ({ given }: { given: string }) =>
      `„${given}“ braucht die Rolle Operator, um sich um Mandanten zu kümmern. Lassen Sie die Person in den Einstellungen von Gatehouse in OPERATORS eintragen, und importieren Sie dann noch einmal.`,
    ownerNotChecked: ({ given }: { given: string }) =>
      `Gatehouse konnte die Gruppen von „${given}“ in Microsoft Entra gerade nicht prüfen und weiß deshalb nicht, ob sich die Person um Mandanten kümmern darf. Importieren Sie diese Zeile gleich noch einmal.`,
    ownedByOther: ({ given }: { given: string }) =>
      `${given} kümmert sich um diesen Mandanten. Nur ein Admin kann das ändern.`,
    askerNotChecked: ({ given }: { given: string }) =>
      `${given} kümmert sich um diesen Mandanten, und nur ein Admin kann das ändern. Gatehouse konnte Ihre Gruppen in Microsoft Entra gerade nicht prüfen. Importieren Sie diese Zeile gleich noch einmal.`,
  },
};

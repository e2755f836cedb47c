// Rows that a person hands in: a file, or lines below a command.
import { icu } from './icu.js';

/** Why none came of it. */
export const givenRows = {
  tooLarge: icu<{ megabytes: number }>('Die Datei ist größer als {megabytes} MB. Teilen Sie sie in kleinere auf.'),
  tooMuch:
    'In dieser Arbeitsmappe steckt mehr, als Gatehouse lesen kann, auch wenn die Datei selbst nicht zu groß ist. Lassen Sie Zeilen und Spalten weg, die Sie nicht brauchen, oder speichern Sie sie als CSV, und hängen Sie diese Datei an.',
  tooManyRows: icu<{ most: number }>('Es sind mehr als {most, number} Zeilen. Teilen Sie sie in mehrere Teile auf.'),
  notReadable:
    'Die Datei ist weder eine Arbeitsmappe (XLSX) noch eine CSV-Datei, die Gatehouse lesen kann. Speichern Sie sie in Excel als eine davon, ohne Kennwort, und hängen Sie diese Datei an.',
  openQuote:
    'Ein Anführungszeichen in den Zeilen wird nie geschlossen, daher ist unklar, wo eine Zelle endet. Schließen Sie es, und senden Sie die Zeilen noch einmal.',
  notFetched:
    'Gatehouse konnte die Datei nicht aus Ihrem OneDrive holen. Hängen Sie sie noch einmal an, oder fügen Sie ihre Zeilen unter dem Befehl ein.',
};

// Rows that a person hands in: a file, or lines below a command.
import { icu } from './icu.js';

/** Why none came of it. */
export const givenRows = {
  tooLarge: icu<{ megabytes: number }>('Le fichier dépasse {megabytes} Mo. Divisez-le en fichiers plus petits.'),
  tooMuch:
    'Ce classeur contient plus que Gatehouse ne peut lire, même si le fichier lui-même n’est pas trop volumineux. Retirez les lignes et les colonnes dont vous n’avez pas besoin, ou enregistrez-le au format CSV, et joignez ce fichier.',
  tooManyRows: icu<{ most: number }>('Il y a plus de {most, number} lignes. Divisez-les en plusieurs parties.'),
  notReadable:
    'Ce fichier n’est ni un classeur (XLSX) ni un fichier CSV que Gatehouse peut lire. Dans Excel, enregistrez-le dans l’un de ces formats, sans mot de passe, et joignez ce fichier.',
  openQuote:
    'Un guillemet n’est jamais fermé dans les lignes, et la fin d’une cellule n’est donc pas claire. Fermez-le et renvoyez les lignes.',
  notFetched:
    'Gatehouse n’a pas pu récupérer le fichier dans votre OneDrive. Joignez-le à nouveau ou collez ses lignes sous la commande.',
};

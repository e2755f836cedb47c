// Rows that a person hands in: a file, or lines below a command.
import { icu } from './icu.js';

/** Why none came of it. */
export const givenRows = {
  tooLarge: icu<{ megabytes: number }>('El archivo supera los {megabytes} MB. Divídalo en archivos más pequeños.'),
  tooManyRows: icu<{ most: number }>('Hay más de {most, number} filas. Divídalas en varias partes.'),
  notText: 'El archivo no es un archivo CSV. En Excel, guárdelo como «CSV UTF-8» y adjunte ese archivo.',
  openQuote:
    'Una comilla de las filas no se cierra nunca, así que no está claro dónde termina una celda. Ciérrela y envíe las filas de nuevo.',
  notFetched:
    'Gatehouse no ha podido obtener el archivo de su OneDrive. Adjúntelo de nuevo o pegue sus filas debajo del comando.',
};

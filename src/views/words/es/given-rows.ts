// Rows that a person hands in: a file, or lines below a command.
import { icu } from './icu.js';

/** Why none came of it. */
export const givenRows = {
  tooLarge: icu<{ megabytes: number }>('El archivo supera los {megabytes} MB. Divídalo en archivos más pequeños.'),
  tooMuch:
    'Este libro contiene más de lo que Gatehouse puede leer, aunque el archivo en sí no sea demasiado grande. Quite las filas y columnas que no necesite o guárdelo como CSV, y adjunte ese archivo.',
  tooManyRows: icu<{ most: number }>('Hay más de {most, number} filas. Divídalas en varias partes.'),
  notReadable:
    'El archivo no es ni un libro (XLSX) ni un archivo CSV que Gatehouse pueda leer. En Excel, guárdelo en uno de esos formatos, sin contraseña, y adjunte ese archivo.',
  openQuote:
    'Una comilla de las filas no se cierra nunca, así que no está claro dónde termina una celda. Ciérrela y envíe las filas de nuevo.',
  notFetched:
    'Gatehouse no ha podido obtener el archivo de su OneDrive. Adjúntelo de nuevo o pegue sus filas debajo del comando.',
};

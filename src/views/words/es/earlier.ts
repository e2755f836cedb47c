// Una relación que otra ha sustituido.
import { icu } from './icu.js';

/** Names in it are foreign text. */
export const earlier = {
  still: icu<{ count: number; relationship: string }>(
    '{count, plural, one {Una relación anterior sigue activa: “{relationship}”} other {# relaciones anteriores siguen activas; la más antigua es “{relationship}”}}. La que la sustituyó tiene todos los roles de la plantilla de acceso, así que un administrador puede finalizarla.',
  ),
  waits: 'La relación anterior se está finalizando: Gatehouse lo está solicitando a Microsoft.',
  underWay: 'Microsoft está finalizando la relación anterior.',
  failed: ({ cause }: { cause: string }) => `No se pudo finalizar la relación anterior. ${cause}`,
  causes: {
    unconfirmed: 'Microsoft lo aceptó hace más de una hora, pero sigue mostrando la relación como activa.',
    notPossible: 'No fue posible en una hora, así que no se finalizó nada.',
  },
  answer: ({ answer }: { answer: string }) => `Respuesta de Microsoft: ${answer}.`,
  wayOut: 'Puede finalizarla en el Centro de partners o volver a intentarlo.',
  title: ({ tenant }: { tenant: string }) => `¿Finalizar la relación anterior con ${tenant}?`,
  intro: ({ earlier, relationship }: { earlier: string; relationship: string }) =>
    `“${earlier}” fue sustituida por “${relationship}”, que tiene todos los roles de su plantilla de acceso.`,
  ended: ({ earlier }: { earlier: string }) => `Microsoft finaliza “${earlier}”. No se puede deshacer.`,
  groups: 'Los grupos ajenos a su plantilla de acceso que solo tienen roles por ella los pierden.',
  accessStays: ({ relationship }: { relationship: string }) =>
    `Su acceso por “${relationship}”, con todos los grupos de su plantilla de acceso.`,
  yes: 'Finalizar relación',
  yesTooltip: ({ tenant }: { tenant: string }) => `Finalizar la relación anterior con ${tenant}`,
};

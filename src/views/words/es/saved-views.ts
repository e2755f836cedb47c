// Views: searches that a person keeps by a name.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const savedViews = {
  title: 'Sus vistas',
  what: 'Una vista es una búsqueda con un nombre. Sus vistas son solo suyas.',
  none: 'Todavía no tiene vistas. Busque en la lista de inquilinos y seleccione debajo «Guardar la vista…».',
  hint: 'Escriba /vista y un nombre para abrir una, o «/vista guardar importantes = tag:vip» para guardar una.',
  inCompany: 'En esta conversación, cada persona tiene sus propias vistas. Seleccione el botón para ver las suyas.',
  show: 'Sus vistas',
  count: icu<{ count: number }>('{count, plural, one {# inquilino} other {# inquilinos}}'),
  opensList: 'se abre con /inquilinos',
  edit: 'Editar…',
  save: 'Guardar la vista…',
  asked: { save: ['guardar', 'añadir'], delete: ['eliminar', 'borrar'] },
  form: {
    titleNew: 'Guardar una vista',
    title: 'Editar una vista',
    name: 'Nombre',
    nameHint: 'Clientes importantes',
    query: 'Búsqueda',
    opensList: '/inquilinos abre esta vista en su propio chat',
    save: 'Guardar',
    delete: 'Eliminar',
  },
  saved: ({ name }: { name: string }) => `Guardada. Escriba /vista ${name} para abrirla.`,
  replaced: ({ name, query }: { name: string; query: string }) => `Guardada. Antes, «${name}» buscaba «${query}».`,
  deleted: ({ name, query }: { name: string; query: string }) => `Se eliminó «${name}», que buscaba «${query}».`,
  opened: ({ name }: { name: string }) =>
    `Su vista «${name}». Para ver todos los inquilinos, vacíe el cuadro de búsqueda y seleccione «Buscar».`,
  unknown: ({ name }: { name: string }) => `No tiene ninguna vista llamada «${name}».`,
  didYouMean: ({ name }: { name: string }) => `¿Quiso decir «${name}»?`,
  howToSave:
    'Escriba /vista guardar, un nombre, un signo igual y una búsqueda, por ejemplo «/vista guardar importantes = tag:vip».',
  refused: {
    noName: 'Ponga un nombre a la vista.',
    longName: ({ most }: { most: number }) => `El nombre es demasiado largo: ${most} caracteres como máximo.`,
    noQuery: 'Escriba lo que busca la vista.',
    longQuery: ({ most }: { most: number }) => `La búsqueda es demasiado larga: ${most} caracteres como máximo.`,
    nameTaken: ({ name }: { name: string }) => `Ya tiene otra vista llamada «${name}».`,
    tooManyViews: ({ most }: { most: number }) => `Tiene ${most} vistas, el máximo. Elimine una primero.`,
  },
};

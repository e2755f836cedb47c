// Questions before something that lasts.
import { icu } from './icu.js';

/** Names in them are foreign text. */
export const questions = {
  happens: 'Qué ocurrirá',
  stays: 'Qué no cambia',
  disable: {
    title: ({ tenant }: { tenant: string }) => `¿Deshabilitar ${tenant}?`,
    intro:
      'Gatehouse olvida este inquilino y deja de administrarlo. “Deshabilitar” no finaliza ningún acceso; “Dar de baja por completo”, sí.',
    deleted:
      'Se elimina todo lo que Gatehouse guarda sobre este inquilino. El registro de auditoría conserva los id., que /history sigue mostrando.',
    notManaged: 'Gatehouse ya no hace cambios en este inquilino ni envía avisos sobre él.',
    status: 'El estado pasa a ser No configurado.',
    removalUnfollowed: 'Gatehouse deja de seguir la eliminación en curso de los privilegios de administrador delegado.',
    requestStays: 'La solicitud abierta no se puede retirar: el cliente puede seguir aprobándola hasta que expire.',
    yes: 'Deshabilitar',
    yesTooltip: ({ tenant }: { tenant: string }) => `Deshabilitar ${tenant}`,
  },
  enable: {
    title: ({ tenant }: { tenant: string }) => `¿Habilitar ${tenant}?`,
    request: icu(
      'Gatehouse solicita al cliente {count, plural, one {# rol} other {# roles}}. Usted tendrá acceso cuando su administrador lo apruebe.',
    ),
    adopt: ({ relationship }: { relationship: string }) =>
      `Gatehouse adopta la relación “${relationship}” y no se solicita nada.`,
    adoptRequest: ({ relationship }: { relationship: string }) =>
      `La solicitud “${relationship}” sigue abierta. Gatehouse la adopta y no se solicita nada más.`,
    requestElsewhere: ({ relationship }: { relationship: string }) =>
      `La solicitud “${relationship}” no la hizo Gatehouse y está a la espera del cliente. Gatehouse no crea otra al lado, así que no se solicita nada.`,
    unknown: icu(
      'Microsoft aún no ha dicho si existe una relación o solicitud adecuada. Si existe, Gatehouse la adopta y no solicita nada. Si no, solicita al cliente {count, plural, one {# rol} other {# roles}}.',
    ),
    roles: 'Roles para sus grupos',
    howLong: 'Duración',
    lasts: icu('{days, plural, one {# día} other {# días}}; después el acceso termina'),
    renews: icu('{days, plural, one {# día} other {# días}}; después se renueva de 180 en 180 días'),
    lasting: 'Una solicitud no se puede retirar. El cliente puede aprobarla durante 90 días.',
    template: 'Plantilla de acceso',
    byRule: ({ template }: { template: string }) => `Según las reglas: ${template}`,
    /** The button that shows what the choice and the tags come to. */
    preview: 'Vista previa',
    tags: 'Etiquetas que añadir',
    tagsExample: 'vip, mantenimiento',
    notShown:
      'Eligió otra plantilla de acceso que la mostrada. No se solicitó nada. Aquí puede ver lo que da su elección.',
    templateChanged: 'La plantilla de acceso cambió entretanto. No se solicitó nada.',
    yes: 'Solicitar acceso',
  },
  enableAgain: {
    title: ({ tenant }: { tenant: string }) => `¿Habilitar ${tenant} de nuevo?`,
    intro: ({ tenant, date }: { tenant: string; date: string }) =>
      `La baja de ${tenant} terminó el ${date} y existe un certificado de baja.`,
    access: 'Después usted tendrá acceso de nuevo, diga lo que diga el certificado.',
    certificateStays: 'El certificado no cambia. /certificate lo muestra.',
  },
  removeDelegatedAdmin: {
    title: ({ tenant }: { tenant: string }) => `¿Quitar los privilegios de administrador delegado (DAP) en ${tenant}?`,
    intro:
      'Esto pone fin al acceso de tipo antiguo, sin restricciones, de sus agentes de administración a este inquilino. No puede deshacerlo aquí: el cliente tendría que concederlo de nuevo.',
    removed: 'Microsoft quita la relación de administrador delegado (DAP), normalmente en unos minutos.',
    gdapStays: 'Las relaciones GDAP y su acceso.',
    resellerStays: 'La relación de revendedor, las suscripciones y la facturación.',
    tenantStays: 'Lo que Gatehouse guarda sobre este inquilino: esto no es “Deshabilitar”.',
    yes: 'Quitar DAP',
    yesTooltip: ({ tenant }: { tenant: string }) => `Quitar DAP: ${tenant}`,
  },
  reservations: {
    title: ({ tenant }: { tenant: string }) =>
      `Aún no se pueden quitar los privilegios de administrador delegado en ${tenant}`,
    intro: icu<{ tenant: string; count: number }>(
      '{tenant} tiene {count, plural, one {# instancia reservada de Azure, que hay que cancelar antes} other {# instancias reservadas de Azure, que hay que cancelar antes}}. Llame al soporte técnico de Azure. No se cambió nada.',
    ),
    item: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedKind: 'instancia reservada',
    noProduct: 'sin id. de producto',
    until: ({ day }: { day: string }) => `hasta el ${day}`,
    support: 'Soporte técnico de Azure',
  },
  acceptLimitations: {
    form: {
      reason: 'Por qué se acepta',
      accountable: 'Quién responde de ello',
      review: 'Volver a revisar el',
      reasonMissing: 'Indique por qué lo acepta. No se cambió nada.',
      dayMissing: 'Elija una fecha de revisión en los próximos 365 días. No se cambió nada.',
    },
    title: icu<{ tenant: string; count: number }>(
      '¿Aceptar {count, plural, one {esta limitación} other {estas # limitaciones}} de {tenant}?',
    ),
    /** `cause`: the first of them, and how many more. */
    intro: icu<{ cause: string; count: number }>(
      '{cause}. Aceptar significa que {count, plural, one {la conoce y la deja como está} other {las conoce y las deja como están}}. No le da ningún acceso.',
    ),
    recorded: 'Su nombre y la hora quedan registrados en el historial del inquilino y en el registro de auditoría.',
    row: 'Su fila en la lista indica “aceptado” y pasa detrás de los inquilinos que aún requieren atención.',
    undone: 'Si se detecta otro problema, la aceptación termina y usted recibe un aviso.',
    takeBack: 'Puede retirar la aceptación en cualquier momento en “Revisar limitaciones”.',
    statusStays: 'El estado: Problemas detectados.',
    checks: 'Gatehouse sigue comprobando el inquilino. Cuando todo esté en orden, su estado pasa a ser Aprobado.',
    yes: 'Aceptar',
    yesTooltip: ({ tenant }: { tenant: string }) => `Aceptar las limitaciones de ${tenant}`,
  },
};

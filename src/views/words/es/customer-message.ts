// The message to a customer, in Spanish.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: 'Español',
  greeting: 'Buenos días:',
  introduction: ({ sender, partner }) =>
    `Me llamo ${sender} y le escribo en nombre de ${partner}, su partner de Microsoft.`,
  introductionUnnamed: ({ sender }) =>
    `Me llamo ${sender} y trabajo para la empresa que se ocupa de sus servicios de Microsoft.`,
  request: ({ tenant }) =>
    `Para administrar el inquilino de Microsoft 365 de ${tenant}, necesitamos que apruebe los siguientes roles de administrador:`,
  role: ({ role, duty }) => `• ${role}: ${duty}`,
  roleAlone: ({ role }) => `• ${role}`,
  moreRoles: icu(
    '• y {count, plural, one {# rol más, que figura} other {# roles más, que figuran}} en la página de aprobación',
  ),
  approve: ({ deadline }) =>
    `Abra este vínculo a más tardar el ${deadline}, día en que expira la solicitud. Compruebe los roles que figuran en ella y apruébela:`,
  approver:
    'Quién puede aprobarla: un administrador global de su inquilino o una persona con el rol “Customer Delegated Admin Relationship Administrator”. Si se trata de otra persona, le agradecemos que le reenvíe este mensaje.',
  lasts: icu(
    'Duración: el acceso es válido durante {days, plural, one {# día} other {# días}} y después finaliza automáticamente.',
  ),
  renews: icu(
    'Duración: el acceso es válido durante {days, plural, one {# día} other {# días}} y después se renueva automáticamente hasta que usted o nosotros le pongamos fin.',
  ),
  end: 'Puede poner fin al acceso en cualquier momento, sin consultarnos: en el Centro de administración de Microsoft 365, en Configuración > Relaciones con los partners.',
  genuine: ({ host }) =>
    `Cómo comprobar que este mensaje es auténtico: el vínculo lleva a ${host}, el centro de administración de la propia Microsoft, donde la solicitud muestra el nombre de nuestra empresa. Nunca le pediremos su contraseña. En caso de duda, llámenos al número que ya conoce.`,
  rehearsal: ({ host }) =>
    `Este mensaje es un ensayo: el vínculo lleva a ${host}, el entorno de pruebas de Gatehouse, que hace de centro de administración de Microsoft. Fuera de él, este párrafo indica cómo comprobar que el mensaje es auténtico.`,
  regards: 'Atentamente,',
  signature: ({ sender, partner }) => `${sender}\n${partner}`,
  duration: icu('{days, plural, one {# día} other {# días}}'),
  roleDuties: {
    'Application Administrator': 'configurar aplicaciones y su inicio de sesión',
    'Authentication Administrator': 'restablecer los métodos de inicio de sesión de los usuarios',
    'Billing Administrator': 'ver las compras, administrar las suscripciones y la facturación',
    'Cloud Application Administrator': 'configurar aplicaciones en la nube y su inicio de sesión',
    'Cloud Device Administrator': 'habilitar, deshabilitar y eliminar dispositivos',
    'Compliance Administrator': 'administrar las reglas de protección y retención de datos',
    'Conditional Access Administrator': 'administrar las reglas de inicio de sesión',
    'Directory Readers': 'ver usuarios, grupos y configuración',
    'Domain Name Administrator': 'administrar sus dominios',
    'Exchange Administrator': 'administrar los buzones y el flujo de correo',
    'Global Administrator': 'administrar todo el inquilino',
    'Global Reader': 'ver toda la configuración, sin cambiar nada',
    'Groups Administrator': 'administrar grupos',
    'Helpdesk Administrator': 'restablecer contraseñas de usuarios, gestionar solicitudes de soporte',
    'Intune Administrator': 'administrar equipos y dispositivos móviles',
    'License Administrator': 'asignar licencias a los usuarios',
    'Message Center Reader': 'ver los anuncios de Microsoft',
    'Office Apps Administrator': 'administrar la configuración de las aplicaciones de Office',
    'Password Administrator': 'restablecer contraseñas de usuarios',
    'Power Platform Administrator': 'administrar Power Apps, Power Automate y Power BI',
    'Privileged Authentication Administrator':
      'restablecer los métodos de inicio de sesión de todos, incluidos los administradores',
    'Privileged Role Administrator': 'asignar roles de administrador',
    'Reports Reader': 'ver informes de uso',
    'Security Administrator': 'administrar la configuración y las alertas de seguridad',
    'Security Operator': 'gestionar alertas de seguridad',
    'Security Reader': 'ver la configuración y las alertas de seguridad',
    'Service Support Administrator': 'abrir solicitudes de soporte con Microsoft, ver el estado de los servicios',
    'SharePoint Administrator': 'administrar SharePoint y OneDrive',
    'Teams Administrator': 'administrar Teams',
    'User Administrator': 'administrar usuarios y grupos',
  },
};

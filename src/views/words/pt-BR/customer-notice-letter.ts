// What a customer is told beforehand, in Brazilian Portuguese.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `Informamos que está prevista uma mudança no nosso acesso ao locatário do Microsoft 365 de ${tenant}.`,
  what: {
    extend: ({ relationship, date }) =>
      `O que vai acontecer: ativamos a renovação automática da relação “${relationship}”. Sem ela, o nosso acesso terminaria em ${date}. Com ela, ele é prorrogado por 180 dias nesse dia, e de novo depois. Não recebemos nenhuma função adicional.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `O que vai acontecer: abrimos mão da função Administrador Global na relação “${relationship}” e ativamos a renovação automática dela. Sem isso, o nosso acesso terminaria em ${date}. Assim, ele é prorrogado por 180 dias nesse dia com as funções restantes, e de novo depois.`,
    request: ({ date }) =>
      `O que vai acontecer: o nosso acesso termina em ${date}. Antes disso, enviamos a você uma solicitação de nova relação, cujo nome começa com “Gatehouse-”. Nada muda enquanto nenhum dos seus administradores a aprovar. Você receberá o link em uma mensagem separada.`,
    offboarding:
      'O que vai acontecer: encerramos o nosso acesso ao seu locatário. Removemos as relações pelas quais o gerenciamos, as funções dos nossos grupos e o consentimento aos nossos aplicativos, na medida em que existirem.',
  },
  when: ({ date }) => `Quando: a partir de ${date}, normalmente em até um dia.`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `O que você pode ver: seus logs de auditoria ou alertas de segurança podem informar que a relação de parceiro “${relationship}” foi alterada. As mensagens da Microsoft que dizem que ela termina em ${date} tratam da mesma relação.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `O que você pode ver: seus logs de auditoria ou alertas de segurança podem informar que a relação de parceiro “${relationship}” foi alterada e não tem mais a função Administrador Global. As mensagens da Microsoft que dizem que ela termina em ${date} tratam da mesma relação.`,
    request: ({ date }) =>
      `O que você pode ver: seus logs de auditoria ou alertas de segurança podem informar uma nova relação de parceiro. As mensagens da Microsoft que dizem que o nosso acesso termina em ${date} tratam da atual.`,
    offboarding:
      'O que você pode ver: seus logs de auditoria ou alertas de segurança podem informar que relações de parceiro terminaram, que atribuições de funções foram removidas e que um aplicativo empresarial foi removido.',
  },
  check:
    'Como verificar: entre como sempre no centro de administração do Microsoft 365 e abra Configurações > Relações de parceiro. Você não precisa fazer nada.',
  checkRequest:
    'Como verificar: a solicitação é aberta no centro de administração da própria Microsoft (admin.microsoft.com) e mostra o nome da nossa empresa. Não aprove nenhuma outra.',
  unexpected:
    'Se você vir algo diferente ou se isto for uma surpresa: ligue para o número que você já conhece. Nunca pedimos a sua senha.',
};

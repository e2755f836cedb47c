// The message to a customer, in Brazilian Portuguese.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: 'Português (Brasil)',
  greeting: 'Olá,',
  introduction: ({ sender, partner }) =>
    `Meu nome é ${sender} e escrevo em nome da empresa ${partner}, sua parceira Microsoft.`,
  introductionUnnamed: ({ sender }) =>
    `Meu nome é ${sender} e trabalho na empresa que cuida dos seus serviços Microsoft.`,
  request: ({ tenant }) =>
    `Para gerenciar o seu locatário do Microsoft 365 (${tenant}), precisamos da sua aprovação para as seguintes funções de administrador:`,
  role: ({ role, duty }) => `• ${role}: ${duty}`,
  roleAlone: ({ role }) => `• ${role}`,
  moreRoles: icu(
    '• e mais {count, plural, one {# função, listada} other {# funções, listadas}} na página de aprovação',
  ),
  approve: ({ deadline }) =>
    `Por favor, abra este link até ${deadline}, dia em que a solicitação expira, confira as funções listadas e aprove:`,
  approver:
    'Quem pode aprovar: um Administrador Global do seu locatário ou uma pessoa com a função “Customer Delegated Admin Relationship Administrator”. Se essa pessoa não for você, encaminhe esta mensagem a ela, por favor.',
  lasts: icu(
    'Por quanto tempo: o acesso vale por {days, plural, one {# dia} other {# dias}} e depois termina automaticamente.',
  ),
  renews: icu(
    'Por quanto tempo: o acesso vale por {days, plural, one {# dia} other {# dias}} e depois é renovado automaticamente, até que você ou nós o encerremos.',
  ),
  end: 'Você pode encerrar o acesso a qualquer momento, sem nos consultar: no centro de administração do Microsoft 365, em Configurações > Relações de parceiro.',
  genuine: ({ host }) =>
    `Como verificar se esta mensagem é autêntica: o link leva a ${host}, o centro de administração da própria Microsoft, onde a solicitação mostra o nome da nossa empresa. Nunca pedimos a sua senha. Em caso de dúvida, ligue para o número que você já conhece.`,
  rehearsal: ({ host }) =>
    `Esta mensagem é um ensaio: o link leva a ${host}, a área de testes do Gatehouse, que faz o papel do centro de administração da Microsoft. Fora dela, este parágrafo explica como verificar se a mensagem é autêntica.`,
  regards: 'Atenciosamente,',
  signature: ({ sender, partner }) => `${sender}\n${partner}`,
  duration: icu('{days, plural, one {# dia} other {# dias}}'),
  roleDuties: {
    'Application Administrator': 'configurar aplicativos e a entrada neles',
    'Authentication Administrator': 'redefinir os métodos de entrada dos usuários',
    'Billing Administrator': 'ver compras, gerenciar assinaturas e cobrança',
    'Cloud Application Administrator': 'configurar aplicativos na nuvem e a entrada neles',
    'Cloud Device Administrator': 'habilitar, desabilitar e excluir dispositivos',
    'Compliance Administrator': 'gerenciar regras de proteção e retenção de dados',
    'Conditional Access Administrator': 'gerenciar as regras de entrada',
    'Directory Readers': 'consultar usuários, grupos e configurações',
    'Domain Name Administrator': 'gerenciar seus domínios',
    'Exchange Administrator': 'gerenciar caixas de correio e o fluxo de e-mails',
    'Global Administrator': 'gerenciar todo o locatário',
    'Global Reader': 'consultar todas as configurações, sem alterar nada',
    'Groups Administrator': 'gerenciar grupos',
    'Helpdesk Administrator': 'redefinir senhas de usuários, gerenciar solicitações de suporte',
    'Intune Administrator': 'gerenciar computadores e dispositivos móveis',
    'License Administrator': 'atribuir licenças a usuários',
    'Message Center Reader': 'consultar os comunicados da Microsoft',
    'Office Apps Administrator': 'gerenciar as configurações dos aplicativos do Office',
    'Password Administrator': 'redefinir senhas de usuários',
    'Power Platform Administrator': 'gerenciar o Power Apps, o Power Automate e o Power BI',
    'Privileged Authentication Administrator': 'redefinir os métodos de entrada de todos, inclusive administradores',
    'Privileged Role Administrator': 'atribuir funções de administrador',
    'Reports Reader': 'consultar relatórios de uso',
    'Security Administrator': 'gerenciar configurações e alertas de segurança',
    'Security Operator': 'tratar alertas de segurança',
    'Security Reader': 'consultar configurações e alertas de segurança',
    'Service Support Administrator': 'abrir solicitações de suporte na Microsoft, ver a integridade dos serviços',
    'SharePoint Administrator': 'gerenciar o SharePoint e o OneDrive',
    'Teams Administrator': 'gerenciar o Teams',
    'User Administrator': 'gerenciar usuários e grupos',
  },
};

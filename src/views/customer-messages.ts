// What a customer reads in a message, in each of its languages.
import type { Role } from '../domain/access/gdap-roles.js';
import type { MessageLanguage } from '../domain/message-languages.js';
import { nameOf } from '../domain/offboarding/inventory.js';
import { customerMessage as de } from './words/de/customer-message.js';
import { customerNoticeLetter as deLetter } from './words/de/customer-notice-letter.js';
import { roleNames as deRoles } from './words/de/role-names.js';
import { type CustomerMessage, customerMessage as en } from './words/en/customer-message.js';
import { type CustomerNoticeLetter, customerNoticeLetter as enLetter } from './words/en/customer-notice-letter.js';
import { customerMessage as es } from './words/es/customer-message.js';
import { customerNoticeLetter as esLetter } from './words/es/customer-notice-letter.js';
import { roleNames as esRoles } from './words/es/role-names.js';
import { customerMessage as fr } from './words/fr/customer-message.js';
import { customerNoticeLetter as frLetter } from './words/fr/customer-notice-letter.js';
import { roleNames as frRoles } from './words/fr/role-names.js';
import { customerMessage as it } from './words/it/customer-message.js';
import { customerNoticeLetter as itLetter } from './words/it/customer-notice-letter.js';
import { customerMessage as ja } from './words/ja/customer-message.js';
import { customerNoticeLetter as jaLetter } from './words/ja/customer-notice-letter.js';
import { roleNames as jaRoles } from './words/ja/role-names.js';
import { customerMessage as nl } from './words/nl/customer-message.js';
import { customerNoticeLetter as nlLetter } from './words/nl/customer-notice-letter.js';
import { customerMessage as ptBr } from './words/pt-BR/customer-message.js';
import { customerNoticeLetter as ptBrLetter } from './words/pt-BR/customer-notice-letter.js';

const messages: Readonly<Record<MessageLanguage, CustomerMessage>> = { en, de, fr, es, it, nl, 'pt-BR': ptBr, ja };

const letters: Readonly<Record<MessageLanguage, CustomerNoticeLetter>> = {
  en: enLetter,
  de: deLetter,
  fr: frLetter,
  es: esLetter,
  it: itLetter,
  nl: nlLetter,
  'pt-BR': ptBrLetter,
  ja: jaLetter,
};

/** The texts of the message that asks for access, in a language. */
export function customerMessageIn(language: MessageLanguage): CustomerMessage {
  return messages[language];
}

/** Those of the customer notice. */
export function customerNoticeLetterIn(language: MessageLanguage): CustomerNoticeLetter {
  return letters[language];
}

// Of the others, Microsoft's pages on roles are translated by machine, which names some roles as no admin center does.
const roleNames: Readonly<Partial<Record<MessageLanguage, Readonly<Record<string, string>>>>> = {
  de: deRoles,
  fr: frRoles,
  es: esRoles,
  ja: jaRoles,
};

/** What a role is called in a language's admin centers; where that isn't known, its English name. */
export function roleNameIn(language: MessageLanguage, { id, name }: Role): string {
  return nameOf(roleNames[language] ?? {}, id) ?? name;
}

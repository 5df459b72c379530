import { textsOf } from '../lib/texts';

export const uiEn = {
  required: 'Please fill this in.',
  tooLong: (limit: string, tooMany: string) => `At most ${limit} characters: ${tooMany} too many.`,
  tooShort: (limit: string) => `At least ${limit} characters.`,
  tooMany: (limit: string) => `At most ${limit}.`,
  email: 'That does not look like an e-mail address.',
  address: 'That is no address of a repository: https://… or git@host:team/repository.',
  pattern: 'There is a character in it that cannot be kept here.',
  wrong: 'That cannot be kept like this.',
  offlineTitle: 'No connection',
  offline: 'Nobody answered. What you typed is still here; try again in a moment.',
  companyChanged: 'You switched to another company in another tab. Nothing was sent.',
  somethingWrong: 'That did not work',
  requestId: 'Request',
  copy: 'Copy',
  copied: 'Copied',
  copyTyped: 'Copy what I typed',
  tryAgain: 'Try again',
  tryAgainIn: (seconds: number) => `Again in ${seconds} s`,
  loading: 'Loading',
  close: 'Close',
  showPassword: 'Show password',
};
export type UiTexts = typeof uiEn;

export const uiPtBr: UiTexts = {
  required: 'Preencha este campo.',
  tooLong: (limit, tooMany) => `No máximo ${limit} caracteres: ${tooMany} a mais.`,
  tooShort: (limit) => `Pelo menos ${limit} caracteres.`,
  tooMany: (limit) => `No máximo ${limit}.`,
  email: 'Isso não parece um endereço de e-mail.',
  address: 'Isso não é endereço de repositório: https://… ou git@host:time/repositorio.',
  pattern: 'Há um caractere aqui que não pode ser guardado.',
  wrong: 'Não dá para guardar assim.',
  offlineTitle: 'Sem conexão',
  offline: 'Ninguém respondeu. O que você digitou continua aqui; tente de novo daqui a pouco.',
  companyChanged: 'Você mudou de empresa em outra aba. Nada foi enviado.',
  somethingWrong: 'Não deu certo',
  requestId: 'Requisição',
  copy: 'Copiar',
  copied: 'Copiado',
  copyTyped: 'Copiar o que digitei',
  tryAgain: 'Tentar de novo',
  tryAgainIn: (seconds) => `De novo em ${seconds} s`,
  loading: 'Carregando',
  close: 'Fechar',
  showPassword: 'Mostrar senha',
};

export const useUiTexts = textsOf<UiTexts>('ui');

/** What is said of a message of shared/lib/rules; a sentence that a service wrote is said as it is. */
export function saidOf(message: string | undefined, t: UiTexts): string | undefined {
  if (!message) return undefined;
  const [word = '', limit = '', tooMany = ''] = message.split(':');
  switch (word) {
    case 'required':
      return t.required;
    case 'too_long':
      return t.tooLong(limit, tooMany);
    case 'too_short':
      return t.tooShort(limit);
    case 'too_many':
      return t.tooMany(limit);
    case 'email':
      return t.email;
    case 'address':
      return t.address;
    case 'pattern':
      return t.pattern;
    case 'enum':
    case 'range':
      return t.wrong;
    default:
      return message;
  }
}

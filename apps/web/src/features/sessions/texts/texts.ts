import { textsOf } from '@/shared/lib/texts';

export const sessionsEn = {
  signIn: 'Sign in',
  intro: 'Every POC you ever made, found again within a blink.',
  email: 'E-mail',
  password: 'Password',
  forgot: 'Forgot your password?',
  newHere: 'New here?',
  signUp: 'Create an account',
  chooseCompany: 'In which company?',
  chooseCompanyIntro: 'You belong to several. You can change at any time.',
  otherAccount: 'Use another account',
  notVerified: 'Open the link in the mail that we sent you, or have it sent again.',
  sendAgain: 'Send the mail again',
  sentAgain: 'If this address needs a mail, it is on its way.',
  expiredTitle: 'Please sign in again',
  expiredIntro: 'Your session has ended. What you were writing is still here, and is sent once you have signed in.',
  continue: 'Continue',
  somebodyElse: 'You signed in as somebody else: what was written before stays with its author.',
  roles: { OWNER: 'Owner', ADMIN: 'Admin', USER: 'Member' } as Record<string, string>,
};
export type SessionsTexts = typeof sessionsEn;

export const sessionsPtBr: SessionsTexts = {
  signIn: 'Entrar',
  intro: 'Todas as POCs que você já fez, encontradas num piscar de olhos.',
  email: 'E-mail',
  password: 'Senha',
  forgot: 'Esqueceu a senha?',
  newHere: 'Primeira vez aqui?',
  signUp: 'Criar uma conta',
  chooseCompany: 'Em qual empresa?',
  chooseCompanyIntro: 'Você faz parte de mais de uma. Dá para trocar quando quiser.',
  otherAccount: 'Usar outra conta',
  notVerified: 'Abra o link do e-mail que enviamos ou peça para enviar de novo.',
  sendAgain: 'Enviar o e-mail de novo',
  sentAgain: 'Se este endereço precisa de um e-mail, ele está a caminho.',
  expiredTitle: 'Entre de novo, por favor',
  expiredIntro: 'Sua sessão terminou. O que você estava escrevendo continua aqui e será enviado quando você entrar.',
  continue: 'Continuar',
  somebodyElse: 'Você entrou com outra conta: o que estava escrito fica com quem escreveu.',
  roles: { OWNER: 'Proprietário', ADMIN: 'Administrador', USER: 'Membro' },
};

export const useSessionsTexts = textsOf<SessionsTexts>('sessions');

import { textsOf } from '@/shared/lib/texts';

export const usersEn = {
  signUp: 'Create an account',
  intro: 'Free for you and your company. You can invite the others later.',
  fullName: 'Your name',
  email: 'E-mail',
  company: 'Company',
  companyHint: 'Has yours an account already? Ask them for an invitation.',
  password: 'Password',
  passwordHint: 'At least 15 characters; a sentence is a good one.',
  create: 'Create account',
  haveOne: 'You have an account?',
  signIn: 'Sign in',
  checkMail: 'Look into your mail',
  checkMailIntro: (email: string) => `We have sent a link to ${email}. Open it, and you can sign in.`,
  sendAgain: 'Send it again',
  sentAgain: 'If this address needs a mail, it is on its way.',
  toSignIn: 'To sign-in',
};
export type UsersTexts = typeof usersEn;

export const usersPtBr: UsersTexts = {
  signUp: 'Criar uma conta',
  intro: 'De graça para você e sua empresa. Os outros você convida depois.',
  fullName: 'Seu nome',
  email: 'E-mail',
  company: 'Empresa',
  companyHint: 'Sua empresa já tem conta? Peça um convite.',
  password: 'Senha',
  passwordHint: 'Pelo menos 15 caracteres; uma frase é uma boa senha.',
  create: 'Criar conta',
  haveOne: 'Já tem conta?',
  signIn: 'Entrar',
  checkMail: 'Confira seu e-mail',
  checkMailIntro: (email) => `Enviamos um link para ${email}. Abra-o e você já pode entrar.`,
  sendAgain: 'Enviar de novo',
  sentAgain: 'Se este endereço precisa de um e-mail, ele está a caminho.',
  toSignIn: 'Ir para a entrada',
};

export const useUsersTexts = textsOf<UsersTexts>('users');

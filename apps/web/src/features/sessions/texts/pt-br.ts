import type { SessionsTexts } from './en';

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
};

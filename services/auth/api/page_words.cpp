#include "api/page_words.hpp"

#include "domain/link_life.hpp"

namespace mrbill::auth {
namespace {

static_assert(verification_life == std::chrono::hours(24) && reset_life == std::chrono::hours(1),
              "the words below say so");

constexpr PageWords english{
    .language = "en",
    .verify = {"Confirm your e-mail address", "One button, and the address is yours here."},
    .verify_done = {"Your address is confirmed", "You can sign in now."},
    .verify_used = {"This address is confirmed already", "There is nothing left to do: you can sign in."},
    .verify_expired = {"This link has expired",
                       "It works for 24 hours. Enter your address and we send you another one:"},
    .reset = {"Set a new password",
              "Every session ends then: you sign in again everywhere with the new one."},
    .reset_done = {"Your password is changed",
                   "Every session has ended. Sign in again with the new password."},
    .reset_used = {"This link was used already",
                   "Each link works once. If you still need a new password, enter your address and we send "
                   "you another one:"},
    .reset_expired = {"This link has expired",
                      "It works for one hour. Enter your address and we send you another one:"},
    .join_new = {"Join {1}", "{0} has invited {2}. Create your account and you are in."},
    .join_known =
        {"Join {1}",
         "{0} has invited {2}, an address that has an account here. Enter its password and you are in."},
    .joined = {"Welcome to {1}", "You can sign in now, with the address {2}."},
    .join_used = {"This invitation was accepted already", "You can sign in, with the address {2}."},
    .join_expired = {"This invitation has expired", "Ask {0} for another one to {1}."},
    .join_withdrawn = {"This invitation was withdrawn",
                       "If you think that is a mistake, ask {0} for another one to {1}."},
    .join_not_yours = {"This invitation is somebody else's",
                       "It was sent to {2}, and you are signed in as another person. Sign out, open the link "
                       "again and enter the "
                       "password of that address."},
    .already_joined = {"You belong to {1} already", "There is nothing left to do: you can sign in."},
    .broken = {"This link does not work",
               "It is not complete, or older than we remember. Open it once more from the mail, or enter "
               "your address and we send "
               "you another one:"},
    .broken_invitation = {"This link does not work",
                          "It is not complete, or older than we remember. Open it once more from the mail, "
                          "or ask whoever invited "
                          "you for another one."},
    .mail_sent = {"Look into your mailbox",
                  "If there is a link to send to {2}, it is on its way. It takes a minute at most; look into "
                  "the spam folder as well."},
    .failed = {"That did not work just now", "Try again in a moment. Your link stays good."},
    .confirm_button = "Confirm",
    .reset_button = "Set password",
    .join_new_button = "Create account and join",
    .join_known_button = "Join",
    .mail_button = "Send a new link",
    .forgot_button = "I forgot my password",
    .to_start = "To Mr Bill",
    .email = "E-mail address",
    .password = "Password",
    .new_password = "New password (at least 15 characters; a sentence is a good one)",
    .full_name = "Your full name",
    .somebody = "Somebody",
    .a_company = "a company",
    .wrong_password = "That is not the password of this address. Try again, or set a new one.",
    .short_password = "The password has at least 15 characters; a sentence is a good one.",
    .long_password = "The password has at most 128 characters.",
    .common_password =
        "This is one of the passwords that are tried first. Take another one; a sentence is good.",
    .bad_name = "Enter your full name, without line breaks.",
    .bad_email = "This is no e-mail address.",
    .locked = "This account is locked. A new password lifts the lock.",
    .wait = "Too many attempts. Wait {2} seconds and try again.",
    .wait_moment = "Too many attempts. Try again in a moment.",
    .wait_minutes = "Too many attempts. Wait {2} minutes and try again.",
};

constexpr PageWords portuguese{
    .language = "pt-BR",
    .verify = {"Confirme seu e-mail", "\u00c9 s\u00f3 usar o bot\u00e3o abaixo."},
    .verify_done = {"E-mail confirmado", "Tudo certo: voc\u00ea j\u00e1 pode entrar."},
    .verify_used = {"Este e-mail j\u00e1 foi confirmado", "N\u00e3o falta mais nada: \u00e9 s\u00f3 entrar."},
    .verify_expired = {"Este link expirou", "Ele vale por 24 horas. Informe seu e-mail e enviaremos outro:"},
    .reset = {"Crie uma nova senha",
              "Todas as sess\u00f5es ser\u00e3o encerradas: depois, entre de novo em cada aparelho com a "
              "nova senha."},
    .reset_done = {"Senha alterada",
                   "Todas as sess\u00f5es foram encerradas. Entre de novo com a nova senha."},
    .reset_used = {"Este link j\u00e1 foi usado",
                   "Cada link serve uma vez s\u00f3. Se ainda precisar de uma nova senha, informe seu e-mail "
                   "e enviaremos outro:"},
    .reset_expired = {"Este link expirou", "Ele vale por uma hora. Informe seu e-mail e enviaremos outro:"},
    .join_new = {"Participe da empresa {1}", "{0} convidou {2}. Crie sua conta para aceitar o convite."},
    .join_known = {"Participe da empresa {1}",
                   "{0} convidou {2}, que j\u00e1 tem uma conta aqui. Informe a senha dessa conta para "
                   "aceitar o convite."},
    .joined = {"Voc\u00ea agora faz parte de {1}", "J\u00e1 pode entrar com o e-mail {2}."},
    .join_used = {"Este convite j\u00e1 foi aceito", "\u00c9 s\u00f3 entrar com o e-mail {2}."},
    .join_expired = {"Este convite expirou", "Pe\u00e7a a {0} que envie outro convite para {1}."},
    .join_withdrawn = {"Este convite foi cancelado",
                       "Se acha que foi engano, pe\u00e7a a {0} que envie outro convite para {1}."},
    .join_not_yours = {"Este convite \u00e9 de outra pessoa",
                       "Ele foi enviado para {2}, e voc\u00ea entrou com outra conta. Saia dela, abra o link "
                       "de novo e informe a senha "
                       "do e-mail convidado."},
    .already_joined = {"Voc\u00ea j\u00e1 faz parte de {1}",
                       "N\u00e3o falta mais nada: \u00e9 s\u00f3 entrar."},
    .broken = {"Este link n\u00e3o funciona",
               "Ele est\u00e1 incompleto ou \u00e9 antigo demais. Abra-o de novo pelo e-mail, ou informe seu "
               "endere\u00e7o e enviaremos "
               "outro:"},
    .broken_invitation = {"Este link n\u00e3o funciona",
                          "Ele est\u00e1 incompleto ou \u00e9 antigo demais. Abra-o de novo pelo e-mail, ou "
                          "pe\u00e7a outro convite a "
                          "quem convidou voc\u00ea."},
    .mail_sent = {"Confira seu e-mail",
                  "Se houver um link a enviar para {2}, ele j\u00e1 est\u00e1 a caminho e chega em at\u00e9 "
                  "um minuto. Olhe tamb\u00e9m na "
                  "caixa de spam."},
    .failed = {"N\u00e3o deu certo desta vez", "Tente de novo daqui a pouco. Seu link continua valendo."},
    .confirm_button = "Confirmar",
    .reset_button = "Salvar nova senha",
    .join_new_button = "Criar conta e participar",
    .join_known_button = "Participar",
    .mail_button = "Enviar outro link",
    .forgot_button = "Esqueci minha senha",
    .to_start = "Ir para o Mr Bill",
    .email = "E-mail",
    .password = "Senha",
    .new_password = "Nova senha (pelo menos 15 caracteres; uma frase \u00e9 uma boa escolha)",
    .full_name = "Seu nome completo",
    .somebody = "Algu\u00e9m",
    .a_company = "sua empresa",
    .wrong_password = "A senha n\u00e3o confere com esse e-mail. Tente de novo ou crie uma nova.",
    .short_password = "A senha precisa ter pelo menos 15 caracteres; uma frase \u00e9 uma boa escolha.",
    .long_password = "A senha pode ter no m\u00e1ximo 128 caracteres.",
    .common_password =
        "Essa senha est\u00e1 entre as primeiras que algu\u00e9m tentaria. Escolha outra; uma frase \u00e9 "
        "uma boa escolha.",
    .bad_name = "Informe seu nome completo, em uma s\u00f3 linha.",
    .bad_email = "Esse n\u00e3o \u00e9 um endere\u00e7o de e-mail v\u00e1lido.",
    .locked = "Esta conta est\u00e1 bloqueada. Criar uma nova senha a desbloqueia.",
    .wait = "Muitas tentativas. Aguarde {2} segundos e tente de novo.",
    .wait_moment = "Muitas tentativas. Tente de novo daqui a pouco.",
    .wait_minutes = "Muitas tentativas. Aguarde {2} minutos e tente de novo.",
};

}  // namespace

const PageWords& page_words(locales::Language language) {
  return language == locales::Language::portuguese ? portuguese : english;
}

}  // namespace mrbill::auth

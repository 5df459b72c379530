#include "api/pages.hpp"

#include <array>
#include <string>

#include <http/language.hpp>

namespace mrbill::auth {
namespace {

struct Words {
  std::string_view language;
  std::string_view verify_title, verify_button, verify_done;
  std::string_view reset_title, reset_button, reset_done;
  std::string_view join_title, join_hint, join_button, join_done;
  std::string_view password, full_name;
};

constexpr Words english{"en",
                        "Confirm your e-mail address",
                        "Confirm",
                        "Your address is confirmed. You can sign in now.",
                        "Set a new password",
                        "Set password",
                        "Your password is changed. Please sign in again everywhere.",
                        "Join the company",
                        "If you already have an account with this address, enter its password.",
                        "Join",
                        "Welcome. You can sign in now.",
                        "Password (at least 15 characters; a sentence is a good one)",
                        "Your full name"};
constexpr Words portuguese{"pt-BR",
                           "Confirme seu endere\u00e7o de e-mail",
                           "Confirmar",
                           "Endere\u00e7o confirmado. Voc\u00ea j\u00e1 pode entrar.",
                           "Defina uma nova senha",
                           "Definir senha",
                           "Senha alterada. Entre novamente em todos os aparelhos.",
                           "Entre na empresa",
                           "Se voc\u00ea j\u00e1 tem uma conta com este endere\u00e7o, use a senha dela.",
                           "Entrar na empresa",
                           "Boas-vindas. Voc\u00ea j\u00e1 pode entrar.",
                           "Senha (pelo menos 15 caracteres; uma frase \u00e9 uma boa escolha)",
                           "Seu nome completo"};

const Words& words_for(const http::Request& request) {
  constexpr std::array<std::string_view, 2> spoken{"en", "pt-BR"};
  const auto preferred = http::preferred_language(request.headers.get_or("Accept-Language", ""), spoken);
  return preferred == 1 ? portuguese : english;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

http::Response html(const Words& words, std::string_view title, std::string_view body) {
  http::Response response;
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  response.headers.set("Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors "
                       "'none'; base-uri 'none'");
  response.body.append("<!doctype html><html lang=\"")
      .append(words.language)
      .append("\"><head><meta charset=\"utf-8\"><title>");
  response.body.append(title).append(
      "</title><meta name=\"viewport\" content=\"width=device-width\"><style>");
  response.body.append(
      "body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:12vh auto;padding:0 "
      "1rem;color:#1b1b1f;background:#fff}"
      "label{display:block;margin:1rem "
      "0}input{display:block;width:100%;font:inherit;padding:.5rem;box-sizing:border-box}"
      "button{font:inherit;padding:.6rem "
      "1.4rem}@media(prefers-color-scheme:dark){body{color:#e6e6ea;background:#1b1b1f}}");
  response.body.append("</style></head><body><main><h1>").append(title).append("</h1>").append(body);
  response.body.append("</main></body></html>\n");
  return response;
}

std::string password_field(const Words& words) {
  return "<label>" + std::string(words.password) +
         "<input type=\"password\" name=\"password\" required minlength=\"15\" maxlength=\"128\" "
         "autocomplete=\"new-password\"></label>";
}

std::string name_field(const Words& words) {
  return "<p>" + std::string(words.join_hint) + "</p><label>" + std::string(words.full_name) +
         "<input name=\"fullName\" required maxlength=\"100\" autocomplete=\"name\"></label>";
}

// The form posts to the address it came from; nothing of it is taken from the request but the token.
std::string form(std::string_view token, std::string_view fields, std::string_view button) {
  return "<form method=\"post\" action=\"?\"><input type=\"hidden\" name=\"token\" value=\"" +
         escaped(token) + "\">" + std::string(fields) + "<button>" + std::string(button) + "</button></form>";
}

}  // namespace

http::Response form_page(PageOf page, std::string_view token, const http::Request& request) {
  const auto& words = words_for(request);
  switch (page) {
    case PageOf::verify_email:
      return html(words, words.verify_title, form(token, "", words.verify_button));
    case PageOf::reset_password:
      return html(words, words.reset_title, form(token, password_field(words), words.reset_button));
    case PageOf::accept_invitation:
      return html(words, words.join_title,
                  form(token, name_field(words) + password_field(words), words.join_button));
  }
  return {};
}

http::Response done_page(PageOf page, const http::Request& request) {
  const auto& words = words_for(request);
  const auto said = [&](std::string_view title, std::string_view text) {
    return html(words, title, "<p>" + std::string(text) + "</p>");
  };
  switch (page) {
    case PageOf::verify_email:
      return said(words.verify_title, words.verify_done);
    case PageOf::reset_password:
      return said(words.reset_title, words.reset_done);
    case PageOf::accept_invitation:
      return said(words.join_title, words.join_done);
  }
  return {};
}

bool is_form(const http::Request& request) {
  return request.headers.get_or("Content-Type", "").starts_with("application/x-www-form-urlencoded");
}

}  // namespace mrbill::auth

#include "api/page_layout.hpp"

#include <text/html.hpp>

namespace mrbill::auth {
namespace {

using text::html_escaped;

constexpr std::string_view style =
    ":root{color-scheme:light "
    "dark;--ink:#1c1b22;--soft:#5b5966;--ground:#f3f2f7;--card:#fff;--line:#8a8798;--accent:#4c3fc4;"
    "--on:#fff;--bad:#a3182b;--badbg:#fdecee}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ecebf2;--soft:#b3b0c0;--ground:#131219;--card:#1e1d27;--"
    "line:#7d7a8c;"
    "--accent:#a79dff;--on:#131219;--bad:#ffb3bb;--badbg:#3a1b22}}"
    "*{box-sizing:border-box}body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:"
    "center;"
    "font:17px/1.55 system-ui,-apple-system,'Segoe "
    "UI',Roboto,sans-serif;color:var(--ink);background:var(--ground)}"
    "header{padding:clamp(1.5rem,8vh,5rem) 1rem "
    "1rem;font-weight:700;letter-spacing:.02em;color:var(--accent)}"
    "main{width:min(30rem,calc(100% - "
    "2rem));margin-bottom:2rem;padding:clamp(1.4rem,5vw,2.4rem);background:var(--card);"
    "border-radius:1rem;box-shadow:0 1px 3px #0002,0 8px 30px #0001}"
    "h1{margin:0 0 .6rem;font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere;text-wrap:balance}"
    "p{margin:0 0 1.2rem;color:var(--soft);overflow-wrap:anywhere}"
    ".bad{padding:.7rem .9rem;border-radius:.6rem;color:var(--bad);background:var(--badbg)}"
    "form{margin:0}label{display:block;margin:0 0 1.1rem;font-size:.95rem}"
    "input{display:block;width:100%;min-height:48px;margin-top:.35rem;padding:.5rem "
    ".8rem;font:inherit;color:inherit;"
    "background:transparent;border:1px solid var(--line);border-radius:.6rem}"
    "button,.go{display:block;width:100%;min-height:48px;padding:.7rem "
    "1rem;font:inherit;font-weight:600;text-align:center;"
    "text-decoration:none;color:var(--on);background:var(--accent);border:0;border-radius:.6rem;cursor:"
    "pointer}"
    "button.quiet{margin-top:.6rem;font-weight:400;color:var(--accent);background:transparent}"
    "input:focus-visible,button:focus-visible,.go:focus-visible{outline:3px solid "
    "var(--accent);outline-offset:2px}";

}  // namespace

std::string filled(std::string_view text, std::string_view zero, std::string_view one, std::string_view two) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto hole = text.substr(at, 3);
    const auto filling = hole == "{0}" ? &zero : hole == "{1}" ? &one : hole == "{2}" ? &two : nullptr;
    if (filling != nullptr) {
      out.append(*filling);
      at += hole.size();
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

PageForm::PageForm(std::string_view action)
    : html_("<form method=\"post\" action=\"" + html_escaped(action) + "\">") {}

PageForm& PageForm::hidden(std::string_view name, std::string_view value) {
  html_ +=
      "<input type=\"hidden\" name=\"" + html_escaped(name) + "\" value=\"" + html_escaped(value) + "\">";
  return *this;
}

PageForm& PageForm::field(const PageField& field) {
  html_ += "<label>" + html_escaped(field.label) + "<input type=\"" + html_escaped(field.kind) +
           "\" name=\"" + html_escaped(field.name) + "\" required autocomplete=\"" +
           html_escaped(field.autocomplete) + "\"";
  if (!field.value.empty()) html_ += " value=\"" + html_escaped(field.value) + "\"";
  if (field.least > 0) html_ += " minlength=\"" + std::to_string(field.least) + "\"";
  if (field.most > 0) html_ += " maxlength=\"" + std::to_string(field.most) + "\"";
  html_ += "></label>";
  return *this;
}

std::string PageForm::with_button(std::string_view label, bool is_quiet) const {
  return html_ + (is_quiet ? "<button class=\"quiet\">" : "<button>") + html_escaped(label) +
         "</button></form>";
}

http::Response page(unsigned status, const PageContent& content) {
  http::Response response;
  response.status = status;
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  response.headers.set("Content-Language", std::string(content.language));
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  response.headers.set("Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors "
                       "'none'; base-uri 'none'");
  auto& html = response.body;
  const auto title = html_escaped(content.title);
  html.append("<!doctype html><html lang=\"")
      .append(content.language)
      .append("\"><head><meta charset=\"utf-8\"><title>");
  html.append(title).append(" \u00b7 Mr Bill</title>");
  html.append(
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" "
      "content=\"noindex\">");
  html.append("<style>")
      .append(style)
      .append("</style></head><body><header>Mr Bill</header><main><h1>")
      .append(title);
  html.append("</h1>");
  if (!content.text.empty()) html.append("<p>").append(html_escaped(content.text)).append("</p>");
  if (!content.alert.empty())
    html.append("<p class=\"bad\" role=\"alert\">").append(html_escaped(content.alert)).append("</p>");
  html.append(content.forms);
  if (!content.to_start.empty())
    html.append("<a class=\"go\" href=\"/\">").append(html_escaped(content.to_start)).append("</a>");
  html.append("</main></body></html>\n");
  return response;
}

}  // namespace mrbill::auth

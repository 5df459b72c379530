#include "api/shared_page.hpp"

#include <algorithm>

#include <http/page.hpp>
#include <text/html.hpp>

namespace mrbill::content {
namespace {

using text::html_escaped;

struct Words {
  std::string_view language;
  std::string_view by, captions_pt, captions_en, no_video;
  std::string_view about, see;  // Mr Bill
  std::string_view gone_title, gone_text;
};
constexpr Words portuguese{
    .language = "pt-BR",
    .by = "Um filme de ",
    .captions_pt = "Portugu\u00eas",
    .captions_en = "Ingl\u00eas",
    .no_video = "Baixar o filme",
    .about =
        "O Mr Bill guarda as provas de conceito que voc\u00ea cria, acha qualquer uma na hora e faz um filme "
        "do seu ano.",
    .see = "Conhe\u00e7a o Mr Bill",
    .gone_title = "Este filme n\u00e3o est\u00e1 aqui",
    .gone_text =
        "O link est\u00e1 incompleto, ou quem o compartilhou o encerrou. Pe\u00e7a outro a essa pessoa."};
constexpr Words english{
    .language = "en",
    .by = "A film by ",
    .captions_pt = "Portuguese",
    .captions_en = "English",
    .no_video = "Download the film",
    .about =
        "Mr Bill keeps the proofs of concept that you make, finds any of them at once, and makes a film of "
        "your "
        "year.",
    .see = "See Mr Bill",
    .gone_title = "This film is not here",
    .gone_text = "The link is not complete, or whoever shared it has ended it. Ask them for another one."};

// A film that is higher than wide has its words beside it where there is room.
constexpr std::string_view style =
    ":root{color-scheme:light "
    "dark;--ink:#1c1b22;--soft:#5b5966;--ground:#f3f2f7;--line:#dcdae5;--accent:#4c3fc4;--mark:#fff}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ecebf2;--soft:#b3b0c0;--ground:#131219;--line:#2d2c39;"
    "--accent:#a79dff;--mark:#131219}}"
    "*{box-sizing:border-box}"
    "body{margin:0;min-height:100vh;display:flex;flex-direction:column;font:17px/1.55 "
    "system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:var(--ink);background:var(--ground)}"
    "header,main,footer{width:min(68rem,100%);margin:0 auto;padding:0 clamp(1rem,4vw,2rem)}"
    "header{padding-block:1rem}"
    ".home{display:inline-flex;align-items:center;gap:.6rem;min-height:44px;font-weight:700;letter-spacing:."
    "01em;"
    "color:var(--ink);text-decoration:none}"
    ".home "
    "svg{width:28px;height:28px}rect{fill:var(--accent)}path{fill:none;stroke:var(--mark);stroke-width:3;"
    "stroke-linejoin:round}"
    "main{flex:1}"
    "video{display:block;max-width:100%;max-height:74vh;width:auto;height:auto;margin:0 auto;background:#000;"
    "border-radius:.9rem;box-shadow:0 2px 6px #0002,0 18px 50px #0003}"
    ".told{margin:1.6rem 0 2.4rem;max-width:44rem}"
    "h1{margin:0;font-size:clamp(1.5rem,4.2vw,2.2rem);font-weight:680;letter-spacing:-.015em;line-height:1."
    "15;"
    "overflow-wrap:anywhere;text-wrap:balance}"
    "p{margin:.5rem 0 0;color:var(--soft);overflow-wrap:anywhere;white-space:pre-line}p "
    "strong{color:var(--ink);"
    "font-weight:600}"
    ".text{margin-top:1.1rem}"
    "footer{padding-block:1.3rem 2rem}footer p{margin:0;padding-top:1.3rem;border-top:1px solid var(--line);"
    "font-size:.95rem}"
    "footer a{display:inline-block;padding:.5rem 0;font-weight:600;color:var(--accent)}"
    "a:focus-visible,video:focus-visible{outline:3px solid "
    "var(--accent);outline-offset:3px;border-radius:.4rem}"
    "@media(min-width:56rem){.tall{display:grid;grid-template-columns:auto minmax(0,26rem);gap:3rem;"
    "align-items:center;justify-content:center}.tall video{max-height:80vh}}";

constexpr std::string_view home =
    "<header><a class=\"home\" href=\"/\"><svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><rect width=\"32\" "
    "height=\"32\" rx=\"8\"/><path d=\"M8 23V9h3l5 7 5-7h3v14\"/></svg>Mr Bill</a></header>";

const Words& words_of(Locale locale) {
  return locale == Locale::pt_br ? portuguese : english;
}

std::string meta(std::string_view kind, std::string_view name, std::string_view content) {
  return "<meta " + std::string(kind) + "=\"" + html_escaped(name) + "\" content=\"" + html_escaped(content) +
         "\">";
}

std::string_view graph_value(const contract::content::SharedVideo& film, std::string_view property) {
  const auto found =
      std::ranges::find(film.open_graph, property, &contract::content::OpenGraphField::property);
  return found == film.open_graph.end() ? std::string_view() : found->content;
}

std::string head_of(const contract::content::SharedVideo& film, const ShareLinks& links) {
  std::string out = meta("name", "description", graph_value(film, "og:description"));
  for (const auto& field : film.open_graph) out += meta("property", field.property, field.content);
  out += meta("name", "twitter:card", "summary_large_image") + meta("name", "twitter:title", film.title) +
         meta("name", "twitter:description", graph_value(film, "og:description")) +
         meta("name", "twitter:image", film.image_url) + meta("name", "twitter:image:alt", film.title);
  return out + "<link rel=\"canonical\" href=\"" + html_escaped(links.page()) + "\">";
}

std::string player(const contract::content::SharedVideo& film, const ShareLinks& links, const Words& words) {
  std::string out = "<video controls playsinline preload=\"metadata\" width=\"" + std::to_string(film.width) +
                    "\" height=\"" + std::to_string(film.height) + "\" poster=\"" +
                    html_escaped(links.poster()) + "\" style=\"aspect-ratio:" + std::to_string(film.width) +
                    "/" + std::to_string(film.height) + "\" aria-label=\"" + html_escaped(film.title) +
                    "\"><source src=\"" + html_escaped(film.video_url) + "\" type=\"video/mp4\">";
  for (const auto& track : film.captions) {
    const bool is_portuguese = track.locale == contract::content::Locale::pt_br;
    out += "<track kind=\"captions\" srclang=\"" + std::string(is_portuguese ? "pt-BR" : "en") +
           "\" label=\"" + html_escaped(is_portuguese ? words.captions_pt : words.captions_en) + "\" src=\"" +
           html_escaped(track.url) + "\">";
  }
  return out + "<a href=\"" + html_escaped(film.video_url) + "\">" + html_escaped(words.no_video) +
         "</a></video>";
}

std::string about_us(const Words& words) {
  return "<footer><p>" + html_escaped(words.about) + "<br><a href=\"/\">" + html_escaped(words.see) +
         "</a></p></footer>";
}

http::Response page(const Words& words, std::string_view title, std::string_view head,
                    std::string_view body) {
  http::Response response;
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  response.headers.set("Content-Language", std::string(words.language));
  response.headers.set("Referrer-Policy", "no-referrer");
  response.headers.set("Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; "
                       "frame-ancestors 'none'; "
                       "base-uri 'none'; form-action 'none'");
  auto& html = response.body;
  html.append("<!doctype html><html lang=\"")
      .append(words.language)
      .append("\"><head><meta charset=\"utf-8\"><title>");
  html.append(html_escaped(title)).append("</title>");
  html.append(
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" "
      "content=\"noindex\"><meta name=\"theme-color\" media=\"(prefers-color-scheme:light)\" "
      "content=\"#f3f2f7\"><meta name=\"theme-color\" media=\"(prefers-color-scheme:dark)\" "
      "content=\"#131219\"><link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">");
  html.append(head).append("<style>").append(style).append("</style></head><body>").append(home);
  html.append(body).append("</body></html>\n");
  return response;
}

}  // namespace

http::Response film_page(const contract::content::SharedVideo& film, const ShareLinks& links, Locale locale) {
  const auto& words = words_of(locale);
  const std::string_view main = film.height < film.width ? "<main>" : "<main class=\"tall\">";
  auto body = std::string(main) + player(film, links, words) + "<div class=\"told\"><h1>" +
              html_escaped(film.title) + "</h1>";
  if (!film.person_name.empty())
    body += "<p>" + std::string(words.by) + "<strong>" + html_escaped(film.person_name) + "</strong></p>";
  if (film.description) body += "<p class=\"text\">" + html_escaped(*film.description) + "</p>";
  body += "</div></main>" + about_us(words);
  const auto title = film.person_name.empty() ? film.title : film.title + " \u00b7 " + film.person_name;
  return page(words, title, head_of(film, links), body);
}

http::Response no_film_page(Locale locale) {
  const auto& words = words_of(locale);
  return http::page(404, words.language, words.gone_title, http::page_text(words.gone_text));
}

}  // namespace mrbill::content

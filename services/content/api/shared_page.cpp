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
  std::string_view gone_title, gone_text;
};
constexpr Words portuguese{
    .language = "pt-BR",
    .by = "Um filme de ",
    .captions_pt = "Portugu\u00eas",
    .captions_en = "Ingl\u00eas",
    .no_video = "Baixar o filme",
    .gone_title = "Este filme n\u00e3o est\u00e1 aqui",
    .gone_text =
        "O link est\u00e1 incompleto, ou quem o compartilhou o encerrou. Pe\u00e7a outro a essa pessoa."};
constexpr Words english{
    .language = "en",
    .by = "A film by ",
    .captions_pt = "Portuguese",
    .captions_en = "English",
    .no_video = "Download the film",
    .gone_title = "This film is not here",
    .gone_text = "The link is not complete, or whoever shared it has ended it. Ask them for another one."};

constexpr std::string_view style =
    ":root{color-scheme:light dark;--ink:#1c1b22;--soft:#5b5966;--ground:#f3f2f7;--accent:#4c3fc4}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ecebf2;--soft:#b3b0c0;--ground:#131219;--accent:#a79dff}}"
    "*{box-sizing:border-box}body{margin:0;min-height:100vh;font:17px/1.55 system-ui,-apple-system,'Segoe "
    "UI',Roboto,sans-serif;"
    "color:var(--ink);background:var(--ground)}"
    "header{padding:1.2rem 1rem;text-align:center;font-weight:700;letter-spacing:.02em;color:var(--accent)}"
    "main{width:min(64rem,100%);margin:0 auto;padding:0 1rem 3rem}"
    "video{display:block;max-width:100%;max-height:78vh;width:auto;height:auto;margin:0 auto "
    "1.4rem;background:#000;"
    "border-radius:.8rem;box-shadow:0 10px 40px #0003}"
    "h1{margin:0;font-size:clamp(1.4rem,4vw,2rem);line-height:1.2;overflow-wrap:anywhere;text-wrap:balance}"
    "p{margin:.4rem 0 0;color:var(--soft);overflow-wrap:anywhere;white-space:pre-line}"
    "a{color:var(--accent)}"
    "video:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}";

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
                    html_escaped(links.poster()) + "\" aria-label=\"" + html_escaped(film.title) +
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
      "content=\"noindex\">");
  html.append(head).append("<style>").append(style).append("</style></head><body><header>Mr Bill</header>");
  html.append(body).append("</body></html>\n");
  return response;
}

}  // namespace

http::Response film_page(const contract::content::SharedVideo& film, const ShareLinks& links, Locale locale) {
  const auto& words = words_of(locale);
  auto body = "<main>" + player(film, links, words) + "<h1>" + html_escaped(film.title) + "</h1>";
  if (!film.person_name.empty())
    body += "<p>" + std::string(words.by) + "<strong>" + html_escaped(film.person_name) + "</strong></p>";
  if (film.description) body += "<p>" + html_escaped(*film.description) + "</p>";
  const auto title = film.person_name.empty() ? film.title : film.title + " \u00b7 " + film.person_name;
  return page(words, title, head_of(film, links), body + "</main>");
}

http::Response no_film_page(Locale locale) {
  const auto& words = words_of(locale);
  return http::page(404, words.language, words.gone_title, http::page_text(words.gone_text));
}

}  // namespace mrbill::content

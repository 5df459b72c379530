#include <http/page.hpp>
#include <http/page_words.hpp>
#include <text/html.hpp>

namespace mrbill::http {

namespace {

using text::html_escaped;

// The layout with each hole filled once, in one pass: what is put in may look like a hole.
std::string laid_out(std::string_view language, std::string_view title, std::string_view content) {
  std::string out;
  for (auto rest = page_layout; !rest.empty();) {
    const auto next = std::min(rest.find('{'), rest.size());
    out.append(rest.substr(0, next));
    rest.remove_prefix(next);
    if (rest.starts_with("{language}"))
      out += language;
    else if (rest.starts_with("{title}"))
      out += html_escaped(title);
    else if (rest.starts_with("{content}"))
      out += content;
    else {  // a brace of the style
      out.append(rest.substr(0, 1));
      rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
      continue;
    }
    rest.remove_prefix(rest.find('}') + 1);
  }
  return out;
}

}  // namespace

Response page(unsigned status, std::string_view language, std::string_view title, std::string_view content) {
  Response response;
  response.status = status;
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  response.headers.set("Content-Language", std::string(language));
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  response.headers.set("Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors "
                       "'none'; base-uri 'none'");
  response.body = laid_out(language, title, content);
  return response;
}

std::string page_text(std::string_view text) {
  return "<p>" + html_escaped(text) + "</p>";
}

std::string page_way_on(std::string_view address, std::string_view words) {
  return "<a class=\"go\" href=\"" + html_escaped(address) + "\">" + html_escaped(words) + "</a>";
}

}  // namespace mrbill::http

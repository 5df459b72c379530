#include "api/page_layout.hpp"

#include <http/page.hpp>
#include <text/html.hpp>

namespace mrbill::auth {
namespace {

using text::html_escaped;

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
  if (field.max > 0) html_ += " maxlength=\"" + std::to_string(field.max) + "\"";
  html_ += "></label>";
  return *this;
}

std::string PageForm::with_button(std::string_view label, bool is_quiet) const {
  return html_ + (is_quiet ? "<button class=\"quiet\">" : "<button>") + html_escaped(label) +
         "</button></form>";
}

http::Response page(unsigned status, const PageContent& content) {
  std::string inside;
  if (!content.text.empty()) inside += http::page_text(content.text);
  if (!content.alert.empty())
    inside.append("<p class=\"bad\" role=\"alert\">").append(html_escaped(content.alert)).append("</p>");
  inside += content.forms;
  if (!content.to_start.empty()) inside += http::page_way_on("/", content.to_start);
  return http::page(status, content.language, content.title, inside);
}

}  // namespace mrbill::auth

// What the pages of services and gateway have in common: the layout of contracts/page.html, and of
// contracts/page.json the words and titles of a problem that is shown in one.
//
//   page_title_of(404, page_words("en")) == "There is nothing here"
#pragma once

#include <string_view>

namespace mrbill::http {

extern const std::string_view page_layout;  // with the holes {language}, {title} and {content}

struct PageWords {
  std::string_view later, nothing_here, not_possible;  // titles
  std::string_view reload, to_start;                   // next steps
};
// In "en"; in "pt-BR" for whatever else.
[[nodiscard]] const PageWords& page_words(std::string_view language);

// Whoever loads the page again in a moment may have more luck.
[[nodiscard]] bool passes_soon(unsigned status);
[[nodiscard]] std::string_view page_title_of(unsigned status, const PageWords& words);

}  // namespace mrbill::http

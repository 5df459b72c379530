// How a page behind a mailed link is built: on the layout of all pages, with a form at most. Whatever is put
// in is escaped here.
#pragma once

#include <string>
#include <string_view>

#include <http/message.hpp>

namespace mrbill::auth {

[[nodiscard]] std::string filled(std::string_view text, std::string_view zero, std::string_view one,
                                 std::string_view two);

struct PageField {
  std::string_view name;
  std::string_view label;
  std::string_view kind;          // of the input: text, email, password
  std::string_view autocomplete;  // what a password manager knows it by
  std::string_view value = {};
  int least = 0;
  int max = 0;
};

// A form that posts to the address, always the same fields in the same order.
class PageForm {
 public:
  explicit PageForm(std::string_view action);
  PageForm& hidden(std::string_view name, std::string_view value);
  PageForm& field(const PageField& field);
  [[nodiscard]] std::string with_button(std::string_view label, bool is_quiet = false) const;

 private:
  std::string html_;
};

struct PageContent {
  std::string_view language;
  std::string title;
  std::string text;
  std::string alert = {};          // what was wrong with the form
  std::string forms = {};          // HTML
  std::string_view to_start = {};  // the words of the way on, where there is no form
};

[[nodiscard]] http::Response page(unsigned status, const PageContent& content);

}  // namespace mrbill::auth

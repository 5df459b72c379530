// The routes of the contract behind which people are, not programs: whatever they answer, a browser gets a
// page. Programs, which send JSON, get what the contract's own routes answer.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <http/message.hpp>

#include "api/page_words.hpp"
#include "domain/preferences.hpp"
#include "usecases/show_link.hpp"

namespace mrbill::auth {

class PageRoutes {
 public:
  PageRoutes(ShowLink& show_link, Preferences installation)
      : show_link_(show_link), installation_(std::move(installation)) {}
  // Where a browser is answered with pages.
  [[nodiscard]] static std::vector<std::string> addresses();
  // The same routes; those of mailed links end in pages.
  [[nodiscard]] std::vector<http::Route> over(std::vector<http::Route> routes);

 private:
  using Page = std::function<Task<http::Response>(const PageWords& words, http::Request request)>;
  // In the reader's language; where something that it needs is away, a page too.
  [[nodiscard]] Task<http::Response> answer(std::string_view operation, Page page, http::Request request);
  // Forms by pages, everything else as before.
  [[nodiscard]] http::Handler for_forms(std::string_view operation, Page page, http::Handler handler);
  [[nodiscard]] Task<http::Response> show(LinkPurpose purpose, const PageWords& words, http::Handler handler,
                                          http::Request request);
  [[nodiscard]] Task<http::Response> take_form(LinkPurpose purpose, const PageWords& words,
                                               http::Handler handler, http::Request request);
  [[nodiscard]] Task<http::Response> take_mail_form(LinkPurpose purpose, const PageWords& words,
                                                    http::Handler handler, http::Request request);
  ShowLink& show_link_;
  Preferences installation_;
};

}  // namespace mrbill::auth

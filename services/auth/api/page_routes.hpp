// The routes of the contract behind which people are, not programs: whatever they answer, a browser gets a page. Programs, which send
// JSON, get what the contract's own routes answer.
#pragma once

#include <vector>

#include <http/message.hpp>

#include "domain/preferences.hpp"
#include "usecases/show_link.hpp"

namespace mrbill::auth {

class PageRoutes {
 public:
  PageRoutes(ShowLink& show_link, Preferences installation)
      : show_link_(show_link), installation_(std::move(installation)) {}
  // The same routes; those of mailed links end in pages.
  [[nodiscard]] std::vector<http::Route> over(std::vector<http::Route> routes);

 private:
  [[nodiscard]] Task<http::Response> show(LinkPurpose purpose, http::Handler handler, http::Request request);
  [[nodiscard]] Task<http::Response> take_form(LinkPurpose purpose, http::Handler handler,
                                               http::Request request);
  [[nodiscard]] Task<http::Response> take_mail_form(LinkPurpose purpose, http::Handler handler,
                                                    http::Request request);
  ShowLink& show_link_;
  Preferences installation_;
};

}  // namespace mrbill::auth

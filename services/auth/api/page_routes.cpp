#include "api/page_routes.hpp"

#include <array>

#include <base/unavailable.hpp>
#include <http/failure.hpp>
#include <http/percent.hpp>
#include <http/problem.hpp>
#include <http/query.hpp>

#include "api/pages.hpp"

namespace mrbill::auth {
namespace {

constexpr std::size_t most_token = 1'000;  // letters; a longer one is none

struct Shown {
  std::string_view operation;
  LinkPurpose purpose;
};
constexpr std::array<Shown, 3> shown{{{"showVerifyEmail", LinkPurpose::verify_email},
                                      {"showResetPassword", LinkPurpose::reset_password},
                                      {"showAcceptInvitation", LinkPurpose::invitation}}};
constexpr std::array<Shown, 3> forms{{{"verifyEmail", LinkPurpose::verify_email},
                                      {"resetPassword", LinkPurpose::reset_password},
                                      {"acceptInvitation", LinkPurpose::invitation}}};
constexpr std::array<Shown, 2> mail_forms{{{"requestVerificationMail", LinkPurpose::verify_email},
                                           {"forgotPassword", LinkPurpose::reset_password}}};

template <std::size_t N>
const LinkPurpose* purpose_of(const std::array<Shown, N>& table, std::string_view operation) {
  for (const auto& row : table) {
    if (row.operation == operation) return &row.purpose;
  }
  return nullptr;
}

// The first of this name; empty where there is none, or the text is none.
std::string value_in(std::string_view form, std::string_view name) {
  const auto fields = http::parse_query(form);
  if (!fields) return {};
  for (const auto& [field, value] : *fields) {
    if (field == name) return value;
  }
  return {};
}

log::Scope scope_of(const http::Request& request) {
  return {.trace_id = request.trace.trace_hex(), .span_id = request.trace.span_hex(), .tenant_id = {}};
}

}  // namespace

std::vector<http::Route> PageRoutes::over(std::vector<http::Route> routes) {
  for (auto& route : routes) {
    auto handler = route.handler;
    if (const auto* show_purpose = purpose_of(shown, route.operation)) {
      route.handler = [this, purpose = *show_purpose, handler](http::Request request) {
        return show(purpose, handler, std::move(request));
      };
    } else if (const auto* form_purpose = purpose_of(forms, route.operation)) {
      route.handler = [this, purpose = *form_purpose, handler](http::Request request) {
        return is_form(request) ? take_form(purpose, handler, std::move(request))
                                : handler(std::move(request));
      };
    } else if (const auto* mail_purpose = purpose_of(mail_forms, route.operation)) {
      route.handler = [this, purpose = *mail_purpose, handler](http::Request request) {
        return is_form(request) ? take_mail_form(purpose, handler, std::move(request))
                                : handler(std::move(request));
      };
    }
  }
  return routes;
}

// Mail programs add parameters of their own to a link, cut it or break it: the token is looked for, and nothing else matters.
Task<http::Response> PageRoutes::show(LinkPurpose purpose, http::Handler handler, http::Request request) {
  const auto& words = page_words_for(request, installation_.locale);
  const auto scope = scope_of(request);
  const auto token = value_in(request.query, "token");
  request.query = token.empty() || token.size() > most_token ? "" : "token=" + http::percent_encoded(token);
  std::exception_ptr away;
  try {
    auto response = co_await handler(std::move(request));
    if (response.headers.get_or("Content-Type", "") != http::problem_media_type) co_return response;
    co_return link_page(words, purpose, ShownLink{}, "", std::nullopt);
  } catch (const ServiceUnavailable&) {
    away = std::current_exception();
  }
  co_return failed_page(words, http::answer_to_failure(away, false, "showLink", scope).status);
}

Task<http::Response> PageRoutes::take_form(LinkPurpose purpose, http::Handler handler,
                                           http::Request request) {
  const auto& words = page_words_for(request, installation_.locale);
  const auto token = value_in(request.body, "token");
  const auto scope = scope_of(request);
  std::exception_ptr away;
  try {
    auto response = co_await handler(std::move(request));
    const auto link = co_await show_link_.run(purpose, token);
    const bool is_done = response.status < 300;
    auto page = is_done ? done_page(words, purpose, link)
                        : link_page(words, purpose, link, token, trouble_of(response));
    for (const auto& [name, value] : response.headers) {
      if (name == "Set-Cookie" || name == "Retry-After") page.headers.add(name, value);
    }
    co_return page;
  } catch (const ServiceUnavailable&) {
    away = std::current_exception();
  }
  co_return failed_page(words, http::answer_to_failure(away, false, "takeForm", scope).status);
}

Task<http::Response> PageRoutes::take_mail_form(LinkPurpose purpose, http::Handler handler,
                                                http::Request request) {
  const auto& words = page_words_for(request, installation_.locale);
  const auto email = value_in(request.body, "email");
  const auto scope = scope_of(request);
  std::exception_ptr away;
  try {
    const auto response = co_await handler(std::move(request));
    if (response.status < 300) co_return mail_sent_page(words, email);
    co_return mail_form_page(words, purpose, email, trouble_of(response));
  } catch (const ServiceUnavailable&) {
    away = std::current_exception();
  }
  co_return failed_page(words, http::answer_to_failure(away, false, "takeMailForm", scope).status);
}

}  // namespace mrbill::auth

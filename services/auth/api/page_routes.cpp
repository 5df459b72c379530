#include "api/page_routes.hpp"

#include <array>

#include <base/unavailable.hpp>
#include <contract/auth_routes.hpp>
#include <contract/pages.hpp>
#include <http/failure.hpp>
#include <http/media_type.hpp>
#include <http/percent.hpp>
#include <http/problem.hpp>
#include <http/query.hpp>

#include "api/pages.hpp"

namespace mrbill::auth {
namespace {

namespace operation = contract::auth::operation;

constexpr std::size_t max_token = 1'000;     // letters; a longer one is none
constexpr std::size_t max_shown_name = 400;  // bytes of what is shown again

struct Shown {
  std::string_view operation;
  LinkPurpose purpose;
};
constexpr std::array<Shown, 3> shown{{{operation::show_verify_email, LinkPurpose::verify_email},
                                      {operation::show_reset_password, LinkPurpose::reset_password},
                                      {operation::show_accept_invitation, LinkPurpose::invitation}}};
constexpr std::array<Shown, 3> forms{{{operation::verify_email, LinkPurpose::verify_email},
                                      {operation::reset_password, LinkPurpose::reset_password},
                                      {operation::accept_invitation, LinkPurpose::invitation}}};
constexpr std::array<Shown, 2> mail_forms{{{operation::request_verification_mail, LinkPurpose::verify_email},
                                           {operation::forgot_password, LinkPurpose::reset_password}}};

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

std::vector<std::string> PageRoutes::addresses() {
  return {contract::pages::addresses.begin(), contract::pages::addresses.end()};
}

std::vector<http::Route> PageRoutes::over(std::vector<http::Route> routes) {
  for (auto& route : routes) {
    auto handler = route.handler;
    if (const auto* link = purpose_of(shown, route.operation)) {
      Page page = [this, purpose = *link, handler](const PageWords& words, http::Request request) {
        return show(purpose, words, handler, std::move(request));
      };
      route.handler = [this, page = std::move(page)](http::Request request) {
        return answer("showLink", page, std::move(request));
      };
    } else if (const auto* form = purpose_of(forms, route.operation)) {
      Page page = [this, purpose = *form, handler](const PageWords& words, http::Request request) {
        return take_form(purpose, words, handler, std::move(request));
      };
      route.handler = for_forms("takeForm", std::move(page), handler);
    } else if (const auto* mail_form = purpose_of(mail_forms, route.operation)) {
      Page page = [this, purpose = *mail_form, handler](const PageWords& words, http::Request request) {
        return take_mail_form(purpose, words, handler, std::move(request));
      };
      route.handler = for_forms("takeMailForm", std::move(page), handler);
    }
  }
  return routes;
}

http::Handler PageRoutes::for_forms(std::string_view operation, Page page, http::Handler handler) {
  return [this, operation, page = std::move(page), handler = std::move(handler)](http::Request request) {
    return http::is_form(request) ? answer(operation, page, std::move(request)) : handler(std::move(request));
  };
}

Task<http::Response> PageRoutes::answer(std::string_view operation, Page page, http::Request request) {
  const auto& words = page_words_for(request, installation_.locale);
  const auto scope = scope_of(request);
  std::exception_ptr away;
  try {
    co_return co_await page(words, std::move(request));
  } catch (const ServiceUnavailable&) {
    away = std::current_exception();
  }
  co_return failed_page(words, http::answer_to_failure(away, false, operation, scope).status);
}

// Mail programs add parameters of their own to a link, cut it or break it: the token is looked for, and
// nothing else matters.
Task<http::Response> PageRoutes::show(LinkPurpose purpose, const PageWords& words, http::Handler handler,
                                      http::Request request) {
  const auto token = value_in(request.query, "token");
  request.query = token.empty() || token.size() > max_token ? "" : "token=" + http::percent_encoded(token);
  auto response = co_await handler(std::move(request));
  if (response.headers.get_or("Content-Type", "") != http::problem_media_type) co_return response;
  co_return link_page(words, purpose, ShownLink{}, "", std::nullopt);
}

Task<http::Response> PageRoutes::take_form(LinkPurpose purpose, const PageWords& words, http::Handler handler,
                                           http::Request request) {
  const auto token = value_in(request.body, "token");
  auto full_name = value_in(request.body, "fullName");
  if (full_name.size() > max_shown_name) full_name.clear();
  auto response = co_await handler(std::move(request));
  const auto link = co_await show_link_(purpose, token);
  const bool is_done = response.status < 300;
  auto trouble = trouble_of(response);
  trouble.full_name = std::move(full_name);
  auto page = is_done ? done_page(words, purpose, link) : link_page(words, purpose, link, token, trouble);
  for (const auto& [name, value] : response.headers) {
    if (name == "Set-Cookie" || name == "Retry-After") page.headers.add(name, value);
  }
  co_return page;
}

Task<http::Response> PageRoutes::take_mail_form(LinkPurpose purpose, const PageWords& words,
                                                http::Handler handler, http::Request request) {
  const auto email = value_in(request.body, "email");
  const auto response = co_await handler(std::move(request));
  if (response.status < 300) co_return mail_sent_page(words, email);
  co_return mail_form_page(words, purpose, email, trouble_of(response));
}

}  // namespace mrbill::auth

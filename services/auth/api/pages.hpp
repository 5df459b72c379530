// The few pages behind mailed links, for people whose mail program opens a browser: a button or a form that posts the token, and
// what came of it. No script, nothing loaded from elsewhere, nothing kept.
#pragma once

#include <cstdint>
#include <string_view>

#include <http/message.hpp>

namespace mrbill::auth {

enum class PageOf : std::uint8_t { verify_email, reset_password, accept_invitation };

[[nodiscard]] http::Response form_page(PageOf page, std::string_view token, const http::Request& request);
[[nodiscard]] http::Response done_page(PageOf page, const http::Request& request);
// Whether the request is a page's form: it is answered with a page.
[[nodiscard]] bool is_form(const http::Request& request);

}  // namespace mrbill::auth

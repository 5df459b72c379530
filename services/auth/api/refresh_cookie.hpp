// The cookie that keeps a browser's refresh token. Browsers do not tell ports of a host apart, so its name
// ends in a mark of the installation: two on one host would overwrite each other's, and sign people out.
//
//   const RefreshCookie cookie(root);               // mrbill_refresh_1f3a90c2
//   if (auto token = cookie.read(request.headers)) ...
//   cookie.keep(response, session_life, token);
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <http/cookies.hpp>

#include "domain/key_material.hpp"

namespace mrbill::auth {

class RefreshCookie {
 public:
  // The mark follows from the installation's key and does not tell it.
  explicit RefreshCookie(const KeyMaterial& root)
      : name_("mrbill_refresh_" + to_hex(root.derive("cookies").mac("refresh")).substr(0, 8)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::optional<std::string> read(const http::Headers& headers) const {
    return http::cookie(headers, name_);
  }
  void keep(http::Response& response, std::chrono::seconds life, std::string token) const {
    set(response, name_, std::move(token), life);
  }
  void drop(http::Response& response) const { set(response, name_, "", std::chrono::seconds{0}); }
  // The one without a mark, of a browser that signed in before there was any.
  static void drop_former(http::Response& response) {
    set(response, "mrbill_refresh", "", std::chrono::seconds{0});
  }

 private:
  static void set(http::Response& response, const std::string& name, std::string value,
                  std::chrono::seconds life) {
    const http::Cookie cookie{
        .name = name, .value = std::move(value), .path = "/api/v1/auth", .max_age = life};
    response.headers.add("Set-Cookie", http::set_cookie(cookie));
  }
  std::string name_;
};

}  // namespace mrbill::auth

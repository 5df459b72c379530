// The cookies that keep a browser's tokens. Browsers do not tell ports of a host apart, so a name ends in a
// mark of the installation: two on one host would overwrite each other's.
//
//   const auto cookie = refresh_cookie(root);               // mrbill_refresh_1f3a90c2
//   if (auto token = cookie.read(request.headers)) ...
//   cookie.keep(response, session_life, token);
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <http/cookies.hpp>

#include "domain/key_material.hpp"

namespace mrbill::auth {

class InstallationCookie {
 public:
  // The mark follows from the installation's key and does not tell it.
  InstallationCookie(const KeyMaterial& root, const std::string& what, std::string path)
      : former_name_("mrbill_" + what),
        name_(former_name_ + "_" + to_hex(root.derive("cookies").mac(what)).substr(0, 8)),
        path_(std::move(path)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::optional<std::string> read(const http::Headers& headers) const {
    return http::cookie(headers, name_);
  }
  void keep(http::Response& response, std::chrono::seconds life, std::string token) const {
    set(response, name_, std::move(token), life);
  }
  void drop(http::Response& response) const { set(response, name_, "", std::chrono::seconds{0}); }
  // The one without a mark, of a browser that was here before there was any.
  void drop_former(http::Response& response) const {
    set(response, former_name_, "", std::chrono::seconds{0});
  }

 private:
  void set(http::Response& response, const std::string& name, std::string value,
           std::chrono::seconds life) const {
    const http::Cookie cookie{.name = name, .value = std::move(value), .path = path_, .max_age = life};
    response.headers.add("Set-Cookie", http::set_cookie(cookie));
  }
  std::string former_name_;
  std::string name_;
  std::string path_;
};

[[nodiscard]] inline InstallationCookie refresh_cookie(const KeyMaterial& root) {
  return {root, "refresh", "/api/v1/auth"};
}
// For sign-ups as well: their path is not auth's.
[[nodiscard]] inline InstallationCookie device_cookie(const KeyMaterial& root) {
  return {root, "device", "/api/v1"};
}

}  // namespace mrbill::auth

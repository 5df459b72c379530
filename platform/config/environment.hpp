// Configuration, typed, from the environment (12 factors). Every wrong or missing value is collected;
// done() prints one sentence each and ends the program with 78 (EX_CONFIG), so a service never starts
// half configured.
//
//   config::Environment env;
//   Config c{.port = env.port("MRBILL_AUTH_PORT"), .threads = env.number("MRBILL_THREADS", 1, 64, 2)};
//   env.done();
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/encoding.hpp>
#include <base/secret.hpp>

namespace mrbill::config {

inline constexpr int exit_configuration_error = 78;  // EX_CONFIG of sysexits.h

class Environment {
 public:
  using Lookup = std::function<std::optional<std::string>(const std::string&)>;
  Environment();                        // the process's own
  explicit Environment(Lookup lookup);  // for tests

  // Without a fallback the variable is required.
  std::string text(const std::string& name, std::optional<std::string> fallback = {});
  std::int64_t number(const std::string& name, std::int64_t min, std::int64_t max,
                      std::optional<std::int64_t> fallback = {});
  std::uint16_t port(const std::string& name, std::optional<std::uint16_t> fallback = {});
  bool flag(const std::string& name, std::optional<bool> fallback = {});  // "true" or "false"
  std::chrono::milliseconds span(const std::string& name,
                                 std::optional<std::chrono::milliseconds> fallback = {});  // 250ms 10s 5m 1h
  std::string choice(const std::string& name, const std::vector<std::string>& allowed,
                     std::optional<std::string> fallback = {});
  // What the check lets through; `what` says what that is: "a time zone (IANA)".
  std::string checked(const std::string& name, bool (*is_good)(std::string_view), std::string_view what,
                      std::optional<std::string> fallback = {});
  // The value itself, or the content of the file that NAME_FILE names (mode 0600 or 0400, else refused).
  Secret secret(const std::string& name);

  // A secret of 32 bytes, written as 64 hexadecimal digits.
  Sha256 key(const std::string& name);

  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
  [[nodiscard]] std::string summary() const;  // NAME=value lines, secrets as ***
  void done() const;

 private:
  Lookup lookup_;
  std::vector<std::string> complaints_;
  std::vector<std::pair<std::string, std::string>> seen_;
};

}  // namespace mrbill::config

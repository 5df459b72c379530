// Where and as whom to connect, and the settings that every connection of ours has: UTF-8, ISO dates,
// UTC, time-outs.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <base/secret.hpp>

namespace mrbill::postgres {

struct SessionSettings {
  std::chrono::milliseconds statement_timeout{10'000};
  bool generic_plans = false;
};

class Target {
 public:
  // Throws std::invalid_argument when the URL cannot be read; its text is not repeated, it holds a password.
  Target(const Secret& url, const std::string& application, const SessionSettings& settings);
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  [[nodiscard]] const char* const* keywords() const { return keyword_pointers_.data(); }
  [[nodiscard]] const char* const* values() const { return value_pointers_.data(); }

 private:
  void set(std::string keyword, std::string value);
  void set_default(const std::string& keyword, std::string value);
  std::vector<std::string> keywords_;
  std::vector<std::string> values_;
  std::vector<const char*> keyword_pointers_;
  std::vector<const char*> value_pointers_;
};

}  // namespace mrbill::postgres

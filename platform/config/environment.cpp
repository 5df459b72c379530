#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <base/number.hpp>
#include <config/environment.hpp>

namespace mrbill::config {

namespace {

constexpr std::string_view mask = "***";

std::optional<std::string> from_process(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

std::optional<std::chrono::milliseconds> span_of(std::string_view text) {
  const auto unit_at = text.find_first_not_of("0123456789");
  if (unit_at == 0 || unit_at == std::string_view::npos) return std::nullopt;
  const auto number = number_in<std::int64_t>(text.substr(0, unit_at));
  if (!number || *number > 1'000'000'000) return std::nullopt;
  const auto unit = text.substr(unit_at);
  if (unit == "ms") return std::chrono::milliseconds(*number);
  if (unit == "s") return std::chrono::seconds(*number);
  if (unit == "m") return std::chrono::minutes(*number);
  if (unit == "h") return std::chrono::hours(*number);
  return std::nullopt;
}

}  // namespace

Environment::Environment() : Environment(from_process) {}
Environment::Environment(Lookup lookup) : lookup_(std::move(lookup)) {}

std::string Environment::text(const std::string& name, std::optional<std::string> fallback) {
  auto value = lookup_(name);
  if (!value) value = std::move(fallback);
  if (!value) {
    complaints_.push_back(fmt::format("{} is not set.", name));
    return {};
  }
  seen_.emplace_back(name, *value);
  return *value;
}

std::int64_t Environment::number(const std::string& name, std::int64_t min, std::int64_t max,
                                 std::optional<std::int64_t> fallback) {
  const auto given = text(name, fallback ? std::optional(std::to_string(*fallback)) : std::nullopt);
  const auto number = number_in<std::int64_t>(given);
  if (number && *number >= min && *number <= max) return *number;
  if (lookup_(name)) {
    complaints_.push_back(
        fmt::format("{} must be a whole number from {} to {}, not \"{}\".", name, min, max, given));
  }
  return min;
}

std::uint16_t Environment::port(const std::string& name, std::optional<std::uint16_t> fallback) {
  return static_cast<std::uint16_t>(number(name, 0, 65535, fallback));
}

bool Environment::flag(const std::string& name, std::optional<bool> fallback) {
  return choice(name, {"true", "false"},
                fallback ? std::optional<std::string>(*fallback ? "true" : "false") : std::nullopt) == "true";
}

std::chrono::milliseconds Environment::span(const std::string& name,
                                            std::optional<std::chrono::milliseconds> fallback) {
  const auto given =
      text(name, fallback ? std::optional(fmt::format("{}ms", fallback->count())) : std::nullopt);
  if (const auto span = span_of(given)) return *span;
  if (lookup_(name)) {
    complaints_.push_back(
        fmt::format("{} must be a time such as 250ms, 10s, 5m or 1h, not \"{}\".", name, given));
  }
  return {};
}

std::string Environment::choice(const std::string& name, const std::vector<std::string>& allowed,
                                std::optional<std::string> fallback) {
  auto given = text(name, std::move(fallback));
  if (std::ranges::find(allowed, given) != allowed.end()) return given;
  if (lookup_(name)) {
    complaints_.push_back(
        fmt::format("{} must be one of {}, not \"{}\".", name, fmt::join(allowed, ", "), given));
  }
  return {};
}

std::string Environment::checked(const std::string& name, bool (*is_good)(std::string_view),
                                 std::string_view what, std::optional<std::string> fallback) {
  auto given = text(name, std::move(fallback));
  if (lookup_(name) && !is_good(given))
    complaints_.push_back(fmt::format("{} must be {}, not \"{}\".", name, what, given));
  return given;
}

Secret Environment::secret(const std::string& name) {
  const auto file = lookup_(name + "_FILE");
  const auto value = lookup_(name);
  if (file && value) complaints_.push_back(fmt::format("Set {0} or {0}_FILE, not both.", name));
  if (!file && !value) complaints_.push_back(fmt::format("{0} or {0}_FILE is not set.", name));
  seen_.emplace_back(name, mask);
  if (!file) return Secret(value.value_or(""));
  struct stat info{};
  if (::stat(file->c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
    complaints_.push_back(
        fmt::format("{}_FILE names {}, which is not a file that can be read.", name, *file));
    return {};
  }
  if ((info.st_mode & 0077) != 0) {
    complaints_.push_back(fmt::format("{}: others may read it; give it mode 0600.", *file));
    return {};
  }
  std::ifstream in(*file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  auto secret = content.str();
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  if (secret.empty()) complaints_.push_back(fmt::format("{} is empty or cannot be read.", *file));
  return Secret(std::move(secret));
}

Sha256 Environment::key(const std::string& name) {
  const auto given = secret(name);
  const auto bytes = from_hex(given.reveal());
  Sha256 key{};
  if (bytes && bytes->size() == key.size()) {
    std::ranges::copy(*bytes, key.begin());
  } else if (!given.empty()) {
    complaints_.push_back(fmt::format("{} must be 64 hexadecimal digits.", name));
  }
  return key;
}

std::string Environment::summary() const {
  std::string lines;
  for (const auto& [name, value] : seen_) lines += fmt::format("{}={}\n", name, value);
  return lines;
}

void Environment::done() const {
  if (complaints_.empty()) return;
  for (const auto& complaint : complaints_) std::fprintf(stderr, "%s\n", complaint.c_str());
  std::exit(exit_configuration_error);
}

}  // namespace mrbill::config

#include <algorithm>

#include <base/check.hpp>
#include <http/ascii.hpp>
#include <http/cookies.hpp>

namespace mrbill::http {

namespace {

bool is_cookie_character(char c) {
  return ascii::is_visible(c) && std::string_view("\",;\\").find(c) == std::string_view::npos;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return quoted ? value.substr(1, value.size() - 2) : value;
}

template <class Visit>
void for_each_cookie(std::string_view line, Visit visit) {
  while (!line.empty()) {
    const auto end = std::min(line.find(';'), line.size());
    const auto pair = ascii::trimmed(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    visit(pair.substr(0, equals), without_quotes(pair.substr(equals + 1)));
  }
}

}  // namespace

std::optional<std::string> cookie(const Headers& headers, std::string_view name) {
  std::optional<std::string> found;
  bool unclear = false;
  for (const auto& [field, line] : headers) {
    if (!ascii::equal_without_case(field, "Cookie")) continue;
    for_each_cookie(line, [&](std::string_view key, std::string_view value) {
      if (key != name) return;
      unclear = unclear || (found && *found != value) || !std::ranges::all_of(value, is_cookie_character);
      found = value;
    });
  }
  return unclear ? std::nullopt : found;
}

std::string set_cookie(const Cookie& cookie) {
  CHECK(ascii::is_token(cookie.name), "cookie names are ours");
  CHECK(std::ranges::all_of(cookie.value, is_cookie_character), "cookie values are made of base64url");
  CHECK(std::ranges::all_of(cookie.path, is_cookie_character), "cookie paths are ours");
  auto line = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
  if (cookie.max_age) line += "; Max-Age=" + std::to_string(cookie.max_age->count());
  line += "; HttpOnly; Secure; SameSite=";
  line += cookie.same_site == SameSite::strict ? "Strict" : "Lax";
  return line;
}

}  // namespace mrbill::http

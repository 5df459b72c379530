#include "domain/email_address.hpp"

#include <algorithm>

#include <text/domain_name.hpp>
#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::auth {
namespace {

constexpr std::size_t max_local_bytes = 64;  // RFC 5321, 4.5.3.1.1

// RFC 5322's specials, which an unquoted local part cannot hold.
bool has_special(std::string_view part) {
  return part.find_first_of(" ()<>[]:;@\\,\"") != std::string_view::npos;
}

bool is_dotted(std::string_view part) {
  return !part.empty() && part.front() != '.' && part.back() != '.' &&
         part.find("..") == std::string_view::npos;
}

// Any white space or control of Unicode: trimming each piece would change it, and the mailer's headers stay
// one line.
bool has_white_space(std::string_view part) {
  constexpr std::string_view wide[] = {"\u00a0", "\u1680", "\u2028", "\u2029", "\u202f",
                                       "\u205f", "\u3000", "\u200b", "\ufeff"};
  return text::has_control(part) ||
         std::ranges::any_of(wide, [&](auto space) { return part.contains(space); });
}

}  // namespace

std::optional<EmailAddress> EmailAddress::parse(std::string_view raw) {
  if (!text::is_valid_utf8(raw)) return std::nullopt;
  auto normal = text::nfc(text::lower(text::nfc(text::trimmed(raw))));
  if (text::code_points(normal) > max_code_points || has_white_space(normal)) return std::nullopt;
  if (text::shown_line(normal) != normal) return std::nullopt;  // others see it: it is what it looks like
  const auto at = normal.rfind('@');
  if (at == std::string::npos) return std::nullopt;
  const auto local = normal.substr(0, at);
  const auto domain = text::ascii_domain(std::string_view(normal).substr(at + 1));
  if (!domain || !is_dotted(local) || local.size() > max_local_bytes || has_special(local))
    return std::nullopt;
  return EmailAddress{local + "@" + *domain};
}

}  // namespace mrbill::auth

#include "domain/email_address.hpp"

#include <algorithm>

#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::auth {
namespace {

constexpr std::size_t most_local_bytes = 64;    // RFC 5321, 4.5.3.1.1
constexpr std::size_t most_domain_bytes = 255;  // RFC 5321, 4.5.3.1.2
constexpr std::size_t most_label_bytes = 63;    // RFC 1035, 2.3.4

// RFC 5322's specials, which an unquoted local part or domain cannot hold.
bool has_special(std::string_view part) {
  return part.find_first_of(" ()<>[]:;@\\,\"") != std::string_view::npos;
}

bool is_dotted(std::string_view part) {
  return !part.empty() && part.front() != '.' && part.back() != '.' &&
         part.find("..") == std::string_view::npos;
}

bool is_label(std::string_view label) {
  const auto fits = [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0 || c == '-'; };
  return !label.empty() && label.size() <= most_label_bytes && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, fits);
}

bool is_domain(std::string_view domain) {
  if (!is_dotted(domain) || domain.size() > most_domain_bytes) return false;
  while (true) {
    const auto dot = domain.find('.');
    if (!is_label(domain.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

// Any white space or control of Unicode: trimming each piece would change it, and the mailer's headers stay one line.
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
  if (text::code_points(normal) > most_code_points || has_white_space(normal)) return std::nullopt;
  if (text::shown_line(normal) != normal) return std::nullopt;  // others see it: it is what it looks like
  const auto at = normal.rfind('@');
  if (at == std::string::npos) return std::nullopt;
  const auto local = std::string_view(normal).substr(0, at);
  const auto domain = std::string_view(normal).substr(at + 1);
  if (!is_dotted(local) || local.size() > most_local_bytes || has_special(local) || !is_domain(domain))
    return std::nullopt;
  return EmailAddress{std::move(normal)};
}

}  // namespace mrbill::auth

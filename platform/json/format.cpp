#include <algorithm>
#include <array>

#include <base/ascii.hpp>
#include <base/unreachable.hpp>
#include <json/format.hpp>
#include <locales/languages.hpp>
#include <locales/zones.hpp>
#include <text/domain_name.hpp>
#include <text/text.hpp>

namespace mrbill::json {

namespace {

bool is_hex(char c) {
  return ascii::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
bool is_atom_character(char c) {
  return ascii::is_alphanumeric(c) || is_one_of(c, "!#$%&'*+-/=?^_`{|}~");
}
bool is_label_character(char c) {
  return ascii::is_alphanumeric(c) || c == '-';
}

// Every part between the dots is there and satisfies the check.
template <class Check>
bool all_dotted(std::string_view text, Check check) {
  while (true) {
    const auto end = std::min(text.find('.'), text.size());
    if (!check(text.substr(0, end))) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

bool is_atom(std::string_view part) {
  return !part.empty() && std::ranges::all_of(part, is_atom_character);
}
bool is_label(std::string_view part) {
  return !part.empty() && part.size() <= 63 && part.front() != '-' && part.back() != '-' &&
         std::ranges::all_of(part, is_label_character);
}

bool has_uri_characters_only(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
      i += 2;
    } else if (!ascii::is_alphanumeric(c) && !is_one_of(c, "-._~:/?#[]@!$&'()*+,;=")) {
      return false;
    }
  }
  return std::ranges::count(text, '#') <= 1;
}

// host, host:port, [v6], user@host
bool has_host(std::string_view authority) {
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
  if (authority.starts_with('[')) {
    const auto end = authority.find(']');
    if (end == std::string_view::npos || end < 3) return false;
    authority.remove_prefix(end + 1);
    return authority.empty() ||
           (authority.front() == ':' && std::ranges::all_of(authority.substr(1), ascii::is_digit));
  }
  const auto colon = std::min(authority.find(':'), authority.size());
  const auto port = authority.substr(std::min(colon + 1, authority.size()));
  return colon > 0 && authority.find_first_of("[]") == std::string_view::npos && port.size() <= 5 &&
         std::ranges::all_of(port, ascii::is_digit);
}

}  // namespace

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at > 64) return false;
  const auto host = text.substr(at + 1);
  return host.size() <= 253 && all_dotted(text.substr(0, at), is_atom) && all_dotted(host, is_label);
}

bool is_idn_email(std::string_view text) {
  const auto address = text::trimmed(text);
  const auto at = address.find('@');
  return at != std::string::npos && at <= 64 &&
         all_dotted(std::string_view(address).substr(0, at), is_atom) &&
         text::ascii_domain(std::string_view(address).substr(at + 1)).has_value();
}

bool is_uri_reference(std::string_view text) {
  return has_uri_characters_only(text);
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !ascii::is_letter(text.front())) return false;
  const auto is_scheme_character = [](char c) { return ascii::is_alphanumeric(c) || is_one_of(c, "+-."); };
  if (!std::ranges::all_of(text.substr(0, colon), is_scheme_character) || !has_uri_characters_only(text))
    return false;
  auto rest = text.substr(colon + 1);
  if (!rest.starts_with("//")) return !rest.empty();
  rest.remove_prefix(2);
  return has_host(rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size())));
}

bool is_repository_address(std::string_view text) {
  constexpr std::array<std::string_view, 6> schemes{"http", "https", "ssh", "git", "git+ssh", "git+https"};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return false;
  const auto before = text.substr(0, colon);
  if (const auto at = before.find('@'); at != std::string_view::npos)
    return at > 0 && at + 1 < before.size() && before.find('/') == std::string_view::npos;
  const auto is_its_scheme = [before](std::string_view scheme) {
    return ascii::equal_without_case(before, scheme);
  };
  return std::ranges::any_of(schemes, is_its_scheme) && text.substr(colon).starts_with("://") &&
         text.size() > colon + 3;
}

bool has_format(Format format, std::string_view text) {
  switch (format) {
    case Format::none:
      return true;
    case Format::email:
      return is_email(text);
    case Format::idn_email:
      return is_idn_email(text);
    case Format::uri:
      return is_uri(text);
    case Format::uri_reference:
      return is_uri_reference(text);
    case Format::time_zone:
      return locales::is_zone(text);
    case Format::language_tag:
      return locales::is_tag(text);
    case Format::repository_address:
      return is_repository_address(text);
  }
  unreachable();
}

std::string_view to_string(Format format) {
  switch (format) {
    case Format::none:
      return "text";
    case Format::email:
    case Format::idn_email:
      return "an e-mail address";
    case Format::uri:
      return "a URI (RFC 3986)";
    case Format::uri_reference:
      return "a URI reference (RFC 3986)";
    case Format::time_zone:
      return "the name of a time zone (IANA), such as America/Sao_Paulo";
    case Format::language_tag:
      return "a language tag (BCP 47), such as pt-BR";
    case Format::repository_address:
      return "an address like https://example.org/poc or git@example.org:ana/poc.git";
  }
  unreachable();
}

}  // namespace mrbill::json

#include "domain/repository_url.hpp"

#include <algorithm>
#include <array>

#include <base/ascii.hpp>
#include <text/domain_name.hpp>
#include <text/text.hpp>

namespace mrbill::catalog {
namespace {

struct Parts {
  std::string_view scheme;  // as sent
  std::string_view authority;
  std::string_view rest;  // from the path on
};

std::optional<Parts> split(std::string_view url) {
  const auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  const auto after = url.substr(scheme_end + 3);
  const auto authority_end = std::min(after.find_first_of("/?#"), after.size());
  return Parts{url.substr(0, scheme_end), after.substr(0, authority_end), after.substr(authority_end)};
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

// Of an IRI: characters beyond ASCII are escaped, everything else has to be allowed as it is.
std::optional<std::string> as_uri(std::string_view rest) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char character : rest) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= 0x80U) {
      out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
      continue;
    }
    if (byte <= ' ' || byte == 0x7FU || character == '"' || character == '<' || character == '>')
      return std::nullopt;
    out += character;
  }
  return out;
}

bool is_host_character(char character) {
  return ascii::is_alphanumeric(character) || character == '.' || character == '-' || character == '_';
}

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 && std::ranges::all_of(port, ascii::is_digit);
}

bool is_host(std::string_view host) {
  return !host.empty() && host.front() != '.' && host.front() != '-' &&
         std::ranges::all_of(host, is_host_character);
}

std::optional<std::string> as_host(std::string_view host) {
  auto ascii = is_ascii(host) ? std::optional(std::string(host)) : text::ascii_domain(host);
  if (!ascii || !is_host(*ascii)) return std::nullopt;
  return ascii;
}

std::optional<std::string> as_authority(std::string_view authority) {
  const auto colon = authority.find(':');
  auto host = as_host(authority.substr(0, colon));
  if (!host || colon == std::string_view::npos) return host;
  if (!is_port(authority.substr(colon + 1))) return std::nullopt;
  return *host + std::string(authority.substr(colon));
}

std::optional<std::string> web_address(const Parts& parts) {
  const auto authority = as_authority(parts.authority);
  const auto rest = as_uri(parts.rest);
  if (!authority || !rest) return std::nullopt;
  return ascii::lowered(parts.scheme) + "://" + *authority + *rest;
}

std::string_view without_repetition(std::string_view path, std::string_view end) {
  while (path.ends_with(end)) path.remove_suffix(end.size());
  return path;
}

// However often it was put on: the canonical form of a canonical form is itself.
std::string_view without_decoration(std::string_view path) {
  while (path.ends_with('/') || path.ends_with(".git"))
    path = without_repetition(without_repetition(path, "/"), ".git");
  return path;
}

// What is opened by git alone, as the page of the same repository: its port is git's, and its user
// says nothing.
std::optional<std::string> page_of(std::string_view host, std::string_view path) {
  const auto known = as_host(host);
  while (path.starts_with('/')) path.remove_prefix(1);
  const auto rest = as_uri(without_decoration(path));
  if (!known || !rest || rest->empty()) return std::nullopt;
  return "https://" + ascii::lowered(*known) + "/" + *rest;
}

std::string_view without_user(std::string_view authority) {
  const auto at = authority.rfind('@');
  const bool has_password =
      at != std::string_view::npos && authority.substr(0, at).find(':') != std::string_view::npos;
  return has_password ? std::string_view() : authority.substr(at + 1);  // npos + 1 is 0
}

// user@host:path
std::optional<std::string> page_of_copy(std::string_view address) {
  const auto at = address.find('@');
  const auto colon = address.find(':');
  if (at == 0 || at == std::string_view::npos || colon == std::string_view::npos || colon < at)
    return std::nullopt;
  if (!std::ranges::all_of(address.substr(0, at), is_host_character)) return std::nullopt;
  return page_of(address.substr(at + 1, colon - at - 1), address.substr(colon + 1));
}

// Of either scheme: the key does not tell them apart.
std::string without_default_port(std::string authority) {
  for (const std::string_view port : {":443", ":80"}) {
    if (authority.ends_with(port)) authority.resize(authority.size() - port.size());
  }
  return authority;
}

}  // namespace

std::optional<std::string> canonical_repository_url(std::string_view address) {
  if (!text::is_valid_utf8(address)) return std::nullopt;
  const auto parts = split(address);
  if (!parts) return page_of_copy(address);
  const auto scheme = ascii::lowered(parts->scheme);
  if (scheme == "http" || scheme == "https") return web_address(*parts);
  constexpr std::array<std::string_view, 4> of_git{"ssh", "git", "git+ssh", "git+https"};
  if (std::ranges::find(of_git, scheme) == of_git.end()) return std::nullopt;
  const auto host = without_user(parts->authority);
  return page_of(host.substr(0, host.find(':')), parts->rest);
}

std::string import_key(std::string_view url) {
  const auto parts = split(url);
  if (!parts) return std::string(url);
  const auto path_end = std::min(parts->rest.find_first_of("?#"), parts->rest.size());
  auto behind = parts->rest.substr(path_end);
  if (behind == "#" || behind == "?") behind = {};
  return "https://" + without_default_port(ascii::lowered(parts->authority)) +
         std::string(without_decoration(parts->rest.substr(0, path_end))) + std::string(behind);
}

}  // namespace mrbill::catalog

#include "domain/repository_url.hpp"

#include <algorithm>

namespace mrbill::catalog {
namespace {

char lower_ascii(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char letter) { return lower_ascii(letter); });
  return out;
}

struct Parts {
  std::string authority;      // lower case
  std::string_view the_rest;  // from the path on
};

std::optional<Parts> split(std::string_view url) {
  auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  auto scheme = lower_ascii(url.substr(0, scheme_end));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  auto after = url.substr(scheme_end + 3);
  auto authority_end = std::min(after.find_first_of("/?#"), after.size());
  return Parts{lower_ascii(after.substr(0, authority_end)), after.substr(authority_end)};
}

bool is_host_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' ||
         letter == '-' || letter == '_';
}

bool is_port(std::string_view port) {
  return !port.empty() && port.size() <= 5 &&
         std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_authority(std::string_view authority) {
  auto colon = authority.find(':');
  auto host = authority.substr(0, colon);
  if (host.empty() || host.front() == '.' || host.front() == '-') return false;
  if (!std::ranges::all_of(host, is_host_letter)) return false;
  return colon == std::string_view::npos || is_port(authority.substr(colon + 1));
}

// Of either scheme: the key does not tell them apart.
std::string without_default_port(std::string authority) {
  for (std::string_view port : {":443", ":80"}) {
    if (authority.ends_with(port)) authority.resize(authority.size() - port.size());
  }
  return authority;
}

// However often it was put on: the canonical form of a canonical form is itself.
std::string_view without_decoration(std::string_view path) {
  path = path.substr(0, path.find('#'));
  while (path.ends_with('/') || path.ends_with(".git")) path.remove_suffix(path.ends_with('/') ? 1 : 4);
  return path;
}

}  // namespace

bool is_repository_url(std::string_view url) {
  auto printable = std::ranges::all_of(
      url, [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '<' && c != '>'; });
  if (!printable) return false;
  auto parts = split(url);
  return parts && is_authority(parts->authority);
}

std::string import_key(std::string_view url) {
  auto parts = split(url);
  if (!parts) return std::string(url);
  return "https://" + without_default_port(parts->authority) +
         std::string(without_decoration(parts->the_rest));
}

}  // namespace mrbill::catalog

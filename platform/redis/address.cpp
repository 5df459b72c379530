#include <charconv>
#include <optional>
#include <stdexcept>

#include <base/number.hpp>
#include <redis/address.hpp>

namespace mrbill::redis {
namespace {

[[noreturn]] void refuse(const char* what) {
  throw std::invalid_argument(std::string("not a redis:// address: ") + what);
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const auto digits = text.substr(i + 1, 2);
    unsigned char byte = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (failure != std::errc{} || end != text.data() + i + 3) refuse("a broken percent escape");
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

int number(std::string_view text, int most, const char* what) {
  const auto value = number_in<int>(text);
  if (!value || *value < 0 || *value > most) refuse(what);
  return *value;
}

// Cuts off what stands before the mark, mark included.
std::optional<std::string_view> take_before(std::string_view& text, std::size_t mark) {
  if (mark == std::string_view::npos) return std::nullopt;
  const auto before = text.substr(0, mark);
  text.remove_prefix(mark + 1);
  return before;
}

void read_credentials(Address& address, std::string_view credentials) {
  const auto user = take_before(credentials, credentials.find(':'));
  if (!user) refuse("credentials without a colon");
  address.user = percent_decoded(*user);
  address.password = Secret(percent_decoded(credentials));
}

void read_host(Address& address, std::string_view text) {
  const bool bracketed = text.starts_with('[');
  const auto host_end = bracketed ? text.find(']') : text.find(':');
  if (bracketed && host_end == std::string_view::npos) refuse("a bracket is not closed");
  auto rest =
      host_end == std::string_view::npos ? std::string_view{} : text.substr(host_end + (bracketed ? 1 : 0));
  address.host = bracketed ? text.substr(1, host_end - 1) : text.substr(0, host_end);
  if (address.host.empty()) refuse("no host");
  if (rest.empty()) return;
  if (rest.front() != ':') refuse("what follows the host");
  address.port = std::to_string(number(rest.substr(1), 65'535, "the port"));
}

}  // namespace

Address Address::parse(std::string_view url) {
  constexpr std::string_view scheme = "redis://";
  if (!url.starts_with(scheme)) refuse("the scheme");
  url.remove_prefix(scheme.size());
  Address address;
  if (const auto credentials = take_before(url, url.rfind('@'))) read_credentials(address, *credentials);
  if (const auto slash = url.find('/'); slash != std::string_view::npos) {
    const auto database = url.substr(slash + 1);
    if (!database.empty()) address.database = number(database, 1'000, "the database");
    url = url.substr(0, slash);
  }
  read_host(address, url);
  return address;
}

}  // namespace mrbill::redis

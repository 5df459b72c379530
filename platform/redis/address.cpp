#include <stdexcept>

#include <boost/url/parse.hpp>

#include <base/number.hpp>
#include <redis/address.hpp>

namespace mrbill::redis {
namespace {

[[noreturn]] void refuse(const char* what) {
  throw std::invalid_argument(std::string("not a redis:// address: ") + what);
}

int database_in(std::string_view path) {
  constexpr int largest = 1'000;
  if (path.empty() || path == "/") return 0;
  const auto number = path.starts_with('/') ? number_in<int>(path.substr(1)) : std::nullopt;
  if (!number || *number < 0 || *number > largest) refuse("the database");
  return *number;
}

}  // namespace

Address Address::parse(std::string_view text) {
  const auto url = boost::urls::parse_uri({text.data(), text.size()});
  if (!url) refuse("the form of a URL");
  if (url->scheme() != "redis") refuse("the scheme");
  if (url->has_userinfo() && !url->has_password()) refuse("credentials without a colon");
  if (url->has_query() || url->has_fragment()) refuse("what follows the path");
  Address address;
  address.host = url->host_address();
  if (address.host.empty()) refuse("no host");
  address.user = url->user();
  address.password = Secret(url->password());
  if (url->has_port()) {
    if (url->port_number() == 0) refuse("the port");
    address.port = url->port();
  }
  address.database = database_in(url->path());
  return address;
}

}  // namespace mrbill::redis

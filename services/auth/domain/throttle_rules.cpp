#include "domain/throttle_rules.hpp"

#include <algorithm>
#include <arpa/inet.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

constexpr Pace own_failures{5, 1s, 15min, 1h};       // this address from this network
constexpr Pace strangers_failures{10, 1s, 60s, 1h};  // this address from networks it never signed in from
constexpr Pace network_failures{100, 1s, 60s, 1h};   // any address: many people may share a network
constexpr Pace taken_addresses{20, 1s, 15min, 1h};
constexpr Pace mails_to_address{3, 5min, 1h, 1h};
constexpr Pace mails_from_network{60, 1s, 5min, 1h};
constexpr Pace invitations{200, 1s, 10min, 1h};

constexpr Pace sign_ups(int an_hour) {
  return {an_hour, 1s, 5min, 1h};
}

}  // namespace

std::chrono::milliseconds wait_after(int failures, const Pace& pace) {
  const int beyond = failures - pace.free;
  if (beyond <= 0) return 0ms;
  const int doublings = std::min(beyond - 1, 20);
  return std::min(pace.longest, pace.first * (1L << doublings));
}

std::string network_of(std::string_view client_address) {
  const std::string text(client_address);
  in6_addr six{};
  if (::inet_pton(AF_INET6, text.c_str(), &six) != 1) return text;
  const auto* bytes = static_cast<const std::uint8_t*>(six.s6_addr);
  if (IN6_IS_ADDR_V4MAPPED(&six)) {
    char four[INET_ADDRSTRLEN] = {};
    ::inet_ntop(AF_INET, bytes + 12, four, sizeof four);
    return four;
  }
  return to_hex({bytes, 8}) + "/64";
}

Counter ThrottleRules::counter(std::string_view label, std::string_view what, Pace pace) const {
  const auto mac = key_.mac(what);
  return {std::string(label) + ":" + to_hex({mac.data(), 16}), pace};
}

std::vector<Counter> ThrottleRules::log_in(std::string_view email, std::string_view network,
                                           bool known_network) const {
  const auto pair = std::string(email) + '\n' + std::string(network);
  std::vector counters{counter("own", pair, own_failures), counter("network", network, network_failures)};
  if (!known_network) counters.push_back(counter("strangers", email, strangers_failures));
  return counters;
}

std::vector<Counter> ThrottleRules::sign_up(std::string_view network) const {
  return {counter("sign_up", network, sign_ups(sign_ups_an_hour_))};
}
std::vector<Counter> ThrottleRules::taken_address(std::string_view network) const {
  return {counter("taken", network, taken_addresses)};
}
std::vector<Counter> ThrottleRules::mail_to(std::string_view email) const {
  return {counter("mail_to", email, mails_to_address)};
}
std::vector<Counter> ThrottleRules::mail_from(std::string_view network) const {
  return {counter("mail_from", network, mails_from_network)};
}
std::vector<Counter> ThrottleRules::invite(std::string_view tenant) const {
  return {counter("invite", tenant, invitations)};
}

}  // namespace mrbill::auth

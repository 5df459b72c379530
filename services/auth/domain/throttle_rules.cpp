#include "domain/throttle_rules.hpp"

#include <algorithm>
#include <arpa/inet.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

// Nobody waits longer than a minute for what others may have done; on a device of one's own only
// oneself fails.
constexpr Pace device_failures{5, 1s, 15min, 12min};   // on a device of this person
constexpr Pace here_failures{5, 1s, 60s, 12min};       // this address from this network
constexpr Pace strangers_failures{10, 1s, 60s, 6min};  // this address from networks it never signed in from
constexpr Pace network_failures{100, 1s, 60s,
                                36s};  // any address not known there: many people may share a network
constexpr Pace taken_addresses{20, 1s, 60s, 3min};
constexpr Pace sign_ups_of_device{5, 1s, 15min, 12min};  // what the network's others do does not count
constexpr Pace mails_from_network{60, 1s, 60s, 1min};
constexpr Pace mails_of_the_known{10, 1s, 60s, 6min};  // asked for from where the address is known
constexpr Pace invitations{200, 1s, 10min, 18s};
constexpr Pace invitations_to_address{3, 1min, 1h, 1h};  // from one company, withdrawn ones too
constexpr Pace role_changes{100, 1s, 60s, 36s};          // a hundred an hour

Pace sign_ups(int an_hour) {
  return {an_hour, 1s, 60s, std::max(std::chrono::milliseconds{1h} / std::max(an_hour, 1), 1ms)};
}

}  // namespace

std::chrono::milliseconds wait_after(int failures, const Pace& pace) {
  const int beyond = failures - pace.free;
  if (beyond <= 0) return 0ms;
  const int doublings = std::min(beyond - 1, 20);
  return std::min(pace.max, pace.first * (1L << doublings));
}

int max_failures(const Pace& pace) {
  int failures = pace.free + 1;
  while (wait_after(failures, pace) < pace.max) ++failures;
  return failures;
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

std::vector<Counter> ThrottleRules::log_in(std::string_view email, const Visitor& visitor) const {
  if (visitor.device) return {counter("device", visitor.device->id.to_string(), device_failures)};
  const auto pair = std::string(email) + '\n' + visitor.network;
  std::vector counters{counter("own", pair, here_failures)};
  if (visitor.known_network) return counters;
  counters.push_back(counter("network", visitor.network, network_failures));
  counters.push_back(counter("strangers", email, strangers_failures));
  return counters;
}

std::vector<Counter> ThrottleRules::sign_up(const Visitor& visitor) const {
  if (visitor.device)
    return {counter("sign_up_device", visitor.device->user.to_string(), sign_ups_of_device)};
  return {counter("sign_up", visitor.network, sign_ups(sign_ups_an_hour_))};
}
std::vector<Counter> ThrottleRules::taken_address(const Visitor& visitor) const {
  if (visitor.device) return {counter("taken_device", visitor.device->user.to_string(), sign_ups_of_device)};
  return {counter("taken", visitor.network, taken_addresses)};
}
std::vector<Counter> ThrottleRules::request_mail(std::string_view email, const Visitor& visitor) const {
  if (visitor.known()) return {counter("mail_known", email, mails_of_the_known)};
  return {counter("mail_from", visitor.network, mails_from_network)};
}
std::vector<Counter> ThrottleRules::invite(std::string_view tenant, std::string_view email) const {
  const auto pair = std::string(tenant) + '\n' + std::string(email);
  return {counter("invite", tenant, invitations), counter("invite_to", pair, invitations_to_address)};
}
std::vector<Counter> ThrottleRules::change_role(std::string_view tenant) const {
  return {counter("change_role", tenant, role_changes)};
}

}  // namespace mrbill::auth

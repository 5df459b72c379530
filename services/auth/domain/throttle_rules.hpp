// How fast one may try. Failures are counted per thing (an address from a network, an address from anywhere
// unknown, a network); beyond what is free each further one makes the next wait longer, up to a bound. Counts
// leak and nothing is ever locked for good:
//
// - on a device of their own (a token that we signed) only the person's own failures slow them, whatever
//   others do;
// - on a network that the person signed in from, what others fail there does not count, except at this very
//   address;
// - elsewhere the waits of the address and of the network end after a minute at most, and the mailed reset
//   link makes both the network and the device known ones.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/device_token.hpp"
#include "domain/key_material.hpp"

namespace mrbill::auth {

struct Pace {
  int free;                         // failures without a wait
  std::chrono::milliseconds first;  // the wait after the next one; doubles with each
  std::chrono::milliseconds max;    // never more
  std::chrono::milliseconds leak;   // one failure is forgotten in each
};

[[nodiscard]] std::chrono::milliseconds wait_after(int failures, const Pace& pace);
// What is counted at most: those that bring the longest wait. More would only take longer to leak away.
[[nodiscard]] int max_failures(const Pace& pace);

// One counter and its pace. The name holds neither address nor network, only their HMAC.
struct Counter {
  std::string name;
  Pace pace;
};

// The network of an address as throttles see it: an IPv4 address, or an IPv6 address's /64.
[[nodiscard]] std::string network_of(std::string_view client_address);

// Where a request comes from, and what speaks for it.
struct Visitor {
  std::string network;
  bool known_network = false;         // the person of the address signed in from here
  std::optional<Device> device = {};  // of that person; at sign-up, of anybody
  [[nodiscard]] bool known() const { return known_network || device; }
};

class ThrottleRules {
 public:
  ThrottleRules(KeyMaterial key, int sign_ups_an_hour)
      : key_(std::move(key)), sign_ups_an_hour_(sign_ups_an_hour) {}

  // The first is of the person's own failures: a success forgets it.
  [[nodiscard]] std::vector<Counter> log_in(std::string_view email, const Visitor& visitor) const;
  [[nodiscard]] std::vector<Counter> sign_up(const Visitor& visitor) const;
  [[nodiscard]] std::vector<Counter> taken_address(const Visitor& visitor) const;  // each 409 told
  [[nodiscard]] std::vector<Counter> request_mail(std::string_view email, const Visitor& visitor) const;
  [[nodiscard]] std::vector<Counter> invite(std::string_view tenant, std::string_view email) const;
  [[nodiscard]] std::vector<Counter> change_role(std::string_view tenant) const;  // each change made

 private:
  [[nodiscard]] Counter counter(std::string_view label, std::string_view what, Pace pace) const;
  KeyMaterial key_;
  int sign_ups_an_hour_;
};

}  // namespace mrbill::auth

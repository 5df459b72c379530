// How fast one may try. Failures are counted per thing (an address from a network, an address from anywhere unknown, a network);
// beyond what is free each further one makes the next wait longer, up to a bound. Nothing is ever locked for good:
//
// - where a person has signed in before, only their own failures from there slow them, whatever strangers do to their address;
// - elsewhere the address's own wait ends after a minute at most, and the mailed reset link makes that network a known one.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "domain/key_material.hpp"

namespace mrbill::auth {

struct Pace {
  int free;                           // failures without a wait
  std::chrono::milliseconds first;    // the wait after the next one; doubles with each
  std::chrono::milliseconds longest;  // never more
  std::chrono::seconds memory;        // forgotten after this time without a failure
};

[[nodiscard]] std::chrono::milliseconds wait_after(int failures, const Pace& pace);

// One counter and its pace. The name holds neither address nor network, only their HMAC.
struct Counter {
  std::string name;
  Pace pace;
};

// The network of an address as throttles see it: an IPv4 address, or an IPv6 address's /64.
[[nodiscard]] std::string network_of(std::string_view client_address);

class ThrottleRules {
 public:
  ThrottleRules(KeyMaterial key, int sign_ups_an_hour)
      : key_(std::move(key)), sign_ups_an_hour_(sign_ups_an_hour) {}

  [[nodiscard]] std::vector<Counter> log_in(std::string_view email, std::string_view network,
                                            bool known_network) const;
  [[nodiscard]] std::vector<Counter> sign_up(std::string_view network) const;
  [[nodiscard]] std::vector<Counter> taken_address(std::string_view network) const;  // each 409 told
  [[nodiscard]] std::vector<Counter> mail_to(std::string_view email) const;  // beyond it no mail, same answer
  [[nodiscard]] std::vector<Counter> mail_from(std::string_view network) const;
  [[nodiscard]] std::vector<Counter> invite(std::string_view tenant) const;

 private:
  [[nodiscard]] Counter counter(std::string_view label, std::string_view what, Pace pace) const;
  KeyMaterial key_;
  int sign_ups_an_hour_;
};

}  // namespace mrbill::auth

// What every program reads from the environment, whatever it does.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <base/secret.hpp>
#include <config/environment.hpp>
#include <log/log.hpp>

namespace mrbill::host {

struct Settings {
  std::string program;  // "catalog-indexer": in logs, metrics, and the names of variables
  log::Severity log_level = log::Severity::info;
  std::uint16_t internal_port = 0;
  std::chrono::milliseconds deregistration_delay{0};
  Secret installation_key = {};  // that /metrics wants to see
};

// Of a program with a public listener.
struct ApiSettings : Settings {
  std::uint16_t port = 0;
  unsigned threads = 2;
  bool listen_when_ready = false;  // beside a predecessor that still serves
  Secret gateway_key = {};         // beside which X-Forwarded-For counts
};

// MRBILL_<PROGRAM>_INTERNAL_PORT and what no program has for itself.
[[nodiscard]] Settings read_settings(config::Environment& env, std::string_view program);
// Besides MRBILL_<PROGRAM>_PORT.
[[nodiscard]] ApiSettings read_api_settings(config::Environment& env, std::string_view program);

}  // namespace mrbill::host

// What auth's processes read from the environment (README.md lists it).
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <locales/languages.hpp>
#include <locales/zones.hpp>
#include <string>
#include <thread>

#include <base/encoding.hpp>
#include <base/secret.hpp>
#include <config/environment.hpp>
#include <log/log.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

struct CommonConfig {
  log::Severity log_level;
  std::chrono::milliseconds deregistration_delay;
  Secret installation_key;  // that /metrics wants to see
  Sha256 refresh_secret;
};

struct ApiConfig {
  std::uint16_t port;
  std::uint16_t internal_port;
  bool listen_when_ready;  // beside a predecessor that still serves
  unsigned threads;
  Secret database_url;
  Secret cache_url;
  Sha256 kek;
  Sha256 cursor_secret;
  std::size_t hashing_threads;
  std::size_t hashing_queue;
  int sign_ups_an_hour;
  int requests_a_minute;  // of one person, or of one address without a person
  std::string service_jwks;
  Secret gateway_key;       // beside which X-Forwarded-For counts
  Preferences preferences;  // of newcomers who say nothing
  CommonConfig common;
};

struct WorkerConfig {
  std::uint16_t internal_port;
  Secret database_url;
  Secret events_url;
  std::string public_url;
  std::string maildir;
  CommonConfig common;
};

inline CommonConfig read_common(config::Environment& env) {
  return {.log_level =
              log::severity_of(env.choice("MRBILL_LOG_LEVEL", {"debug", "info", "warn", "error"}, "info")),
          .deregistration_delay = env.span("MRBILL_DEREGISTRATION_DELAY", std::chrono::milliseconds{0}),
          .installation_key = env.secret("MRBILL_INSTALLATION_KEY"),
          .refresh_secret = env.key("MRBILL_AUTH_REFRESH_SECRET")};
}

// Password hashes take no more: the others serve people who have signed in.
inline std::int64_t half_of_the_processors() {
  return std::clamp<std::int64_t>(std::thread::hardware_concurrency() / 2, 1, 64);
}

inline Preferences read_preferences(config::Environment& env) {
  return {.locale = env.checked("MRBILL_DEFAULT_LOCALE", locales::is_tag, "a language tag (BCP 47)", "pt-BR"),
          .time_zone = env.checked("MRBILL_DEFAULT_TIME_ZONE", locales::is_zone, "a time zone (IANA)",
                                   "America/Sao_Paulo")};
}

inline ApiConfig read_api_config(config::Environment& env) {
  ApiConfig config{
      .port = env.port("MRBILL_AUTH_PORT"),
      .internal_port = env.port("MRBILL_AUTH_INTERNAL_PORT"),
      .listen_when_ready = env.flag("MRBILL_LISTEN_WHEN_READY", false),
      .threads = static_cast<unsigned>(env.number("MRBILL_THREADS", 1, 64, 2)),
      .database_url = env.secret("MRBILL_AUTH_DATABASE_URL"),
      .cache_url = env.secret("MRBILL_CACHE_URL"),
      .kek = env.key("MRBILL_AUTH_KEK"),
      .cursor_secret = env.key("MRBILL_CURSOR_SECRET"),
      .hashing_threads = static_cast<std::size_t>(
          env.number("MRBILL_AUTH_HASHING_THREADS", 1, 64, half_of_the_processors())),
      .hashing_queue = static_cast<std::size_t>(env.number("MRBILL_AUTH_HASHING_QUEUE", 1, 10'000, 128)),
      .sign_ups_an_hour = static_cast<int>(env.number("MRBILL_AUTH_SIGN_UPS_AN_HOUR", 1, 1'000'000, 1'000)),
      .requests_a_minute =
          static_cast<int>(env.number("MRBILL_AUTH_REQUESTS_A_MINUTE", 1, 10'000'000, 12'000)),
      .service_jwks = env.secret("MRBILL_SERVICE_JWKS").reveal(),
      .gateway_key = env.secret("MRBILL_GATEWAY_KEY"),
      .preferences = read_preferences(env),
      .common = read_common(env)};
  env.done();
  return config;
}

inline WorkerConfig read_worker_config(config::Environment& env) {
  WorkerConfig config{.internal_port = env.port("MRBILL_AUTH_WORKER_INTERNAL_PORT"),
                      .database_url = env.secret("MRBILL_AUTH_WORKER_DATABASE_URL"),
                      .events_url = env.secret("MRBILL_EVENTS_URL"),
                      .public_url = env.text("MRBILL_PUBLIC_URL"),
                      .maildir = env.text("MRBILL_MAILDIR"),
                      .common = read_common(env)};
  env.done();
  return config;
}

}  // namespace mrbill::auth

// What auth's processes read from the environment (README.md lists it).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <thread>

#include <base/encoding.hpp>
#include <base/secret.hpp>
#include <config/environment.hpp>
#include <host/settings.hpp>
#include <locales/languages.hpp>
#include <locales/zones.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

struct ApiConfig {
  host::ApiSettings host;
  Secret database_url;
  Secret cache_url;
  Sha256 kek;
  Sha256 refresh_secret;
  Sha256 cursor_secret;
  std::size_t hashing_threads;
  std::size_t hashing_queue;
  int sign_ups_an_hour;
  int requests_a_minute;  // of one person, or of one address without a person
  std::string service_jwks;
  Preferences preferences;  // of newcomers who say nothing
};

struct WorkerConfig {
  host::Settings host;
  Secret database_url;
  Secret events_url;
  std::string public_url;
  std::string maildir;
  Sha256 refresh_secret;
};

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
      .host = host::read_api_settings(env, "auth"),
      .database_url = env.secret("MRBILL_AUTH_DATABASE_URL"),
      .cache_url = env.secret("MRBILL_CACHE_URL"),
      .kek = env.key("MRBILL_AUTH_KEK"),
      .refresh_secret = env.key("MRBILL_AUTH_REFRESH_SECRET"),
      .cursor_secret = env.key("MRBILL_CURSOR_SECRET"),
      .hashing_threads = static_cast<std::size_t>(
          env.number("MRBILL_AUTH_HASHING_THREADS", 1, 64, half_of_the_processors())),
      .hashing_queue = static_cast<std::size_t>(env.number("MRBILL_AUTH_HASHING_QUEUE", 1, 10'000, 128)),
      .sign_ups_an_hour = static_cast<int>(env.number("MRBILL_AUTH_SIGN_UPS_AN_HOUR", 1, 1'000'000, 1'000)),
      .requests_a_minute =
          static_cast<int>(env.number("MRBILL_AUTH_REQUESTS_A_MINUTE", 1, 10'000'000, 12'000)),
      .service_jwks = env.secret("MRBILL_SERVICE_JWKS").reveal(),
      .preferences = read_preferences(env)};
  env.done();
  return config;
}

inline WorkerConfig read_worker_config(config::Environment& env) {
  WorkerConfig config{.host = host::read_settings(env, "auth-worker"),
                      .database_url = env.secret("MRBILL_AUTH_WORKER_DATABASE_URL"),
                      .events_url = env.secret("MRBILL_EVENTS_URL"),
                      .public_url = env.text("MRBILL_PUBLIC_URL"),
                      .maildir = env.text("MRBILL_MAILDIR"),
                      .refresh_secret = env.key("MRBILL_AUTH_REFRESH_SECRET")};
  env.done();
  return config;
}

}  // namespace mrbill::auth

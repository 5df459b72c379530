// What catalog's processes read from the environment (README.md lists it).
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <base/encoding.hpp>
#include <base/secret.hpp>
#include <config/environment.hpp>
#include <log/log.hpp>

namespace mrbill::catalog {

struct CommonConfig {
  log::Severity log_level;
  std::chrono::milliseconds deregistration_delay;
  Secret installation_key;  // that /metrics wants to see
};

struct ApiConfig {
  CommonConfig common;
  std::uint16_t port;
  std::uint16_t internal_port;
  bool listen_when_ready;  // beside a predecessor that still serves
  unsigned threads;
  Secret database_url;
  std::string auth_internal_url;
  std::string public_url;
  std::string search_folder;
  std::string objects_folder;
  Secret objects_secret;
  Sha256 cursor_secret;
  int requests_a_minute;     // of one person
  int search_percent;        // of a processor, that a company's searches may use on the long run
  std::string service_jwks;  // the public keys of all services
  Secret gateway_key;        // beside which X-Forwarded-For counts
};

struct IndexerConfig {
  CommonConfig common;
  std::uint16_t internal_port;
  Secret database_url;
  Secret events_url;
  std::string search_folder;
};

struct WorkerConfig {
  CommonConfig common;
  std::uint16_t internal_port;
  Secret database_url;
  Secret events_url;
  std::string public_url;
  std::string objects_folder;
  Secret objects_secret;
};

inline CommonConfig read_common(config::Environment& env) {
  const auto level = env.choice("MRBILL_LOG_LEVEL", {"debug", "info", "warn", "error"}, "info");
  return {.log_level = log::severity_of(level),
          .deregistration_delay = env.span("MRBILL_DEREGISTRATION_DELAY", std::chrono::milliseconds{0}),
          .installation_key = env.secret("MRBILL_INSTALLATION_KEY")};
}

inline ApiConfig read_api_config(config::Environment& env) {
  ApiConfig config{
      .common = read_common(env),
      .port = env.port("MRBILL_CATALOG_PORT"),
      .internal_port = env.port("MRBILL_CATALOG_INTERNAL_PORT"),
      .listen_when_ready = env.flag("MRBILL_LISTEN_WHEN_READY", false),
      .threads = static_cast<unsigned>(env.number("MRBILL_THREADS", 1, 64, 2)),
      .database_url = env.secret("MRBILL_CATALOG_DATABASE_URL"),
      .auth_internal_url = env.text("MRBILL_AUTH_INTERNAL_URL"),
      .public_url = env.text("MRBILL_PUBLIC_URL"),
      .search_folder = env.text("MRBILL_SEARCH_DIR"),
      .objects_folder = env.text("MRBILL_OBJECTS_DIR"),
      .objects_secret = env.secret("MRBILL_OBJECTS_SECRET"),
      .cursor_secret = env.key("MRBILL_CURSOR_SECRET"),
      .requests_a_minute =
          static_cast<int>(env.number("MRBILL_CATALOG_REQUESTS_A_MINUTE", 1, 10'000'000, 6'000)),
      .search_percent = static_cast<int>(env.number("MRBILL_CATALOG_SEARCH_PERCENT", 1, 6'400, 20)),
      .service_jwks = env.secret("MRBILL_SERVICE_JWKS").reveal(),
      .gateway_key = env.secret("MRBILL_GATEWAY_KEY")};
  env.done();
  return config;
}

inline IndexerConfig read_indexer_config(config::Environment& env) {
  IndexerConfig config{.common = read_common(env),
                       .internal_port = env.port("MRBILL_CATALOG_INDEXER_INTERNAL_PORT"),
                       .database_url = env.secret("MRBILL_CATALOG_WORKER_DATABASE_URL"),
                       .events_url = env.secret("MRBILL_EVENTS_URL"),
                       .search_folder = env.text("MRBILL_SEARCH_DIR")};
  env.done();
  return config;
}

inline WorkerConfig read_worker_config(config::Environment& env) {
  WorkerConfig config{.common = read_common(env),
                      .internal_port = env.port("MRBILL_CATALOG_WORKER_INTERNAL_PORT"),
                      .database_url = env.secret("MRBILL_CATALOG_WORKER_DATABASE_URL"),
                      .events_url = env.secret("MRBILL_EVENTS_URL"),
                      .public_url = env.text("MRBILL_PUBLIC_URL"),
                      .objects_folder = env.text("MRBILL_OBJECTS_DIR"),
                      .objects_secret = env.secret("MRBILL_OBJECTS_SECRET")};
  env.done();
  return config;
}

}  // namespace mrbill::catalog

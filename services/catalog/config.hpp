// What catalog's processes read from the environment (README.md lists it).
#pragma once

#include <string>

#include <base/encoding.hpp>
#include <base/secret.hpp>
#include <config/environment.hpp>
#include <host/settings.hpp>

namespace mrbill::catalog {

struct ApiConfig {
  host::ApiSettings host;
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
};

struct IndexerConfig {
  host::Settings host;
  Secret database_url;
  Secret events_url;
  std::string search_folder;
};

struct WorkerConfig {
  host::Settings host;
  Secret database_url;
  Secret events_url;
  std::string public_url;
  std::string objects_folder;
  Secret objects_secret;
};

inline ApiConfig read_api_config(config::Environment& env) {
  ApiConfig config{
      .host = host::read_api_settings(env, "catalog"),
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
      .service_jwks = env.secret("MRBILL_SERVICE_JWKS").reveal()};
  env.done();
  return config;
}

inline IndexerConfig read_indexer_config(config::Environment& env) {
  IndexerConfig config{.host = host::read_settings(env, "catalog-indexer"),
                       .database_url = env.secret("MRBILL_CATALOG_WORKER_DATABASE_URL"),
                       .events_url = env.secret("MRBILL_EVENTS_URL"),
                       .search_folder = env.text("MRBILL_SEARCH_DIR")};
  env.done();
  return config;
}

inline WorkerConfig read_worker_config(config::Environment& env) {
  WorkerConfig config{.host = host::read_settings(env, "catalog-worker"),
                      .database_url = env.secret("MRBILL_CATALOG_WORKER_DATABASE_URL"),
                      .events_url = env.secret("MRBILL_EVENTS_URL"),
                      .public_url = env.text("MRBILL_PUBLIC_URL"),
                      .objects_folder = env.text("MRBILL_OBJECTS_DIR"),
                      .objects_secret = env.secret("MRBILL_OBJECTS_SECRET")};
  env.done();
  return config;
}

}  // namespace mrbill::catalog

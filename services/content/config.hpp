// What content's processes read from the environment (README.md lists it).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <base/encoding.hpp>
#include <base/secret.hpp>
#include <config/environment.hpp>
#include <host/settings.hpp>
#include <locales/languages.hpp>
#include <locales/zones.hpp>

#include "domain/company_bounds.hpp"
#include "ports/people.hpp"

namespace mrbill::content {

struct CommonConfig {
  Secret service_key;  // PKCS#8 PEM: what this service signs its calls with
  std::string catalog_internal_url;
  std::string public_url;
  std::string objects_folder;
  Secret objects_secret;
  std::string video_program;  // absolute paths
  std::string report_program;
  std::string scratch_folder;
  std::uint64_t render_data_bytes;
  unsigned render_threads;
  std::vector<std::filesystem::path> render_readable;
  DefaultPreferences preferences;  // of whom nobody has told of yet
};

struct ApiConfig {
  host::ApiSettings host;
  CommonConfig common;
  Secret database_url;
  std::string auth_internal_url;
  Sha256 cursor_secret;
  int requests_a_minute;  // of one person
  CompanyBounds company;
  std::string service_jwks;  // the public keys of all services
};

struct WorkerConfig {
  host::Settings host;
  CommonConfig common;
  Secret database_url;
  Secret events_url;
  int videos_at_once;
  int reports_at_once;
  int attempts;  // without progress
  std::chrono::milliseconds time_limit;
  std::chrono::milliseconds lease;
};

inline std::vector<std::filesystem::path> paths_of(const std::string& text) {
  std::vector<std::filesystem::path> paths;
  std::istringstream words(text);
  for (std::string path; std::getline(words, path, ':');)
    if (!path.empty()) paths.emplace_back(path);
  return paths;
}

inline CommonConfig read_common(config::Environment& env) {
  return {.service_key = env.secret("MRBILL_SERVICE_KEY"),
          .catalog_internal_url = env.text("MRBILL_CATALOG_INTERNAL_URL"),
          .public_url = env.text("MRBILL_PUBLIC_URL"),
          .objects_folder = env.text("MRBILL_OBJECTS_DIR"),
          .objects_secret = env.secret("MRBILL_OBJECTS_SECRET"),
          .video_program = env.text("MRBILL_VIDEO_PROGRAM"),
          .report_program = env.text("MRBILL_REPORT_PROGRAM"),
          .scratch_folder = env.text("MRBILL_SCRATCH_DIR"),
          .render_data_bytes =
              static_cast<std::uint64_t>(env.number("MRBILL_RENDER_MEMORY_MIB", 64, 65'536, 1'024)) << 20,
          .render_threads = static_cast<unsigned>(env.number("MRBILL_RENDER_THREADS", 1, 64, 2)),
          .render_readable = paths_of(env.text("MRBILL_RENDER_READABLE", "")),
          .preferences = {.locale = env.checked("MRBILL_DEFAULT_LOCALE", locales::is_tag,
                                                "a language tag (BCP 47)", "pt-BR"),
                          .time_zone = env.checked("MRBILL_DEFAULT_TIME_ZONE", locales::is_zone,
                                                   "a time zone (IANA)", "America/Sao_Paulo")}};
}

inline ApiConfig read_api_config(config::Environment& env) {
  ApiConfig config{
      .host = host::read_api_settings(env, "content"),
      .common = read_common(env),
      .database_url = env.secret("MRBILL_CONTENT_DATABASE_URL"),
      .auth_internal_url = env.text("MRBILL_AUTH_INTERNAL_URL"),
      .cursor_secret = env.key("MRBILL_CURSOR_SECRET"),
      .requests_a_minute =
          static_cast<int>(env.number("MRBILL_CONTENT_REQUESTS_A_MINUTE", 1, 10'000'000, 3'000)),
      .company = {.open = env.number("MRBILL_CONTENT_COMPANY_OPEN", 1, 1'000'000, 200),
                  .bytes = std::int64_t{env.number("MRBILL_CONTENT_COMPANY_MIB", 1, 1 << 24, 20'480)} << 20},
      .service_jwks = env.secret("MRBILL_SERVICE_JWKS").reveal()};
  env.done();
  return config;
}

inline WorkerConfig read_worker_config(config::Environment& env) {
  WorkerConfig config{
      .host = host::read_settings(env, "content-worker"),
      .common = read_common(env),
      .database_url = env.secret("MRBILL_CONTENT_WORKER_DATABASE_URL"),
      .events_url = env.secret("MRBILL_EVENTS_URL"),
      .videos_at_once = static_cast<int>(env.number("MRBILL_CONTENT_VIDEOS_AT_ONCE", 1, 64, 1)),
      .reports_at_once = static_cast<int>(env.number("MRBILL_CONTENT_REPORTS_AT_ONCE", 1, 64, 1)),
      .attempts = static_cast<int>(env.number("MRBILL_CONTENT_ATTEMPTS", 1, 20, 3)),
      .time_limit = env.span("MRBILL_CONTENT_TIME_LIMIT", std::chrono::minutes(10)),
      .lease = env.span("MRBILL_CONTENT_LEASE", std::chrono::seconds(4))};
  env.done();
  return config;
}

}  // namespace mrbill::content

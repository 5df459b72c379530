#include <base/ascii.hpp>
#include <host/settings.hpp>

namespace mrbill::host {

namespace {

// MRBILL_CATALOG_INDEXER_INTERNAL_PORT
std::string variable_of(std::string_view program, std::string_view what) {
  std::string name = "MRBILL_";
  for (const char c : program) name += c == '-' ? '_' : ascii::upper(c);
  return name + std::string(what);
}

}  // namespace

Settings read_settings(config::Environment& env, std::string_view program) {
  const auto level = env.choice("MRBILL_LOG_LEVEL", {"debug", "info", "warn", "error"}, "info");
  return {.program = std::string(program),
          .log_level = log::severity_of(level),
          .internal_port = env.port(variable_of(program, "_INTERNAL_PORT")),
          .deregistration_delay = env.span("MRBILL_DEREGISTRATION_DELAY", std::chrono::milliseconds{0}),
          .installation_key = env.secret("MRBILL_INSTALLATION_KEY")};
}

ApiSettings read_api_settings(config::Environment& env, std::string_view program) {
  ApiSettings settings{read_settings(env, program)};
  settings.port = env.port(variable_of(program, "_PORT"));
  settings.threads = static_cast<unsigned>(env.number("MRBILL_THREADS", 1, 64, 2));
  settings.listen_when_ready = env.flag("MRBILL_LISTEN_WHEN_READY", false);
  settings.gateway_key = env.secret("MRBILL_GATEWAY_KEY");
  return settings;
}

}  // namespace mrbill::host

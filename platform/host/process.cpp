#include <array>
#include <unistd.h>

#include <fmt/format.h>

#include <host/process.hpp>
#include <log/log.hpp>

namespace mrbill::host {

namespace {

// What no other process is called, on whichever machine.
std::string member_of(const std::string& program) {
  std::array<char, 256> machine{};
  const bool known = ::gethostname(machine.data(), machine.size() - 1) == 0;
  return fmt::format("{}-{}-{}", program, known ? machine.data() : "unnamed", ::getpid());
}

}  // namespace

http::ServerOptions worker_options(const Settings& settings) {
  return {.service = settings.program,
          .internal_port = settings.internal_port,
          .threads = 1,
          .serves_api = false,
          .deregistration_delay = settings.deregistration_delay,
          .installation_key = settings.installation_key};
}

http::ServerOptions api_options(const ApiSettings& settings, const http::Phrasebook& phrasebook) {
  return {.service = settings.program,
          .port = settings.port,
          .internal_port = settings.internal_port,
          .threads = settings.threads,
          .deregistration_delay = settings.deregistration_delay,
          .listen_when_ready = settings.listen_when_ready,
          .gateway_key = settings.gateway_key,
          .installation_key = settings.installation_key,
          .phrasebook = &phrasebook};
}

Process::Process(const Settings& settings) : member_(member_of(settings.program)) {
  log::start(settings.program, settings.log_level);
}

int Process::serve_composed(const http::ServerOptions& options,
                            const std::function<std::shared_ptr<void>(Host&)>& compose) {
  http::Server server(options, registry_, [&](http::Shard& shard) {
    auto host = std::make_shared<Host>(shard, member_, registry_, clock_);
    auto parts = compose(*host);
    shard.keep(std::move(host));
    shard.keep(std::move(parts));
  });
  return server.run();
}

}  // namespace mrbill::host

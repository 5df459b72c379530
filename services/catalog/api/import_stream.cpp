#include "api/import_stream.hpp"

namespace mrbill::catalog {
namespace {

constexpr int watched_imports = 100;  // the newest; what else is over stands in the list

class Imports final : public http::LiveSource {
 public:
  Imports(const WatchPorts& ports, Listener listener)
      : ports_(ports),
        caller_(std::move(listener.caller)),
        events_(std::move(listener.reader), listener.how.since),
        watch_(ports.notices.watch(caller_.user.to_string())) {}

  Task<std::string> look() override {
    const auto moment = ports_.clock.now();  // before the look: what changes during it is told again
    const auto found = co_await ports_.imports.newest(caller_, watched_imports);
    co_return events_.tell(found, moment);
  }
  Task<bool> changed(std::chrono::milliseconds max_wait) override { return watch_->changed(max_wait); }

 private:
  WatchPorts ports_;
  Caller caller_;
  ImportEvents events_;
  std::unique_ptr<Notices::Watch> watch_;
};

}  // namespace

http::Response import_stream(const WatchPorts& ports, Listener listener) {
  auto end = http::ending(ports.retiring, listener.how.admitted);
  const http::EventStreamTimes times{.bound = listener.how.bound};
  return http::event_stream(std::make_unique<Imports>(ports, std::move(listener)), std::move(end), times);
}

}  // namespace mrbill::catalog

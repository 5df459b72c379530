#include "api/work_stream.hpp"

namespace mrbill::content {
namespace {

constexpr int most_told = 100;  // of what is open and what changed; what else is over stands in the lists

class Work final : public http::LiveSource {
 public:
  Work(const WatchPorts& ports, Listener listener)
      : ports_(ports),
        caller_(std::move(listener.caller)),
        events_(std::move(listener.reader), listener.how.since),
        watch_(ports.notices.watch(caller_.user.to_string())) {}

  Task<std::string> look() override {
    auto found = co_await ports_.store.changed(caller_, events_.since(), most_told);
    for (const auto& missing : events_.missing_in(found)) {
      auto one = co_await ports_.store.find(caller_, missing.type, missing.id);
      if (one) found.push_back({*std::move(one), {}});
    }
    co_return events_.tell(found);
  }
  Task<bool> changed(std::chrono::milliseconds max_wait) override { return watch_->changed(max_wait); }

 private:
  WatchPorts ports_;
  Caller caller_;
  WorkEvents events_;
  std::unique_ptr<Notices::Watch> watch_;
};

}  // namespace

http::Response work_stream(const WatchPorts& ports, Listener listener) {
  auto end = http::ending(ports.retiring, listener.how.admitted);
  const http::EventStreamTimes times{.bound = listener.how.bound};
  return http::event_stream(std::make_unique<Work>(ports, std::move(listener)), std::move(end), times);
}

}  // namespace mrbill::content

#include "api/progress_stream.hpp"

#include <http/event_stream.hpp>

#include "api/contract_mapping.hpp"

namespace mrbill::content {
namespace {

class RequestProgress final : public http::LiveSource {
 public:
  RequestProgress(const WatchPorts& ports, Watched watched)
      : ports_(ports), watched_(std::move(watched)), watch_(ports.notices.watch(watched_.id.to_string())) {}

  // The state as an event; empty when it was told before. Deleted meanwhile: that is an end, too.
  Task<std::string> look() override {
    const auto request = co_await ports_.store.find(watched_.caller, watched_.type, watched_.id);
    over_ = !request || request->over();
    if (!request) co_return "";
    auto data = to_json(progress_of(*request, watched_.reader));
    if (data == told_) co_return "";
    told_ = data;
    co_return http::to_text({.name = "progress", .data = data});
  }
  Task<bool> changed(std::chrono::milliseconds max_wait) override { return watch_->changed(max_wait); }
  [[nodiscard]] bool over() const override { return over_; }

 private:
  WatchPorts ports_;
  Watched watched_;
  std::unique_ptr<Notices::Watch> watch_;
  std::string told_;
  bool over_ = false;
};

}  // namespace

http::Response progress_stream(const WatchPorts& ports, Watched watched) {
  auto end = http::ending(ports.retiring, watched.admitted);
  return http::event_stream(std::make_unique<RequestProgress>(ports, std::move(watched)), std::move(end));
}

}  // namespace mrbill::content

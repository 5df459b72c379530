#include "api/progress_stream.hpp"

#include "api/contract_mapping.hpp"

namespace mrbill::content {
namespace {

using namespace std::chrono_literals;

constexpr auto look_round = 500ms;  // for the end of this process, and of the caller's rights
constexpr auto heartbeat = 10s;

class ProgressStream {
 public:
  ProgressStream(const WatchPorts& ports, Watched watched)
      : ports_(ports), watched_(std::move(watched)), watch_(ports.feed.watch(watched_.id)) {}

  Task<std::optional<std::string>> next() {
    if (over_ || is_to_end()) co_return std::nullopt;
    auto event = co_await look();
    const auto silent_until = std::chrono::steady_clock::now() + heartbeat;
    while (event.empty() && !over_) {
      if (is_to_end()) co_return std::nullopt;
      if (std::chrono::steady_clock::now() >= silent_until) co_return ": still here\n\n";
      const bool changed = co_await watch_->changed(look_round);
      if (changed && !is_to_end()) event = co_await look();
    }
    if (event.empty()) co_return std::nullopt;
    co_return event;
  }

 private:
  // A logout, a removal, a change of role: what was let in then would not be let in now.
  [[nodiscard]] bool is_to_end() const { return ports_.retiring() || !watched_.admitted(); }
  // The state as an event; empty when it was told before. Deleted meanwhile: that is an end, too.
  Task<std::string> look() {
    const auto request = co_await ports_.store.find(watched_.caller, watched_.type, watched_.id);
    over_ = !request || request->over();
    if (!request) co_return "";
    auto data = to_json(progress_of(*request, watched_.reader));
    if (data == told_) co_return "";
    told_ = data;
    co_return "event: progress\ndata: " + data + "\n\n";
  }

  WatchPorts ports_;
  Watched watched_;
  std::unique_ptr<ProgressFeed::Watch> watch_;
  std::string told_;
  bool over_ = false;
};

}  // namespace

http::Response progress_stream(const WatchPorts& ports, Watched watched) {
  http::Response response;
  response.headers.set("Content-Type", "text/event-stream; charset=utf-8");
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("X-Accel-Buffering", "no");  // nginx passes each event on at once
  const auto stream =
      std::make_shared<ProgressStream>(ports, std::move(watched));  // owned by the answer alone
  response.stream = [stream] { return stream->next(); };
  return response;
}

}  // namespace mrbill::content

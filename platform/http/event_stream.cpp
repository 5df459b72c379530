#include <http/event_stream.hpp>

namespace mrbill::http {
namespace {

class EventStream {
 public:
  EventStream(std::unique_ptr<LiveSource> source, std::function<bool()> is_to_end, EventStreamTimes times)
      : source_(std::move(source)), is_to_end_(std::move(is_to_end)), times_(times) {}

  Task<std::optional<std::string>> next() {
    if (source_->over() || is_to_end_()) co_return std::nullopt;
    auto events = co_await source_->look();
    const auto silent_until = std::chrono::steady_clock::now() + times_.heartbeat;
    while (events.empty() && !source_->over()) {
      if (is_to_end_()) co_return std::nullopt;
      if (std::chrono::steady_clock::now() >= silent_until) co_return ": still here\n\n";
      const bool changed = co_await source_->changed(times_.look_round);
      if (changed && !is_to_end_()) events = co_await source_->look();
    }
    if (events.empty()) co_return std::nullopt;
    co_return events;
  }

 private:
  std::unique_ptr<LiveSource> source_;
  std::function<bool()> is_to_end_;
  EventStreamTimes times_;
};

}  // namespace

std::string to_text(const ServerSentEvent& event) {
  std::string out;
  if (!event.id.empty()) out.append("id: ").append(event.id).append("\n");
  return out.append("event: ").append(event.name).append("\ndata: ").append(event.data).append("\n\n");
}

Response event_stream(std::unique_ptr<LiveSource> source, std::function<bool()> is_to_end,
                      EventStreamTimes times) {
  Response response;
  response.headers.set("Content-Type", "text/event-stream; charset=utf-8");
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("X-Accel-Buffering", "no");  // nginx passes each event on at once
  const auto stream = std::make_shared<EventStream>(std::move(source), std::move(is_to_end),
                                                    times);  // owned by the answer alone
  response.stream = [stream] { return stream->next(); };
  return response;
}

}  // namespace mrbill::http

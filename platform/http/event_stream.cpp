#include <base/number.hpp>
#include <http/event_stream.hpp>

namespace mrbill::http {
namespace {

using std::chrono::steady_clock;

class EventStream {
 public:
  EventStream(std::unique_ptr<LiveSource> source, std::function<bool()> is_to_end, EventStreamTimes times)
      : source_(std::move(source)), is_to_end_(std::move(is_to_end)), times_(times) {
    if (times_.bound) until_ = steady_clock::now() + *times_.bound;
  }

  Task<std::optional<std::string>> next() {
    if (over() || is_to_end_()) co_return std::nullopt;
    auto events = co_await look();
    const auto silent_until = steady_clock::now() + times_.heartbeat;
    while (events.empty() && !over()) {
      if (is_to_end_()) co_return std::nullopt;
      if (steady_clock::now() >= silent_until) co_return ": still here\n\n";
      const bool changed = co_await source_->changed(times_.look_round);
      if (changed && !is_to_end_()) events = co_await look();
    }
    if (events.empty()) co_return std::nullopt;
    co_return events;
  }

 private:
  Task<std::string> look() {
    looked_ = true;
    return source_->look();
  }
  [[nodiscard]] bool over() const {
    return source_->over() || (looked_ && until_ && steady_clock::now() >= *until_);
  }

  std::unique_ptr<LiveSource> source_;
  std::function<bool()> is_to_end_;
  EventStreamTimes times_;
  std::optional<steady_clock::time_point> until_;
  bool looked_ = false;  // what is known now is told even to who has no time
};

}  // namespace

std::string to_text(const ServerSentEvent& event) {
  std::string out;
  if (!event.id.empty()) out.append("id: ").append(event.id).append("\n");
  return out.append("event: ").append(event.name).append("\ndata: ").append(event.data).append("\n\n");
}

std::string event_id_of(Timestamp moment) {
  return std::to_string(std::chrono::floor<std::chrono::microseconds>(moment).time_since_epoch().count());
}

std::optional<Timestamp> moment_of(std::string_view event_id) {
  const auto count = number_in<std::int64_t>(event_id);
  constexpr auto latest = std::chrono::sys_days(std::chrono::year(9999) / 1 / 1);
  if (!count || *count < 0 || *count > std::chrono::microseconds(latest.time_since_epoch()).count())
    return std::nullopt;
  return Timestamp{std::chrono::microseconds(*count)};
}

Listening listening(const std::optional<std::string>& last_event_id, std::optional<std::int64_t> seconds,
                    Timestamp now, std::function<bool()> admitted) {
  Listening how{.since = (last_event_id ? moment_of(*last_event_id) : std::nullopt).value_or(now),
                .admitted = std::move(admitted)};
  if (seconds) how.bound = std::chrono::seconds(*seconds);
  return how;
}

std::function<bool()> ending(std::function<bool()> retiring, std::function<bool()> admitted) {
  return
      [retiring = std::move(retiring), admitted = std::move(admitted)] { return retiring() || !admitted(); };
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

// An answer that goes on while something changes: Server-Sent Events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html). What is now, every change, a comment now
// and then so that nobody on the way thinks it dead; it ends when there will be nothing new, or when its
// caller is not to be told any more, and a client that wants more asks again.
//
//   co_return event_stream(std::make_unique<Progress>(...), [=] { return shard.retiring() || !admitted(); });
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <http/message.hpp>

namespace mrbill::http {

// What is watched.
class LiveSource {
 public:
  virtual ~LiveSource() = default;
  // What is new since the last look, ready to be sent; empty where nothing is.
  [[nodiscard]] virtual Task<std::string> look() = 0;
  // True: something may be new. False: nothing within the time.
  [[nodiscard]] virtual Task<bool> changed(std::chrono::milliseconds max_wait) = 0;
  // What was looked at last is the last there is.
  [[nodiscard]] virtual bool over() const { return false; }
};

struct ServerSentEvent {
  std::string_view name;
  std::string_view data;     // JSON: a line
  std::string_view id = {};  // what a client shows as Last-Event-ID when it asks again
};
[[nodiscard]] std::string to_text(const ServerSentEvent& event);

// A moment as the id of an event (microseconds since 1970) and back; nothing of a text that is none.
[[nodiscard]] std::string event_id_of(Timestamp moment);
[[nodiscard]] std::optional<Timestamp> moment_of(std::string_view event_id);

struct EventStreamTimes {
  std::chrono::milliseconds look_round{500};  // for the end of this process, and of the caller's rights
  std::chrono::milliseconds heartbeat{10'000};
  std::optional<std::chrono::seconds> bound = {};  // zero: what is known now, and no more
};

// How somebody listens to a stream that goes on.
struct Listening {
  Timestamp since;                                 // a former listener knows what was told before
  std::optional<std::chrono::seconds> bound = {};  // of the stream
  std::function<bool()> admitted;                  // their token would be let in now
};
// By what a listener sends: the id of the last event they have, and how long they stay. From now on, where it
// is no id or none was sent.
[[nodiscard]] Listening listening(const std::optional<std::string>& last_event_id,
                                  std::optional<std::int64_t> seconds, Timestamp now,
                                  std::function<bool()> admitted);

// When a stream ends although there may be more to tell: with the process, and with the caller's rights. A
// logout, a removal, a change of role: what was let in then would not be let in now.
[[nodiscard]] std::function<bool()> ending(std::function<bool()> retiring, std::function<bool()> admitted);

// What the source reads from must outlive the stream.
[[nodiscard]] Response event_stream(std::unique_ptr<LiveSource> source, std::function<bool()> is_to_end,
                                    EventStreamTimes times = {});

}  // namespace mrbill::http

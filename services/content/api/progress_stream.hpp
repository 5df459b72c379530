// The progress of a request as Server-Sent Events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html): the state now, every change, a comment
// now and then so that nobody on the way thinks it dead; it ends when the request is over, and a client that
// wants more asks again.
#pragma once

#include <functional>
#include <memory>

#include <http/message.hpp>
#include <http/phrasebook.hpp>

#include "ports/progress_feed.hpp"
#include "ports/request_store.hpp"

namespace mrbill::content {

struct Watched {
  Caller caller;
  Type type = Type::video;
  RequestId id;
  http::Reader reader;             // is told a failure
  std::function<bool()> admitted;  // the caller's token would be let in now
};

// What the stream reads from must outlive it.
struct WatchPorts {
  RequestStore& store;
  ProgressFeed& feed;
  std::function<bool()> retiring;
};

[[nodiscard]] http::Response progress_stream(const WatchPorts& ports, Watched watched);

}  // namespace mrbill::content

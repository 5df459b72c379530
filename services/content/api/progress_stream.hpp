// One request's progress as Server-Sent Events: the state now and every change, until it is over.
#pragma once

#include <functional>

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

// When a stream ends although there may be more to tell: with the process, and with the caller's rights. A
// logout, a removal, a change of role: what was let in then would not be let in now.
[[nodiscard]] std::function<bool()> ending(std::function<bool()> retiring, std::function<bool()> admitted);

}  // namespace mrbill::content

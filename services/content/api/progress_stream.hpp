// One request's progress as Server-Sent Events: the state now and every change, until it is over.
#pragma once

#include <functional>

#include <async/notices.hpp>
#include <http/message.hpp>
#include <http/phrasebook.hpp>

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
  Notices& notices;
  std::function<bool()> retiring;
};

[[nodiscard]] http::Response progress_stream(const WatchPorts& ports, Watched watched);

}  // namespace mrbill::content

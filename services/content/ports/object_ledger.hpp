// Which objects this service has in the store: a port. What is noted before it is put is removed one day,
// whatever happens.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <async/task.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

enum class Lifecycle : std::uint8_t {
  temp,    // a day
  report,  // 400 days from its completion
  video,   // until it is deleted
  track,   // until it is deleted
};
[[nodiscard]] constexpr std::string_view to_string(Lifecycle lifecycle) {
  constexpr std::string_view words[]{"temp", "report", "video", "track"};
  return words[static_cast<std::size_t>(lifecycle)];
}

struct NotedObject {
  std::string key;
  Uuid owner;  // the request, render or track that it belongs to
  Lifecycle lifecycle = Lifecycle::temp;
  std::uint64_t bytes = 0;
};

class ObjectLedger {
 public:
  virtual ~ObjectLedger() = default;
  // It goes after a day unless something keeps it.
  [[nodiscard]] virtual Task<> note(Caller caller, NotedObject object) = 0;
};

}  // namespace mrbill::content

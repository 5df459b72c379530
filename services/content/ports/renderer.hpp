// Who draws: a port. A process of its own here (mrbill-content-video, mrbill-content-report), started in a
// scratch folder of its own.
//
//   auto work = renderer.prepare();                        // the folder; it is gone when `work` is
//   co_await work->write_order(text);
//   auto drawing = work->start(Drawing::video);
//   for (;;) match(co_await drawing->next(20ms)) ...       // progress, a finished segment, the end
//
// Destroying a Rendering ends it at once, with all it has started.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <async/task.hpp>
#include <base/result.hpp>
#include <base/unavailable.hpp>

namespace mrbill::content {

enum class Drawing : std::uint8_t { video, storyboard, preview, report };

struct Nothing {};  // within the time given
struct Progress {
  int percent = 0;  // grows
};
struct SegmentDone {
  std::string name;  // of a file among the segments, whole and synced
};
struct Drawn {
  std::string result;  // JSON, as contracts/rendering has it
};
struct CannotDraw {  // the order can never succeed
  std::string code;
  std::string message;  // for the person
};
using RenderEvent = std::variant<Nothing, Progress, SegmentDone, Drawn, CannotDraw>;

// It ended without an answer: killed, crashed, out of memory. Another attempt may succeed.
class RendererDied : public std::runtime_error {
  using std::runtime_error::runtime_error;
};
// The folder has no room left.
class NoRoom : public ServiceUnavailable {
 public:
  explicit NoRoom(const std::string& what) : ServiceUnavailable(what, std::chrono::seconds(30)) {}
};

class Rendering {
 public:
  virtual ~Rendering() = default;
  // After Drawn, CannotDraw or an exception there is nothing more. Throws RendererDied.
  [[nodiscard]] virtual Task<RenderEvent> next(std::chrono::milliseconds max_wait) = 0;
  // Ended, and everything it started with it, when this returns.
  [[nodiscard]] virtual Task<> kill() = 0;
};

enum class Place : std::uint8_t {
  segments,  // pieces of a film, by the hash of their content: what lies there is not drawn again
  beside,    // what the order names (music)
  out,       // what was made
};

// The next piece; empty at the end.
using Pieces = std::function<Task<std::string>()>;
struct Content {
  std::uint64_t size = 0;
  Pieces pieces = {};
};

class Workplace {
 public:
  virtual ~Workplace() = default;
  [[nodiscard]] virtual Task<> write_order(std::string text) = 0;  // appends; throws NoRoom
  [[nodiscard]] virtual Task<> put(Place place, std::string name, Pieces pieces) = 0;
  // An uploaded track, as the sound of it: every byte is a stranger's. Or why there is none in it.
  [[nodiscard]] virtual Task<Result<void, CannotDraw>> put_track(std::string name, Pieces pieces) = 0;
  [[nodiscard]] virtual Task<std::optional<Content>> open(Place place, std::string name) = 0;
  [[nodiscard]] virtual std::unique_ptr<Rendering> start(Drawing what) = 0;
};

class Renderer {
 public:
  virtual ~Renderer() = default;
  [[nodiscard]] virtual std::unique_ptr<Workplace> prepare() = 0;
};

}  // namespace mrbill::content

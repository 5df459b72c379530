// What the program says on stdout while it works: one JSON object a line, each written at once and whole.
//
//   lines.progress(42);             // {"progress":42}; nothing when 42 or more was said already
//   lines.segment("3f2a.mp4");      // {"segment":"3f2a.mp4"}
//
// Any thread may speak. A reader that went away ends the program (SIGPIPE).
#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>

#include <contract/rendering.hpp>

namespace mrbill::content {

class Lines {
 public:
  explicit Lines(int descriptor) : descriptor_(descriptor) {}

  void progress(int percent);
  // The same as a share of a part of the work: from percent `from` to percent `to`.
  void progress(std::uint64_t done, std::uint64_t all, int from, int to);
  void segment(std::string_view file);
  void result(std::string_view json);
  void failure(const contract::rendering::RenderFailure& failure);

 private:
  void write(std::string_view line);  // under mutex_

  int descriptor_;
  std::mutex mutex_;
  int said_ = -1;
};

}  // namespace mrbill::content

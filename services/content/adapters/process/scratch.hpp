// Scratch folders of this process, one for each rendering, under one root. What a process that was killed
// left there is removed by the next that starts: a folder whose lock can be had has no owner any more.
//
//   Scratch scratch("/var/lib/mrbill/data/content-worker/scratch");
//   auto folder = scratch.make();      // .../1234-0/7
#pragma once

#include <cstdint>
#include <filesystem>

namespace mrbill::content {

class Scratch {
 public:
  // Throws std::filesystem::filesystem_error when the root cannot be made.
  explicit Scratch(const std::filesystem::path& root);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  // A new empty folder, mode 0700. Throws NoRoom.
  [[nodiscard]] std::filesystem::path make();
  static void remove(const std::filesystem::path& folder) noexcept;

 private:
  std::filesystem::path mine_;
  int lock_ = -1;
  std::uint64_t next_ = 0;
};

}  // namespace mrbill::content

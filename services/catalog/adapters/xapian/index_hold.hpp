// How readers of an index that its writer has overtaken ask it for time, and how it keeps them out while it
// commits: locks on a file beside the index. They are the kernel's, so they end with their process, however
// that ends.
//
//   const auto hold = IndexHold::of_reader(index);     // a reader; until its destruction
//   if (!IndexHold::is_held(index)) { const auto hold = IndexHold::of_writer(index); commit(); }
#pragma once

#include <filesystem>
#include <utility>

namespace mrbill::catalog {

class IndexHold {
 public:
  // The writer, once: before, and where it fails, there is nothing to hold.
  static void make_possible(const std::filesystem::path& index);
  // Together with other readers. A commit that is under way is waited for, some moments at most; after that,
  // and where there is nothing to hold, it is no hold at all: its reader only has to begin anew more often.
  [[nodiscard]] static IndexHold of_reader(const std::filesystem::path& index);
  // No hold at all where a reader was faster.
  [[nodiscard]] static IndexHold of_writer(const std::filesystem::path& index);
  [[nodiscard]] static bool is_held(const std::filesystem::path& index);

  IndexHold(IndexHold&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  IndexHold& operator=(IndexHold&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~IndexHold();

 private:
  explicit IndexHold(int file) : file_(file) {}

  int file_;
};

}  // namespace mrbill::catalog

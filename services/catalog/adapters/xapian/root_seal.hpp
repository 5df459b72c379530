// The root file of an index, where Xapian begins to read, and whose every number it believes: one flipped
// byte may end the process that opens it. So the writer seals each root that it commits, and nobody opens one
// whose seal does not hold.
#pragma once

#include <cstdint>
#include <filesystem>

namespace mrbill::catalog {

class RootSeal {
 public:
  explicit RootSeal(const std::filesystem::path& index);

  // The writer, before each commit: the root that it writes is not sealed yet, and a writer that dies there
  // has damaged nothing.
  void announce() const;
  // The writer, after each commit. Throws IndexDamaged where the root is gone, IndexUnusable where the seal
  // cannot be written.
  void put() const;
  // Whether the root is the one that was sealed last.
  [[nodiscard]] bool holds() const { return state() == State::holds; }
  // A writer died between commit and seal, and the root is the one that it committed: whole, for it was put
  // there at once.
  [[nodiscard]] bool is_announced() const;
  // Gives a writer that is between commit and seal the moment it takes.
  [[nodiscard]] bool comes_to_hold() const;

 private:
  enum class State : std::uint8_t { holds, pending, broken };
  [[nodiscard]] State state() const;

  std::filesystem::path root_;
  std::filesystem::path seal_;
};

}  // namespace mrbill::catalog

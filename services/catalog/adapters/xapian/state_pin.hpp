// How a reader keeps a state of the index readable. Xapian keeps one state beside the newest: what the last
// commit freed is written over by the writes behind it, and a search that reads there believes whatever
// numbers it meets, half of one block and half of another too. So each reader pins the state that it reads,
// and the writer writes nothing as long as the state before its last commit is pinned. Pins are the kernel's
// locks on a file beside the index: they end with their process, however that ends.
//
//   StatePin pin(index);                                   // a reader; until its destruction
//   database.reopen();
//   pin.keep_only(database.get_revision());
//
//   if (!StatePin::is_pinned(index, before_the_last_commit)) write();
#pragma once

#include <filesystem>

#include <xapian.h>

namespace mrbill::catalog {

class StatePin {
 public:
  // The writer, once: before, and where it fails, nothing can be pinned.
  static void make_possible(const std::filesystem::path& index);
  // May be true for another state as well: of each two revisions that follow each other one is told from the
  // other, and a writer never has more to ask about.
  [[nodiscard]] static bool is_pinned(const std::filesystem::path& index, Xapian::rev state);

  // Whichever state is opened next. Waits for nobody.
  explicit StatePin(const std::filesystem::path& index);
  StatePin(const StatePin&) = delete;
  StatePin& operator=(const StatePin&) = delete;
  ~StatePin();
  // Of the state that was opened, and no other one.
  void keep_only(Xapian::rev state);

 private:
  int file_;
};

}  // namespace mrbill::catalog

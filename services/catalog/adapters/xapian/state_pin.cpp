#include "adapters/xapian/state_pin.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace mrbill::catalog {

namespace {

constexpr int as_the_umask_says = 0666;
constexpr off_t states = 2;  // a byte of the file for each that may be read: by its revision, odd or even

std::filesystem::path file_of(const std::filesystem::path& index) {
  return index / "pins";
}

int opened(const std::filesystem::path& index, int mode = 0) {
  return ::open(file_of(index).c_str(), O_RDONLY | O_CLOEXEC | mode, as_the_umask_says);
}

off_t byte_of(Xapian::rev state) {
  return static_cast<off_t>(state % states);
}

// fcntl(2): "open file description locks".
struct flock bytes(short kind, off_t first, off_t count) {
  struct flock lock = {};
  lock.l_type = kind;
  lock.l_whence = SEEK_SET;
  lock.l_start = first;
  lock.l_len = count;
  return lock;
}

}  // namespace

void StatePin::make_possible(const std::filesystem::path& index) {
  const int file = opened(index, O_CREAT);
  if (file >= 0) ::close(file);
}

bool StatePin::is_pinned(const std::filesystem::path& index, Xapian::rev state) {
  const int file = opened(index);
  if (file < 0) return false;
  auto lock = bytes(F_WRLCK, byte_of(state), 1);
  const bool asked = ::fcntl(file, F_OFD_GETLK, &lock) == 0;
  ::close(file);
  return asked && lock.l_type != F_UNLCK;
}

StatePin::StatePin(const std::filesystem::path& index) : file_(opened(index)) {
  if (file_ < 0) return;
  const auto lock = bytes(F_RDLCK, 0, states);
  static_cast<void>(::fcntl(file_, F_OFD_SETLK, &lock));
}

StatePin::~StatePin() {
  if (file_ >= 0) ::close(file_);
}

void StatePin::keep_only(Xapian::rev state) {
  if (file_ < 0) return;
  const auto lock = bytes(F_UNLCK, byte_of(state + 1), 1);
  static_cast<void>(::fcntl(file_, F_OFD_SETLK, &lock));
}

}  // namespace mrbill::catalog

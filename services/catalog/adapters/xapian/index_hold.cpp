#include "adapters/xapian/index_hold.hpp"

#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace mrbill::catalog {

namespace {

using namespace std::chrono_literals;

constexpr auto longest_commit = 500ms;
constexpr auto moment = 1ms;
constexpr int as_the_umask_says = 0666;

std::filesystem::path file_of(const std::filesystem::path& index) {
  return index / "holds";
}

int opened(const std::filesystem::path& index) {
  return ::open(file_of(index).c_str(), O_RDONLY | O_CLOEXEC);
}

bool take(int file, int kind) {
  return ::flock(file, kind | LOCK_NB) == 0;
}

}  // namespace

IndexHold::~IndexHold() {
  if (file_ >= 0) ::close(file_);
}

void IndexHold::make_possible(const std::filesystem::path& index) {
  const IndexHold made(::open(file_of(index).c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, as_the_umask_says));
}

IndexHold IndexHold::of_reader(const std::filesystem::path& index) {
  IndexHold hold(opened(index));
  const auto end = std::chrono::steady_clock::now() + longest_commit;
  while (hold.file_ >= 0 && !take(hold.file_, LOCK_SH) && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(moment);
  return hold;
}

IndexHold IndexHold::of_writer(const std::filesystem::path& index) {
  IndexHold hold(opened(index));
  if (hold.file_ >= 0) static_cast<void>(take(hold.file_, LOCK_EX));
  return hold;
}

bool IndexHold::is_held(const std::filesystem::path& index) {
  const IndexHold tried(opened(index));
  return tried.file_ >= 0 && !take(tried.file_, LOCK_EX);
}

}  // namespace mrbill::catalog

#include "adapters/process/scratch.hpp"

#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <log/log.hpp>

#include "ports/renderer.hpp"

namespace mrbill::content {
namespace {

namespace fs = std::filesystem;

// The lock is the kernel's: it ends with its process, however that ends.
int take_lock(const fs::path& folder) {
  const int lock = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
  if (lock >= 0) ::close(lock);
  return -1;
}

void sweep(const fs::path& root) {
  for (const auto& entry : fs::directory_iterator(root)) {
    if (!entry.is_directory()) continue;
    const int lock = take_lock(entry.path());
    if (lock < 0) continue;
    log::info("scratch of an earlier process removed", {{"folder", entry.path().filename().string()}});
    Scratch::remove(entry.path());
    ::close(lock);
  }
}

}  // namespace

Scratch::Scratch(const fs::path& root) {
  fs::create_directories(root);
  fs::permissions(root, fs::perms::owner_all);
  sweep(root);
  for (int attempt = 0; lock_ < 0; ++attempt) {
    mine_ = root / fmt::format("{}-{}", ::getpid(), attempt);
    if (::mkdir(mine_.c_str(), 0700) == 0) lock_ = take_lock(mine_);
    if (attempt > 100) throw std::runtime_error("no scratch folder can be made in " + root.string());
  }
}

Scratch::~Scratch() {
  remove(mine_);
  ::close(lock_);
}

fs::path Scratch::make() {
  const auto folder = mine_ / std::to_string(next_++);
  for (const auto& path : {folder, folder / "out", folder / "segments"})
    if (::mkdir(path.c_str(), 0700) != 0) throw NoRoom("no scratch folder can be made");
  return folder;
}

void Scratch::remove(const fs::path& folder) noexcept {
  std::error_code error;
  fs::remove_all(folder, error);
  if (error) log::warn("a scratch folder cannot be removed", {{"reason", error.message()}});
}

}  // namespace mrbill::content

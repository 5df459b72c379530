#include "adapters/xapian/index_folder.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <base/check.hpp>
#include <log/log.hpp>

#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

namespace fs = std::filesystem;

IndexFolder::IndexFolder(fs::path root) : root_(std::move(root)) {
  fs::create_directories(root_);
}

std::optional<fs::path> IndexFolder::current() const {
  std::error_code error;
  const auto target = fs::read_symlink(root_ / "current", error);
  return error ? std::nullopt : std::optional(root_ / target);
}

std::unique_ptr<PocIndex> IndexFolder::open_current() {
  const auto path = current();
  if (!path) return nullptr;
  try {
    return std::make_unique<XapianPocIndex>(*path, XapianPocIndex::Open::existing);
  } catch (const Xapian::DatabaseLockError&) {
    throw;  // another writer lives: this process must not build a second index
  } catch (const Xapian::Error& problem) {
    log::warn("the search index cannot be opened and is built anew", {{"reason", problem.get_type()}});
    return nullptr;
  }
}

std::unique_ptr<PocIndex> IndexFolder::create_fresh() {
  fresh_ = next_free();
  return std::make_unique<XapianPocIndex>(fresh_, XapianPocIndex::Open::empty);
}

void IndexFolder::publish_fresh() {
  CHECK(!fresh_.empty(), "create_fresh() comes first");
  const auto link = root_ / "current.new";
  fs::remove(link);
  fs::create_directory_symlink(fresh_.filename(), link);
  fs::rename(link, root_ / "current");
  remove_all_but(fresh_);
}

fs::path IndexFolder::next_free() const {
  int number = 1;
  while (fs::exists(root_ / fmt::format("index-{}", number))) ++number;
  return root_ / fmt::format("index-{}", number);
}

void IndexFolder::remove_all_but(const fs::path& kept) const {
  for (const auto& entry : fs::directory_iterator(root_)) {
    const bool index = entry.is_directory() && entry.path().filename().string().starts_with("index-");
    if (index && entry.path().filename() != kept.filename()) fs::remove_all(entry.path());
  }
}

}  // namespace mrbill::catalog

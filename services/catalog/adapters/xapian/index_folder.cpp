#include "adapters/xapian/index_folder.hpp"

#include <fstream>

#include <base/check.hpp>
#include <base/encoding.hpp>
#include <log/log.hpp>

#include "adapters/xapian/xapian_poc_index.hpp"

namespace mrbill::catalog {

namespace fs = std::filesystem;

namespace {

constexpr auto link_name = "current";
constexpr auto report_name = "damaged";

}  // namespace

IndexFolder::IndexFolder(fs::path root) : root_(std::move(root)) {
  fs::create_directories(root_);
}

std::optional<fs::path> IndexFolder::current() const {
  std::error_code error;
  const auto target = fs::read_symlink(root_ / link_name, error);
  return error ? std::nullopt : std::optional(root_ / target);
}

std::unique_ptr<PocIndex> IndexFolder::open_current() {
  const auto path = current();
  if (!path) return nullptr;
  if (damage_reported()) {
    log::warn("a reader met damage in the search index", {});
    return nullptr;
  }
  try {
    auto index = std::make_unique<XapianPocIndex>(*path, XapianPocIndex::Open::existing);
    in_use_ = path;
    return index;
  } catch (const IndexTaken&) {
    throw;  // this process must not build a second one
  } catch (const IndexUnusable& problem) {
    log::warn("the search index is not whole", {{"reason", problem.what()}});
    return nullptr;
  }
}

std::unique_ptr<PocIndex> IndexFolder::create_fresh() {
  fs::create_directories(root_);
  remove_all_but(current().value_or(fs::path()));  // what an earlier attempt left
  fresh_ = root_ / ("index-" + to_base64url(random_.bytes<12>()));
  return std::make_unique<XapianPocIndex>(fresh_, XapianPocIndex::Open::empty);
}

void IndexFolder::publish_fresh() {
  CHECK(!fresh_.empty(), "create_fresh() comes first");
  const auto link = root_ / "current.new";
  fs::remove(link);
  fs::create_directory_symlink(fresh_.filename(), link);
  fs::rename(link, root_ / link_name);
  in_use_ = fresh_;
  remove_all_but(fresh_);
}

void IndexFolder::withdraw() {
  fs::remove(root_ / link_name);
}

bool IndexFolder::is_published() {
  return in_use_ && current() == in_use_;
}

bool IndexFolder::damage_reported() {
  const auto path = current();
  std::error_code error;
  return path && fs::exists(*path / report_name, error);
}

void IndexFolder::report_damage(const fs::path& index) noexcept {
  try {
    std::ofstream(index / report_name).flush();
  } catch (const std::exception&) {
    return;
  }
}

void IndexFolder::remove_all_but(const fs::path& kept) const {
  for (const auto& entry : fs::directory_iterator(root_)) {
    const bool index = entry.is_directory() && entry.path().filename().string().starts_with("index-");
    if (index && entry.path().filename() != kept.filename()) fs::remove_all(entry.path());
  }
}

}  // namespace mrbill::catalog

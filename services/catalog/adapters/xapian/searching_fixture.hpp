// What the tests of searching stand on: rows in memory, an index of them in a folder of its own.
#pragma once

#include <algorithm>
#include <filesystem>
#include <list>
#include <map>

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/memory_index_marks.hpp"
#include "adapters/xapian/xapian_poc_search.hpp"
#include "usecases/keep_index.hpp"

namespace mrbill::catalog {

template <class T>
T numbered(std::uint8_t kind, int number) {
  T id;
  id.uuid.bytes[0] = kind;
  for (int i = 0; i < 4; ++i)
    id.uuid.bytes[static_cast<std::size_t>(12 + i)] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  return id;
}

inline const TenantId acme = numbered<TenantId>(1, 1);
inline const TenantId globex = numbered<TenantId>(1, 2);
inline const UserId ana = numbered<UserId>(2, 1);
inline const UserId bia = numbered<UserId>(2, 2);

// A store of rows in memory, with the counters of its tenants.
class RowsInMemory final : public ChangeFeed {
 public:
  Poc& add(std::string name, TenantId tenant = acme, UserId creator = ana) {
    Poc poc;
    poc.id = numbered<PocId>(3, ++last_id_);
    poc.tenant = tenant;
    poc.creator = creator;
    poc.content.name = std::move(name);
    poc.created_at = Timestamp(std::chrono::hours(24 * last_id_));
    poc.updated_at = poc.created_at;
    poc.change_seq = ++heads_[tenant];
    rows_.push_back(std::move(poc));
    return rows_.back();
  }
  [[nodiscard]] const std::list<Poc>& all() const { return rows_; }
  void touch(Poc& poc) { poc.change_seq = ++heads_[poc.tenant]; }
  void remove(PocId id) {
    auto& poc = *std::ranges::find(rows_, id, &Poc::id);
    poc.deleted_at = Timestamp{};
    touch(poc);
  }

  Task<std::vector<Poc>> changed_since(TenantId tenant, std::int64_t change_seq, int most) override {
    std::vector<Poc> changed;
    for (const auto& row : rows_) {
      if (row.tenant == tenant && row.change_seq > change_seq) changed.push_back(row);
    }
    std::ranges::sort(changed, {}, &Poc::change_seq);
    if (changed.size() > static_cast<std::size_t>(most)) changed.resize(static_cast<std::size_t>(most));
    co_return changed;
  }
  Task<std::vector<TenantHead>> heads(std::optional<TenantId> after, int most) override {
    std::vector<TenantHead> heads;
    for (const auto& [tenant, seq] : heads_) {
      const bool wanted = !after || tenant > *after;
      if (wanted && heads.size() < static_cast<std::size_t>(most)) heads.push_back({tenant, seq});
    }
    co_return heads;
  }
  Task<std::vector<TenantCount>> counts(std::optional<TenantId> after, int most) override {
    const auto all = co_await heads(after, most);
    std::vector<TenantCount> counts;
    for (const auto& head : all) counts.push_back(count(head.tenant));
    co_return counts;
  }
  // Back to what it was when `earlier` was copied from it; references to rows are void.
  void restore(const RowsInMemory& earlier) {
    rows_ = earlier.rows_;
    heads_ = earlier.heads_;
  }
  // One row is gone, and no change says so.
  void forget_first() { rows_.pop_front(); }

 private:
  [[nodiscard]] TenantCount count(TenantId tenant) const {
    TenantCount count{tenant};
    for (const auto& row : rows_) {
      if (row.tenant != tenant) continue;
      count.newest = std::max(count.newest, row.change_seq);
      if (!row.deleted_at) ++count.live;
    }
    return count;
  }

  int last_id_ = 0;
  std::list<Poc> rows_;
  std::map<TenantId, std::int64_t> heads_;
};

class Searching : public ::testing::Test {
 protected:
  Searching() {
    std::string pattern = std::filesystem::temp_directory_path() / "searchXXXXXX";
    folder = mkdtemp(pattern.data());
  }
  ~Searching() override { std::filesystem::remove_all(folder); }

  void index() {
    IndexFolder shelf(folder);
    KeepIndex keep({rows, marks}, shelf, chance_of_marks);
    testing::run(io, keep.open());
  }
  SearchResult find(SearchRequest request) {
    XapianPocSearch search(options(), registry);
    return found(search, std::move(request));
  }
  [[nodiscard]] SearchOptions options() const {
    return {.folder = folder, .budget = std::chrono::minutes(1)};
  }
  SearchResult found(XapianPocSearch& search, SearchRequest request) {
    request.deadline = Deadline::in(std::chrono::minutes(1));  // sanitizers take their time
    return testing::run(io, search.find(std::move(request))).value();
  }
  [[nodiscard]] std::vector<std::string> names_and_days(const SearchResult& result) const {
    std::vector<std::string> out;
    for (const auto& hit : result.hits) {
      for (const auto& poc : rows.all()) {
        const auto days =
            std::chrono::duration_cast<std::chrono::hours>(poc.created_at.time_since_epoch()) / 24;
        if (poc.id == hit.id)
          out.push_back(fmt::format("{} {} {}", poc.content.name, days.count(), hit.score));
      }
    }
    return out;
  }
  static SearchRequest asking(std::string text) {
    SearchRequest request;
    request.caller.tenant = acme;
    request.caller.user = ana;
    request.text = std::move(text);
    return request;
  }
  std::vector<std::string> names(SearchRequest request) {
    std::vector<std::string> out;
    for (const auto& hit : find(std::move(request)).hits) {
      for (const auto& name : all_names) {
        if (name.first == hit.id) out.push_back(name.second);
      }
    }
    return out;
  }
  std::vector<std::string> names(std::string text) { return names(asking(std::move(text))); }
  Poc& add(std::string name, TenantId tenant = acme, UserId creator = ana) {
    auto& poc = rows.add(name, tenant, creator);
    all_names.emplace_back(poc.id, std::move(name));
    return poc;
  }

  std::filesystem::path folder;
  asio::io_context io;
  metrics::Registry registry;
  RowsInMemory rows;
  MemoryIndexMarks marks;
  testing::SeededRandom chance_of_marks;
  std::vector<std::pair<PocId, std::string>> all_names;
};

}  // namespace mrbill::catalog

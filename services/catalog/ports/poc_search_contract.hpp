// What every PocSearch finds, ranks, counts, marks, and keeps for itself, as tests
// (poc_search_contract_*_test.cpp). An adapter joins by a world of its own:
//
//   INSTANTIATE_TEST_SUITE_P(Xapian, PocSearchContract, ::testing::Values(&make_xapian_world));
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/memory/rows_in_memory.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

class SearchWorld {
 public:
  virtual ~SearchWorld() = default;
  // What the rows are now; again whenever they have changed.
  virtual void bring_up_to(RowsInMemory& rows) = 0;
  // With time enough. Throws as find() does.
  virtual SearchResult find(SearchRequest request) = 0;
};
using MakeSearchWorld = std::unique_ptr<SearchWorld> (*)();

// Rows, what they are called, and searches of ana, of the company acme.
class SearchedRows {
 protected:
  Poc& add(std::string name, TenantId tenant = acme, UserId creator = ana) {
    auto& poc = rows.add(name, tenant, creator);
    all_names.emplace_back(poc.id, std::move(name));
    return poc;
  }
  static SearchRequest asking(std::string text) {
    SearchRequest request;
    request.caller.tenant = acme;
    request.caller.user = ana;
    request.text = std::move(text);
    return request;
  }
  [[nodiscard]] std::vector<std::string> names_of(const SearchResult& result) const {
    std::vector<std::string> out;
    for (const auto& hit : result.hits) {
      for (const auto& name : all_names) {
        if (name.first == hit.id) out.push_back(name.second);
      }
    }
    return out;
  }

  RowsInMemory rows;
  std::vector<std::pair<PocId, std::string>> all_names;
};

class PocSearchContract : public ::testing::TestWithParam<MakeSearchWorld>, protected SearchedRows {
 protected:
  void index() { world->bring_up_to(rows); }
  SearchResult find(SearchRequest request) { return world->find(std::move(request)); }
  std::vector<std::string> names(SearchRequest request) { return names_of(find(std::move(request))); }
  std::vector<std::string> names(std::string text) { return names(asking(std::move(text))); }
  // All pages of ten, with something done before each next one.
  template <class F>
  std::vector<PocId> read_pages(SearchRequest request, F between) {
    std::vector<PocId> ids;
    request.limit = 10;
    for (;;) {
      const auto page = find(request);
      for (const auto& hit : page.hits) ids.push_back(hit.id);
      if (!page.next) return ids;
      request.after = page.next;
      between(request);
    }
  }
  void add_ties(int count) {
    for (int i = 0; i < count; ++i) {
      auto& poc = add("tie");
      poc.content.language = i % 3 == 0 ? "Go" : "Rust";
      poc.content.description = i % 7 == 0 ? "a tie of silk" : "";
    }
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

  std::unique_ptr<SearchWorld> world = GetParam()();
};

}  // namespace mrbill::catalog

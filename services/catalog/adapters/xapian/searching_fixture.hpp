// What the tests of searching in Xapian stand on: an index of rows, in a folder of its own.
#pragma once

#include <filesystem>

#include <boost/asio/io_context.hpp>

#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/memory_index_marks.hpp"
#include "adapters/xapian/xapian_poc_search.hpp"
#include "ports/poc_search_contract.hpp"
#include "usecases/keep_index.hpp"

namespace mrbill::catalog {

class XapianSearchWorld : public SearchWorld {
 public:
  XapianSearchWorld() {
    std::string pattern = std::filesystem::temp_directory_path() / "searchXXXXXX";
    folder = mkdtemp(pattern.data());
  }
  XapianSearchWorld(const XapianSearchWorld&) = delete;
  XapianSearchWorld& operator=(const XapianSearchWorld&) = delete;
  ~XapianSearchWorld() override { std::filesystem::remove_all(folder); }

  void bring_up_to(RowsInMemory& rows) override {
    IndexFolder shelf(folder);
    KeepIndex keep({rows, marks}, shelf, chance_of_marks);
    testing::run(io, keep.open());
  }
  SearchResult find(SearchRequest request) override {
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

  std::filesystem::path folder;
  asio::io_context io;
  metrics::Registry registry;
  MemoryIndexMarks marks;
  testing::SeededRandom chance_of_marks;
};

class Searching : public ::testing::Test, protected XapianSearchWorld, protected SearchedRows {
 protected:
  void index() { bring_up_to(rows); }
  std::vector<std::string> names(std::string text) { return names_of(find(asking(std::move(text)))); }
};

}  // namespace mrbill::catalog

// PocSearch on Xapian. Searching is CPU and page-cache work: it runs on a bounded pool of threads, so that a
// slow query never holds up an event loop. One object serves all threads of a process.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include <async/work_pool.hpp>
#include <metrics/metrics.hpp>

#include "adapters/xapian/index_folder.hpp"
#include "adapters/xapian/index_reader.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

struct SearchOptions {
  std::filesystem::path folder;
  std::size_t threads = 2;
  std::size_t queue = 256;  // WorkPoolFull (503) beyond
};

class XapianPocSearch final : public PocSearch {
 public:
  XapianPocSearch(const SearchOptions& options, metrics::Registry& registry);

  [[nodiscard]] Task<std::int64_t> watermark(TenantId tenant) override;
  [[nodiscard]] Task<bool> wait_for(TenantId tenant, std::int64_t change_seq, Deadline deadline) override;
  [[nodiscard]] Task<SearchResult> find(SearchRequest request) override;

  [[nodiscard]] bool ready() const { return folder_.current().has_value(); }

 private:
  // Readers at rest; as many as there are threads at most.
  template <class F>
  auto with_reader(F use);
  [[nodiscard]] std::int64_t watermark_now(TenantId tenant);
  [[nodiscard]] SearchResult find_now(const SearchRequest& request);

  IndexFolder folder_;
  metrics::Histogram& seconds_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<IndexReader>> readers_;
  WorkPool pool_;  // last: its threads use all of the above
};

// The whole of a search, on one state of the index. Exposed for the tests and the bench.
[[nodiscard]] SearchResult search_database(const Xapian::Database& database, const SearchRequest& request);

}  // namespace mrbill::catalog

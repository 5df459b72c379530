// PocSearch on Xapian. Searching is CPU and page-cache work: it runs on a bounded pool of threads, so that a
// slow query never holds up an event loop. One object serves all threads of a process.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <async/work_pool.hpp>
#include <metrics/metrics.hpp>

#include "adapters/xapian/index_folder.hpp"
#include "adapters/xapian/index_reader.hpp"
#include "adapters/xapian/search_shares.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

struct SearchOptions {
  std::filesystem::path folder;
  ShareOptions shares = {};
  // Of one search, once it has a thread; again when it has to begin anew, within the deadline of its request.
  std::chrono::milliseconds budget{1'000};
  // Of a processor, for one search on the usual lane: what takes longer begins again on the slow one.
  std::chrono::milliseconds usual_go{30};
};

class XapianPocSearch final : public PocSearch {
 public:
  XapianPocSearch(const SearchOptions& options, metrics::Registry& registry);

  [[nodiscard]] Result<std::unique_ptr<SearchPlace>, SearchRefusal> admit(TenantId tenant) override;
  [[nodiscard]] Task<std::int64_t> watermark(TenantId tenant) override;
  [[nodiscard]] Task<bool> wait_for(TenantId tenant, std::int64_t change_seq, Deadline deadline) override;
  [[nodiscard]] Task<Result<SearchResult, SearchRefusal>> find(SearchRequest request) override;

 private:
  using Found = Result<SearchResult, SearchRefusal>;
  // Readers at rest; as many as there are threads at most.
  template <class F>
  auto with_reader(F use);
  [[nodiscard]] std::int64_t watermark_now(TenantId tenant);
  // Nothing: it takes longer than the usual lane allows.
  [[nodiscard]] Task<std::optional<Found>> find_on(Lane asked, SearchRequest request);
  [[nodiscard]] std::optional<Found> find_now(const SearchRequest& request, Lane lane);

  IndexFolder folder_;
  const std::chrono::milliseconds budget_;
  const std::chrono::milliseconds usual_go_;
  metrics::Histogram& seconds_;
  metrics::Counter& cut_off_;
  metrics::Counter& begun_again_;
  metrics::Counter& overtaken_;
  SearchShares shares_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<IndexReader>> readers_;
  // Last: their threads use all of the above. A look at a watermark waits behind no search.
  WorkPool searching_;
  WorkPool slow_;
  WorkPool looking_{1, 512};
};

}  // namespace mrbill::catalog

// The peer: PostgreSQL's own full-text search over the same rows, as one would build it (weighted tsvector,
// GIN index, ts_rank, ts_headline, facets by aggregation).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "collection.hpp"

struct pg_conn;

namespace mrbill::catalog::bench {

class FullText {
 public:
  explicit FullText(const std::string& url);  // a database of its own
  ~FullText();

  void load(const Collection& collection);
  // Ranked first 20 with highlights, exact total and facets, within the tenant and one language. The total.
  std::int64_t within_tenant(const Caller& caller, const std::string& text, const std::string& language);
  // Ranked first 20 over all tenants, no facets. How many it found.
  std::int64_t everywhere(const std::string& text);

 private:
  void run(const std::string& sql);
  pg_conn* connection_;
};

}  // namespace mrbill::catalog::bench

// PocInsights on PostgreSQL: each answer is one statement, so its figures agree with each other.
#pragma once

#include <postgres/database.hpp>

#include "ports/poc_insights.hpp"

namespace mrbill::catalog {

class PostgresPocInsights final : public PocInsights {
 public:
  explicit PostgresPocInsights(postgres::Database& database) : database_(database) {}
  Task<Result<PocStats, StatsError>> stats(StatsQuery query) override;
  Task<FacetCounts> facets(Caller caller, PocFilter filter, int limit) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog

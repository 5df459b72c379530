#include "usecases/count_pocs.hpp"

#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {
namespace {

// Remembers what it was asked.
class AskedInsights final : public PocInsights {
 public:
  Task<Result<PocStats, StatsError>> stats(StatsQuery query) override {
    asked = std::move(query);
    co_return PocStats{};
  }
  Task<FacetCounts> facets(Caller /*caller*/, PocFilter /*filter*/, int /*limit*/) override {
    co_return FacetCounts{};
  }
  StatsQuery asked;
};

class CountPocsTest : public UseCaseTest {
 protected:
  bool counts_to_the_present(std::optional<Timestamp> before) {
    AskedInsights insights;
    CountPocs count_pocs(insights, clock);
    EXPECT_TRUE(testing::run(count_pocs({.caller = ana, .before = before})));
    return insights.asked.to_the_present;
  }
};

}  // namespace

TEST_F(CountPocsTest, reaches_the_present_unless_it_ends_before_it) {
  EXPECT_TRUE(counts_to_the_present(std::nullopt));
  EXPECT_TRUE(counts_to_the_present(clock.now() + std::chrono::hours(1)));
  EXPECT_FALSE(counts_to_the_present(clock.now() - std::chrono::seconds(1)));
}

}  // namespace mrbill::catalog

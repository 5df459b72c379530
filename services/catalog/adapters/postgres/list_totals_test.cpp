#include "adapters/postgres/list_totals.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

TEST(ListTotals, holds_as_long_as_the_rows_are_in_the_same_state) {
  ListTotals totals;
  totals.note("mine", "7.812", 4138);
  EXPECT_EQ(totals.find("mine", "7.812"), 4138);
  EXPECT_EQ(totals.find("mine", "8.813"), std::nullopt);
  EXPECT_EQ(totals.find("theirs", "7.812"), std::nullopt);
  EXPECT_TRUE(totals.knows("mine"));
  totals.note("mine", "8.813", 4139);
  EXPECT_EQ(totals.find("mine", "8.813"), 4139);
  EXPECT_EQ(totals.find("mine", "7.812"), std::nullopt);
}

TEST(ListTotals, is_bounded) {
  ListTotals totals(2);
  for (const auto* key : {"a", "b", "c"}) totals.note(key, "1", 1);
  EXPECT_FALSE(totals.knows("a"));
  EXPECT_TRUE(totals.knows("c"));
}

}  // namespace
}  // namespace mrbill::catalog

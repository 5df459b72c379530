// What every IndexMarkStore promises.
#pragma once

#include <gtest/gtest.h>

#include <testing/seeded_random.hpp>

#include "ports/index_mark_store.hpp"

namespace mrbill::catalog {

// World: marks() is the store, run(task) runs a coroutine, mark(n) is the nth of this test's random ids.
template <class World>
class IndexMarkStoreContract : public ::testing::Test {
 protected:
  World world;
};

TYPED_TEST_SUITE_P(IndexMarkStoreContract);

TYPED_TEST_P(IndexMarkStoreContract, knows_no_index_that_nobody_introduced) {
  auto& its = this->world;
  EXPECT_EQ(its.run(its.marks().find(its.mark())), std::nullopt);
  EXPECT_FALSE(its.run(its.marks().replace(its.mark(), its.mark(), its.mark())));
}

TYPED_TEST_P(IndexMarkStoreContract, holds_the_last_mark_of_each_index) {
  auto& its = this->world;
  const auto index = its.mark();
  const auto other = its.mark();
  const auto first = its.mark();
  const auto second = its.mark();
  its.run(its.marks().introduce(index, first));
  its.run(its.marks().introduce(other, first));
  EXPECT_TRUE(its.run(its.marks().replace(index, first, second)));
  EXPECT_EQ(its.run(its.marks().find(index)), second);
  EXPECT_EQ(its.run(its.marks().find(other)), first);
}

TYPED_TEST_P(IndexMarkStoreContract, replaces_no_mark_that_it_does_not_hold) {
  auto& its = this->world;
  const auto index = its.mark();
  const auto first = its.mark();
  its.run(its.marks().introduce(index, first));
  EXPECT_FALSE(its.run(its.marks().replace(index, its.mark(), its.mark())));
  EXPECT_EQ(its.run(its.marks().find(index)), first);
}

REGISTER_TYPED_TEST_SUITE_P(IndexMarkStoreContract, knows_no_index_that_nobody_introduced,
                            holds_the_last_mark_of_each_index, replaces_no_mark_that_it_does_not_hold);

}  // namespace mrbill::catalog

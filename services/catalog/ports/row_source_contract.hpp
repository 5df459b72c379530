// What every RowSource promises. A world gives rows(count): a source of so many rows that can be read, named
// "row 1", "row 2" ..., and run(task).
#pragma once

#include <memory>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

template <class World>
class RowSourceContract : public ::testing::Test {
 protected:
  World world_;
};
TYPED_TEST_SUITE_P(RowSourceContract);

TYPED_TEST_P(RowSourceContract, gives_every_row_once_in_its_order_then_nothing_for_good) {
  const auto source = this->world_.rows(5);
  std::int64_t last_line = 0;
  for (int i = 1; i <= 5; ++i) {
    const auto row = this->world_.run(source->next());
    ASSERT_TRUE(row);
    const auto& draft = std::get<ImportDraft>(*row);
    EXPECT_EQ(draft.poc.name, fmt::format("row {}", i));
    EXPECT_GT(draft.line, last_line);
    last_line = draft.line;
  }
  EXPECT_FALSE(this->world_.run(source->next()));
  EXPECT_FALSE(this->world_.run(source->next()));
}

TYPED_TEST_P(RowSourceContract, says_how_far_it_has_come) {
  const auto source = this->world_.rows(50);
  std::uint64_t read = 0;
  while (this->world_.run(source->next())) {
    EXPECT_GE(source->bytes_read(), read);
    read = source->bytes_read();
    EXPECT_LE(read, source->bytes_total());
  }
  EXPECT_EQ(source->bytes_read(), source->bytes_total());
}

TYPED_TEST_P(RowSourceContract, has_an_end_where_there_is_no_row) {
  EXPECT_FALSE(this->world_.run(this->world_.rows(0)->next()));
}

REGISTER_TYPED_TEST_SUITE_P(RowSourceContract, gives_every_row_once_in_its_order_then_nothing_for_good,
                            says_how_far_it_has_come, has_an_end_where_there_is_no_row);

}  // namespace mrbill::catalog

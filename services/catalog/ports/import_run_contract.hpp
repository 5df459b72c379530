// What every ImportRun promises of its tally. A world gives import(), at its beginning, and run(task).
#pragma once

#include <gtest/gtest.h>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

template <class World>
class ImportRunContract : public ::testing::Test {
 protected:
  static ImportRow row(const std::string& name) {
    ImportRow row{.line = 1};
    row.content = {.name = name, .repository_url = "https://git.example/" + name};
    row.key = import_key(row.content);
    return row;
  }
  void write(std::vector<ImportRow> rows, std::int64_t failed = 0, std::vector<RowError> errors = {}) {
    ImportBatch batch{.rows = std::move(rows),
                      .failed = failed,
                      .errors = std::move(errors),
                      .progress = 10,
                      .now = *from_rfc3339("2026-01-31T12:00:00Z")};
    world_.run(world_.import().write(std::move(batch)));
  }
  [[nodiscard]] ImportTally tally() { return world_.import().tally(); }
  World world_;
};
TYPED_TEST_SUITE_P(ImportRunContract);

TYPED_TEST_P(ImportRunContract, counts_every_row_that_it_has_dealt_with) {
  this->write({this->row("a"), this->row("b")}, 1,
              {RowError{3, {"/name", "too_short", "must not be empty"}}});
  EXPECT_EQ(this->tally().rows, 3);
  EXPECT_EQ(this->tally().created, 2);
  EXPECT_EQ(this->tally().failed, 1);
  EXPECT_EQ(this->tally().errors, 1);
  EXPECT_FALSE(this->tally().finished);
}

TYPED_TEST_P(ImportRunContract, tells_rows_that_say_nothing_new_and_rows_that_do) {
  this->write({this->row("a"), this->row("b")});
  auto changed = this->row("b");
  changed.content.language = "C++";
  this->write({this->row("a"), changed, this->row("c")});
  EXPECT_EQ(this->tally().rows, 5);
  EXPECT_EQ(this->tally().created, 3);
  EXPECT_EQ(this->tally().updated, 1);
  EXPECT_EQ(this->tally().unchanged, 1);
}

TYPED_TEST_P(ImportRunContract, is_finished_when_it_is_told_so) {
  this->write({});
  EXPECT_EQ(this->tally().rows, 0);
  this->world_.run(this->world_.import().finish());
  EXPECT_TRUE(this->tally().finished);
}

REGISTER_TYPED_TEST_SUITE_P(ImportRunContract, counts_every_row_that_it_has_dealt_with,
                            tells_rows_that_say_nothing_new_and_rows_that_do, is_finished_when_it_is_told_so);

}  // namespace mrbill::catalog

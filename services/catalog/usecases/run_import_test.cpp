#include "usecases/run_import.hpp"

#include <deque>

#include "adapters/memory/memory_import_run.hpp"
#include "ports/row_source_contract.hpp"
#include "usecases/usecase_fixture.hpp"

namespace mrbill::catalog {
namespace {

class FakeRows final : public RowSource {
 public:
  explicit FakeRows(std::vector<Row> rows) : rows_(std::move(rows)) {}
  Task<std::optional<Row>> next() override {
    if (at_ == rows_.size()) co_return std::nullopt;
    co_return rows_[at_++];
  }
  std::uint64_t bytes_read() const override { return at_; }
  std::uint64_t bytes_total() const override { return rows_.size(); }

 private:
  std::vector<Row> rows_;
  std::size_t at_ = 0;
};

RowSource::Row draft(std::int64_t line, std::string name, std::string url) {
  return ImportDraft{.line = line, .poc = {.name = std::move(name), .repository_url = std::move(url)}};
}

std::vector<RowSource::Row> many(int count) {
  std::vector<RowSource::Row> rows;
  for (int i = 0; i < count; ++i) rows.push_back(draft(i + 1, "n", "https://a.b/" + std::to_string(i)));
  return rows;
}

struct FakeRowsWorld {
  static std::unique_ptr<RowSource> rows(int count) {
    std::vector<RowSource::Row> all;
    for (int i = 1; i <= count; ++i)
      all.push_back(draft(i, "row " + std::to_string(i), "https://a.b/" + std::to_string(i)));
    return std::make_unique<FakeRows>(std::move(all));
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(std::move(task));
  }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, RowSourceContract, FakeRowsWorld);

}  // namespace

class RunImport : public UseCaseTest {
 protected:
  ImportEnd run(std::vector<RowSource::Row> rows) {
    FakeRows source(std::move(rows));
    return testing::run(run_import(source, job, clock));
  }
  MemoryImportRun job;
};

TEST_F(RunImport, writes_batches_of_five_hundred_with_growing_progress) {
  EXPECT_EQ(run(many(1'100)), ImportEnd::completed);
  ASSERT_EQ(job.batches.size(), 3U);
  EXPECT_EQ(job.batches[0].rows.size(), 500U);
  EXPECT_EQ(job.batches[2].rows.size(), 100U);
  EXPECT_LT(job.batches[0].progress, job.batches[1].progress);
  EXPECT_LE(job.batches[2].progress, 99) << "100 is for the finished job";
  EXPECT_TRUE(job.tally().finished);
}

TEST_F(RunImport, reports_bad_rows_by_line_and_takes_the_others) {
  RowSource::Unreadable unreadable{.line = 2};
  unreadable.errors.push_back({"/name", "required", "is missing"});
  EXPECT_EQ(run({draft(1, "ok", "https://a.b/1"), unreadable, draft(4, "", "javascript:x")}),
            ImportEnd::completed);
  ASSERT_EQ(job.batches.size(), 1U);
  const auto& batch = job.batches[0];
  EXPECT_EQ(batch.rows.size(), 1U);
  EXPECT_EQ(batch.failed, 2);
  ASSERT_EQ(batch.errors.size(), 3U);
  EXPECT_EQ(batch.errors[0].line, 2);
  EXPECT_EQ(batch.errors[1].line, 4);
  EXPECT_EQ(batch.errors[1].field.pointer, "/name");
  EXPECT_EQ(batch.errors[2].field.pointer, "/repositoryUrl");
}

TEST_F(RunImport, refuses_a_repository_said_twice_also_across_batches) {
  auto rows = many(600);
  rows.push_back(draft(601, "again", "http://A.B/3.git/"));
  EXPECT_EQ(run(std::move(rows)), ImportEnd::completed);
  ASSERT_EQ(job.batches.size(), 2U);
  EXPECT_EQ(job.batches[1].failed, 1);
  EXPECT_EQ(job.batches[1].errors[0].field.code, "duplicate");
  EXPECT_EQ(job.batches[1].errors[0].line, 601);
}

TEST_F(RunImport, resumes_after_a_kill_with_every_row_once) {
  job.fail_after = 1;
  EXPECT_THROW(run(many(1'100)), std::runtime_error);
  job.fail_after = 1'000;
  auto rows = many(1'100);
  rows.push_back(draft(1'101, "again", "https://a.b/3"));  // its first saying was written before the kill
  EXPECT_EQ(run(std::move(rows)), ImportEnd::completed);
  std::set<std::string> keys;
  std::size_t written = 0;
  for (const auto& batch : job.batches)
    for (const auto& row : batch.rows) {
      keys.insert(row.key);
      ++written;
    }
  EXPECT_EQ(written, 1'100U);
  EXPECT_EQ(keys.size(), 1'100U);
  EXPECT_EQ(job.batches.back().failed, 1);
}

TEST_F(RunImport, stops_between_batches_when_cancelled) {
  job.cancel_after = 1;
  EXPECT_EQ(run(many(1'100)), ImportEnd::cancelled);
  EXPECT_EQ(job.batches.size(), 1U);
  EXPECT_FALSE(job.tally().finished);
}

TEST_F(RunImport, keeps_what_a_line_says_of_itself_within_what_can_be_kept) {
  RowSource::Unreadable odd{.line = 1};
  odd.errors.push_back(
      {"/" + std::string(201, 'x') + std::string(1, '\0') + "\xFF", "unknown_field", std::string(600, 'y')});
  EXPECT_EQ(run({odd, draft(2, "ok", "https://a.b/1")}), ImportEnd::completed);
  ASSERT_EQ(job.batches.size(), 1U);
  EXPECT_EQ(job.batches[0].rows.size(), 1U);
  const auto& field = job.batches[0].errors[0].field;
  EXPECT_EQ(field.pointer, "/" + std::string(198, 'x') + "…");
  EXPECT_EQ(field.detail, std::string(499, 'y') + "…");
}

}  // namespace mrbill::catalog

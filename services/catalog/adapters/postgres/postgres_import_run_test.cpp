// Imports against the real tables: what a batch writes, what a second import changes, what a kill leaves behind.
#include "adapters/postgres/postgres_import_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "adapters/postgres/catalog_database.hpp"
#include "adapters/postgres/import_json.hpp"
#include "adapters/postgres/postgres_import_store.hpp"
#include "adapters/postgres/postgres_poc_store.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

// A lease that a test may take away.
class FakeLease final : public jobs::Lease {
 public:
  explicit FakeLease(jobs::Job job) : job_(std::move(job)) {}
  const jobs::Job& job() const override { return job_; }
  bool cancelled() const override { return false; }
  int attempts() const override { return 1; }
  Task<> report(int progress, std::string checkpoint) override {
    job_.progress = progress;
    job_.checkpoint = std::move(checkpoint);
    co_return;
  }
  Task<> report(postgres::Transaction& /*transaction*/, int progress, std::string checkpoint) override {
    if (lost) throw jobs::LeaseLost("another worker has it");
    return report(progress, std::move(checkpoint));
  }
  bool lost = false;

 private:
  jobs::Job job_;
};

class ImportRunTest : public ::testing::Test {
 protected:
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
  Uuid id() { return new_uuid(clock, random); }
  FakeLease lease() {
    jobs::Job job;
    job.id = jobs::JobId{id()};
    job.tenant = ana.tenant;
    job.owner = ana.user;
    job.kind = import_job_kind;
    job.checkpoint = "{}";
    return FakeLease(std::move(job));
  }
  static ImportRow row(std::string name, std::string url, std::vector<std::string> tags = {}) {
    ImportRow row{.line = 1};
    row.content = {.name = std::move(name), .repository_url = std::move(url), .tags = std::move(tags)};
    row.key = import_key(row.content);
    row.created_at = *from_rfc3339("2015-05-05T05:05:05Z");
    row.updated_at = *from_rfc3339("2016-06-06T06:06:06Z");
    return row;
  }
  ImportTally import(std::vector<ImportRow> rows) {
    auto held = lease();
    PostgresImportRun work(worker, held, clock, random);
    run(work.write({.rows = std::move(rows), .progress = 50, .now = clock.now()}));
    return parse_import_tally(held.job().checkpoint);
  }
  std::vector<Poc> mine() {
    return run(store.list({.caller = ana, .sort = {SortField::name, SortOrder::ascending}, .limit = 100}))
        .pocs;
  }
  std::int64_t count(const std::string& sql) {
    return run(admin.query(postgres::Scope::nobody(), postgres::Statement{"", sql}, ana.tenant))
        .front()
        .get<std::int64_t>(0);
  }

  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = catalog_database().app_url(), .connections = 2}, registry};
  postgres::Database worker{io, {.url = catalog_database().worker_url(), .connections = 2}, registry};
  postgres::Database admin{io, {.url = catalog_database().admin_url(), .connections = 1}, registry};
  PostgresPocStore store{app};
  PostgresPocWriter writer{app, clock, random};
  Caller ana{TenantId{id()}, UserId{id()}, {}};
};

}  // namespace

TEST_F(ImportRunTest, creates_rows_with_their_own_times_and_one_event_a_batch) {
  const auto tally = import({row("a", "https://x.y/a", {"t"}), row("b", "https://x.y/b")});
  EXPECT_EQ(tally, (ImportTally{.rows = 2, .created = 2}));
  const auto pocs = mine();
  ASSERT_EQ(pocs.size(), 2U);
  EXPECT_EQ(pocs[0].created_at, *from_rfc3339("2015-05-05T05:05:05Z"));
  EXPECT_EQ(pocs[0].updated_at, *from_rfc3339("2016-06-06T06:06:06Z"));
  EXPECT_THAT(pocs[0].content.tags, ElementsAre("t"));
  EXPECT_EQ(pocs[0].change_seq, 1);
  EXPECT_EQ(pocs[1].change_seq, 2);
  EXPECT_EQ(count("SELECT count(*) FROM outbox WHERE tenant_id = $1"), 1);
}

TEST_F(ImportRunTest, changes_nothing_the_second_time) {
  import({row("a", "https://x.y/a", {"t"}), row("b", "https://x.y/b")});
  const auto before = mine();
  const auto tally = import({row("a", "https://x.y/a", {"t"}), row("b", "https://x.y/b")});
  EXPECT_EQ(tally, (ImportTally{.rows = 2, .unchanged = 2}));
  EXPECT_EQ(mine()[1].change_seq, before[1].change_seq);
  EXPECT_EQ(count("SELECT count(*) FROM outbox WHERE tenant_id = $1"), 1);
}

TEST_F(ImportRunTest, updates_what_differs_by_the_repository_however_it_is_spelt) {
  import({row("a", "https://x.y/a", {"t"}), row("b", "https://x.y/b")});
  const auto tally = import({row("renamed", "HTTP://X.Y/a.git/", {"u", "v"}), row("b", "https://x.y/b")});
  EXPECT_EQ(tally, (ImportTally{.rows = 2, .updated = 1, .unchanged = 1}));
  const auto pocs = mine();
  ASSERT_EQ(pocs.size(), 2U);
  EXPECT_EQ(pocs[1].content.name, "renamed");
  EXPECT_THAT(pocs[1].content.tags, ElementsAre("u", "v"));
  EXPECT_EQ(pocs[1].change_seq, 3);
}

TEST_F(ImportRunTest, recognises_what_was_registered_by_hand) {
  Poc poc{.id = PocId{id()},
          .tenant = ana.tenant,
          .creator = ana.user,
          .created_at = clock.now(),
          .updated_at = clock.now()};
  poc.content = {.name = "by hand", .repository_url = "https://x.y/a"};
  run(writer.insert(ana, poc, std::nullopt)).value();
  EXPECT_EQ(import({row("a", "https://x.y/a")}).updated, 1);
  poc.id = PocId{id()};
  EXPECT_TRUE(run(writer.insert(ana, poc, std::nullopt))) << "posting never conflicts on the address";
  EXPECT_EQ(import({row("a", "https://x.y/a")}), (ImportTally{.rows = 1, .unchanged = 1}));
  EXPECT_EQ(mine().size(), 2U);
}

TEST_F(ImportRunTest, keeps_to_the_person_whose_import_it_is) {
  import({row("a", "https://x.y/a")});
  const auto first = ana;
  ana = {first.tenant, UserId{id()}, {}};
  EXPECT_EQ(import({row("a", "https://x.y/a")}).created, 1) << "a colleague's repository is no rival";
  EXPECT_EQ(mine().size(), 1U);
}

TEST_F(ImportRunTest, writes_nothing_when_the_lease_is_lost) {
  auto held = lease();
  held.lost = true;
  PostgresImportRun work(worker, held, clock, random);
  EXPECT_THROW(run(work.write({.rows = {row("a", "https://x.y/a")}, .now = clock.now()})), jobs::LeaseLost);
  EXPECT_TRUE(mine().empty());
  EXPECT_EQ(import({row("a", "https://x.y/a")}).created, 1);
  EXPECT_EQ(mine()[0].change_seq, 1) << "the number was not spent";
}

TEST_F(ImportRunTest, keeps_the_first_thousand_errors_for_the_person_to_read) {
  auto held = lease();
  PostgresImportRun work(worker, held, clock, random);
  ImportBatch batch{.failed = 1'200, .now = clock.now()};
  for (int i = 0; i < 1'200; ++i)
    batch.errors.push_back({i + 1, {"/name", "too_short", "must not be empty"}});
  run(work.write(std::move(batch)));
  EXPECT_EQ(work.tally(), (ImportTally{.rows = 1'200, .failed = 1'200, .errors = 1'200}));
  PostgresImportStore imports(app);
  const ImportId import_id{held.job().id.uuid};
  EXPECT_EQ(run(imports.errors(ana, import_id, 0, 2'000)).size(), 1'000U);
  EXPECT_THAT(run(imports.errors(ana, import_id, 999, 10)),
              ElementsAre(RowError{1'000, {"/name", "too_short", "must not be empty"}}));
  EXPECT_TRUE(run(imports.errors({ana.tenant, UserId{id()}, {}}, import_id, 0, 10)).empty());
}

TEST_F(ImportRunTest, is_enqueued_listed_and_cancelled_by_its_person_alone) {
  PostgresImportStore imports(app);
  const Caller ben{ana.tenant, UserId{id()}, {}};
  const NewImport import{.id = ImportId{id()},
                         .format = ImportFormat::csv,
                         .object_key = "temp/x/import.csv",
                         .size = 5,
                         .created_at = clock.now()};
  const IdempotencyKey key{"createImport", "k", sha256("file")};
  ASSERT_TRUE(run(imports.enqueue(ana, import, key)));
  auto again = import;
  again.id = ImportId{id()};
  const auto repeated = run(imports.enqueue(ana, again, key));
  EXPECT_TRUE(repeated->repeated);
  EXPECT_EQ(repeated->id, import.id.uuid);
  const auto found = run(imports.find(ana, import.id));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->format, ImportFormat::csv);
  EXPECT_EQ(found->status, ImportStatus::pending);
  EXPECT_EQ(run(imports.list(ana, 0, 10)).total, 1);
  EXPECT_FALSE(run(imports.find(ben, import.id)));
  EXPECT_EQ(run(imports.list(ben, 0, 10)).total, 0);
  EXPECT_FALSE(run(imports.request_cancel(ben, import.id)));
  EXPECT_TRUE(run(imports.request_cancel(ana, import.id)));
  EXPECT_EQ(run(imports.find(ana, import.id))->status, ImportStatus::cancelled);
}

}  // namespace mrbill::catalog

// Imports against the real tables: what a batch writes, what a second import changes, what a kill
// leaves behind.
#include "adapters/postgres/postgres_import_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <jobs/lease_fixture.hpp>
#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/import_json.hpp"
#include "adapters/postgres/postgres_import_history.hpp"
#include "adapters/postgres/postgres_import_store.hpp"
#include "adapters/postgres/postgres_poc_store.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"
#include "ports/import_run_contract.hpp"

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;

// A new import of a person of their own.
struct PostgresWorld {
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database worker{io, {.url = catalog_database().worker_url(), .connections = 1}, registry};
  jobs::LeaseInHand lease{job()};
  PostgresImportRun postgres{worker, lease, clock, random};
  ImportRun& import() { return postgres; }
  jobs::Job job() {
    jobs::Job job;
    job.id = jobs::JobId{new_uuid(clock, random)};
    job.tenant = TenantId{new_uuid(clock, random)};
    job.owner = UserId{new_uuid(clock, random)};
    job.kind = import_job_kind;
    job.checkpoint = "{}";
    return job;
  }
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, ImportRunContract, PostgresWorld);

class ImportRunTest : public ::testing::Test {
 protected:
  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
  Uuid id() { return new_uuid(clock, random); }
  jobs::LeaseInHand lease() {
    jobs::Job job;
    job.id = jobs::JobId{id()};
    job.tenant = ana.tenant;
    job.owner = ana.user;
    job.kind = import_job_kind;
    job.checkpoint = "{}";
    return jobs::LeaseInHand(std::move(job));
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
    last_import = ImportId{held.job().id.uuid};
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
  PostgresImportHistory history{app, clock, random};
  ImportId last_import;
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

TEST_F(ImportRunTest, keeps_what_it_overwrites_and_gives_it_back) {
  import({row("a", "https://x.y/a", {"t"}), row("b", "https://x.y/b"), row("c", "https://x.y/c")});
  const auto before = mine();
  import({row("A", "https://x.y/a", {"u"}), row("B", "https://x.y/b"), row("c", "https://x.y/c"),
          row("new", "https://x.y/d")});
  const auto changes = run(history.overwritten(ana, last_import, 0, 10));
  ASSERT_EQ(changes.pocs.size(), 2U);
  EXPECT_EQ(changes.total, 2);
  EXPECT_EQ(changes.pocs[0].id, before[0].id);
  EXPECT_EQ(changes.pocs[0].content, before[0].content);
  EXPECT_TRUE(changes.pocs[0].stands);
  EXPECT_EQ(run(history.overwritten(ana, last_import, 1, 10)).pocs.size(), 1U);

  const auto undone = run(history.undo(ana, last_import, clock.now()));
  EXPECT_EQ(undone.restored, 2);
  EXPECT_EQ(undone.deleted, 1);
  const auto after = mine();
  ASSERT_EQ(after.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(after[i].id, before[i].id);
    EXPECT_EQ(after[i].content, before[i].content);
    EXPECT_EQ(after[i].created_at, before[i].created_at);
    EXPECT_EQ(after[i].updated_at, before[i].updated_at);
  }
  EXPECT_FALSE(run(history.overwritten(ana, last_import, 0, 10)).pocs[0].stands);
  const auto again = run(history.undo(ana, last_import, clock.now()));
  EXPECT_EQ(again.restored + again.deleted, 0);
  EXPECT_EQ(import({row("a", "https://x.y/a", {"t"}), row("c", "https://x.y/c")}).unchanged, 2);
}

TEST_F(ImportRunTest, leaves_what_somebody_has_changed_since) {
  import({row("a", "https://x.y/a"), row("b", "https://x.y/b")});
  import({row("A", "https://x.y/a"), row("B", "https://x.y/b"), row("C", "https://x.y/c")});
  auto changed = mine();
  changed[0].content.description = "by hand";
  ASSERT_TRUE(run(writer.update(ana, changed[0], Change::updated)));
  changed[2].content.description = "by hand";
  ASSERT_TRUE(run(writer.update(ana, changed[2], Change::updated)));
  const auto undone = run(history.undo(ana, last_import, clock.now()));
  EXPECT_EQ(undone.restored, 1);
  EXPECT_EQ(undone.deleted, 0);
  std::vector<std::string> names;
  for (const auto& poc : mine()) names.push_back(poc.content.name);
  EXPECT_THAT(names, ElementsAre("A", "b", "C"));
}

TEST_F(ImportRunTest, is_undone_in_portions_whole_whatever_its_size) {
  constexpr int batches = 5;
  auto held = lease();
  last_import = ImportId{held.job().id.uuid};
  PostgresImportRun work(worker, held, clock, random);
  for (int batch = 0; batch < batches; ++batch) {
    std::vector<ImportRow> rows;
    for (int i = 0; i < 500; ++i) rows.push_back(row("n", "https://x.y/" + std::to_string(batch * 500 + i)));
    run(work.write({.rows = std::move(rows), .progress = 10 * batch, .now = clock.now()}));
  }
  EXPECT_EQ(run(history.undo(ana, last_import, clock.now())).deleted, batches * 500);
  EXPECT_TRUE(mine().empty());
  EXPECT_EQ(count("SELECT count(*) FROM import_changes WHERE tenant_id = $1"), batches) << "a row a batch";
}

TEST_F(ImportRunTest, is_seen_and_undone_by_its_person_alone) {
  import({row("a", "https://x.y/a")});
  import({row("A", "https://x.y/a")});
  const Caller ben{ana.tenant, UserId{id()}, {}};
  EXPECT_EQ(run(history.overwritten(ben, last_import, 0, 10)).total, 0);
  const auto undone = run(history.undo(ben, last_import, clock.now()));
  EXPECT_EQ(undone.restored + undone.deleted, 0);
  EXPECT_EQ(mine()[0].content.name, "A");
}

TEST_F(ImportRunTest, is_listed_in_pages_that_follow_each_other_while_others_begin) {
  PostgresImportStore imports(app);
  const auto enqueue = [&] {
    const NewImport import{
        .id = ImportId{id()}, .object_key = "temp/x/import.csv", .size = 5, .created_at = clock.now()};
    EXPECT_TRUE(run(imports.enqueue(ana, import, std::nullopt)));
    return import.id;
  };
  std::vector<ImportId> begun;
  for (int i = 0; i < 5; ++i) begun.insert(begun.begin(), enqueue());
  std::vector<ImportId> seen;
  ImportQuery query{.limit = 2};
  do {
    const auto page = run(imports.list(ana, query));
    for (const auto& import : page.imports) seen.push_back(import.id);
    query.after = page.next;
    enqueue();  // at the head of the list: shifts it
  } while (query.after && seen.size() < 20);
  EXPECT_EQ(seen, begun);
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
  EXPECT_EQ(run(imports.list(ana, {})).total, 1);
  EXPECT_FALSE(run(imports.find(ben, import.id)));
  EXPECT_EQ(run(imports.list(ben, {})).total, 0);
  EXPECT_FALSE(run(imports.request_cancel(ben, import.id)));
  EXPECT_TRUE(run(imports.request_cancel(ana, import.id)));
  EXPECT_EQ(run(imports.find(ana, import.id))->status, ImportStatus::cancelled);
}

}  // namespace mrbill::catalog

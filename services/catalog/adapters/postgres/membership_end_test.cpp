#include "adapters/postgres/membership_end.hpp"

#include <gtest/gtest.h>

#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/postgres_import_store.hpp"
#include "adapters/postgres/postgres_poc_store.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"
#include "adapters/postgres/postgres_saved_searches.hpp"

namespace mrbill::catalog {
namespace {

class MembershipsTest : public ::testing::Test {
 protected:
  const testing::FreshDatabase& fresh = catalog_database();
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = fresh.app_url(), .name = "app"}, registry};
  postgres::Database worker{io, {.url = fresh.worker_url(), .name = "worker"}, registry};
  people::Memberships memberships{worker, &end_with_membership};
  PostgresImportStore imports{app};
  PostgresPocStore store{app};
  PostgresSavedSearches searches{app};
  PostgresPocWriter writer{app, clock, random};
  Caller ana{TenantId{new_uuid(clock, random)}, UserId{new_uuid(clock, random)}};
  Caller rui{ana.tenant, UserId{new_uuid(clock, random)}};

  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
  void tell(bool is_over, std::int64_t version) {
    const auto state = is_over ? people::Membership::left : people::Membership::holds;
    testing::run(io, memberships.learn({ana.tenant, ana.user, state, version}));
  }
  bool ana_is_gone() { return run(memberships.is_over(ana.tenant, ana.user)); }
  ImportId start_import(const Caller& caller) {
    const NewImport import{.id = ImportId{new_uuid(clock, random)},
                           .format = ImportFormat::csv,
                           .object_key = "imports/one",
                           .size = 1,
                           .created_at = clock.now()};
    EXPECT_TRUE(run(imports.enqueue(caller, import, std::nullopt)));
    return import.id;
  }
  Import look(const Caller& caller, ImportId id) { return run(imports.find(caller, id)).value(); }
};

TEST_F(MembershipsTest, end_with_the_newest_word_and_begin_again) {
  EXPECT_FALSE(ana_is_gone());
  tell(true, 5);
  EXPECT_TRUE(ana_is_gone());
  tell(false, 4);  // late
  EXPECT_TRUE(ana_is_gone());
  tell(false, 6);
  EXPECT_FALSE(ana_is_gone());
}

TEST_F(MembershipsTest, take_the_imports_of_who_is_gone_with_them_and_say_why) {
  const auto hers = start_import(ana);
  const auto his = start_import(rui);
  tell(true, 1);
  EXPECT_EQ(look(ana, hers).status, ImportStatus::cancelled);
  EXPECT_EQ(look(ana, hers).error_code, "membership_ended");
  EXPECT_EQ(look(ana, hers).error_message, membership_ended.message);
  EXPECT_EQ(look(rui, his).status, ImportStatus::pending);
}

TEST_F(MembershipsTest, take_the_saved_searches_of_who_is_gone_with_them) {
  const auto save = [&](const Caller& caller) {
    const SavedSearch search{.id = SavedSearchId{new_uuid(clock, random)},
                             .name = "one",
                             .created_at = clock.now(),
                             .updated_at = clock.now()};
    ASSERT_TRUE(run(searches.add(caller, search, std::nullopt)));
  };
  const Caller elsewhere{TenantId{new_uuid(clock, random)}, ana.user};
  for (const auto& caller : {ana, rui, elsewhere}) save(caller);
  tell(true, 1);
  EXPECT_TRUE(run(searches.list(ana)).empty());
  EXPECT_EQ(run(searches.list(rui)).size(), 1U);
  EXPECT_EQ(run(searches.list(elsewhere)).size(), 1U);
}

TEST_F(MembershipsTest, tell_a_colleague_which_public_poc_is_nobodys) {
  Poc poc{.id = PocId{new_uuid(clock, random)},
          .tenant = ana.tenant,
          .creator = ana.user,
          .content = {.name = "left behind", .is_public = true},
          .created_at = clock.now(),
          .updated_at = clock.now()};
  ASSERT_TRUE(run(writer.insert(ana, poc, std::nullopt)));
  EXPECT_FALSE(run(store.find(rui, poc.id)).value().orphaned);
  tell(true, 1);
  EXPECT_TRUE(run(store.find(rui, poc.id)).value().orphaned);
}

}  // namespace
}  // namespace mrbill::catalog

#include <gtest/gtest.h>

#include <jobs/jobs_fixture.hpp>

namespace mrbill::jobs {
namespace {

class Jobs : public JobsFixture {};

TEST_F(Jobs, are_there_exactly_when_their_transaction_commits) {
  const auto kept = enqueue_one();
  const auto dropped = enqueue_one({.commit = false});
  EXPECT_TRUE(look(kept).has_value());
  EXPECT_FALSE(look(dropped).has_value());
}

TEST_F(Jobs, are_told_as_they_were_made) {
  const auto id = enqueue_one({.parameters = R"({"b": 1, "a": "ä"})"});
  const auto job = look(id).value();
  EXPECT_EQ(job.tenant, tenant_a);
  EXPECT_EQ(job.owner, user_a);
  EXPECT_EQ(job.kind, "test");
  EXPECT_EQ(job.status, Status::pending);
  EXPECT_EQ(job.progress, 0);
  EXPECT_EQ(job.parameters, R"({"b": 1, "a": "ä"})");
  EXPECT_EQ(job.checkpoint, "{}");
  EXPECT_EQ(job.result, "");
  EXPECT_EQ(job.created_at, Timestamp{1'800'000'000s});
  EXPECT_FALSE(job.completed_at.has_value());
}

TEST_F(Jobs, are_seen_by_their_owner_alone) {
  const auto id = enqueue_one();
  for (const auto& scope : {Scope::of(tenant_a, user_b), Scope::of(tenant_b, user_a), Scope::of(tenant_a),
                            Scope::person(user_a), Scope::nobody()}) {
    EXPECT_FALSE(run(io, find(app, scope, id)).has_value());
    EXPECT_TRUE(run(io, list(app, scope, "test", 10)).empty());
    EXPECT_FALSE(run(io, request_cancel(app, scope, id)));
  }
  EXPECT_EQ(run(io, list(app, Scope::of(tenant_a, user_a), "test", 10)).size(), 1U);
  EXPECT_TRUE(run(io, list(app, Scope::of(tenant_a, user_a), "other", 10)).empty());
}

TEST_F(Jobs, cannot_be_made_for_another) {
  for (const auto& scope : {Scope::of(tenant_b, user_a), Scope::of(tenant_a, user_b), Scope::nobody()}) {
    EXPECT_THROW(enqueue_one({.scope = scope}), postgres::StatementError);
  }
}

Task<> touch(Database& database, std::string sql) {
  co_await database.query(Scope::of(tenant_a, user_a), Statement{"", sql});
}

TEST_F(Jobs, can_be_changed_by_their_owner_in_no_way_but_cancelling) {
  enqueue_one();
  for (const auto* sql :
       {"UPDATE jobs SET progress = 50", "UPDATE jobs SET status = 'COMPLETED', completed_at = now()",
        "UPDATE jobs SET owner_id = tenant_id", "DELETE FROM jobs"}) {
    EXPECT_THROW(run(io, touch(app, sql)), postgres::StatementError) << sql;
  }
}

TEST_F(Jobs, that_wait_are_cancelled_at_once_and_for_good) {
  const auto id = enqueue_one();
  EXPECT_TRUE(cancel(id));
  EXPECT_EQ(look(id)->status, Status::cancelled);
  EXPECT_TRUE(look(id)->completed_at.has_value());
  EXPECT_TRUE(cancel(id));
  EXPECT_FALSE(cancel(JobId{}));
}

TEST_F(Jobs, are_forgotten_when_they_have_been_over_for_long) {
  const auto over = enqueue_one();
  const auto open = enqueue_one();
  cancel(over);
  EXPECT_EQ(run(io, forget_finished(worker_database, 1h)), 0);
  EXPECT_EQ(run(io, forget_finished(worker_database, 0h)), 1);
  EXPECT_FALSE(look(over).has_value());
  EXPECT_TRUE(look(open).has_value());
}

}  // namespace
}  // namespace mrbill::jobs

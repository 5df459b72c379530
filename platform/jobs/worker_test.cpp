#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <jobs/jobs_fixture.hpp>

namespace mrbill::jobs {
namespace {

using Verdict = Result<std::string, Failure>;

class JobWorker : public JobsFixture {
 protected:
  std::vector<std::string> diary;  // what the works note
  bool gate = false;               // what some of them wait for

  Work succeed() {
    return [this](Lease& lease) -> Task<Verdict> {
      diary.push_back(lease.job().id.to_string());
      co_return R"({"done": true})";
    };
  }
  // Reports once, then waits for the gate or a request to cancel, reporting on.
  Work wait_at_gate() {
    return [this](Lease& lease) -> Task<Verdict> {
      diary.push_back(lease.job().checkpoint);
      co_await lease.report(40, R"({"step": 4})");
      diary.emplace_back("reported");
      while (!gate && !lease.cancelled()) co_await sleep_for(1ms);
      if (lease.cancelled()) co_return fail(Failure{"cancelled", ""});
      co_await lease.report(50, R"({"step": 5})");
      co_return "{}";
    };
  }
  // One step further with each attempt, then no word any more.
  Work step_and_hang() {
    return [this](Lease& lease) -> Task<Verdict> {
      const auto step = diary.size() + 1;
      co_await lease.report(static_cast<int>(step), R"({"step": )" + std::to_string(step) + "}");
      diary.push_back(std::to_string(lease.attempts()));
      co_await sleep_for(1h);
      co_return "{}";
    };
  }
  bool noted(std::size_t lines) {
    return until([&] { return diary.size() >= lines; });
  }
};

TEST_F(JobWorker, does_a_job_and_keeps_its_result) {
  const auto id = enqueue_one();
  start_worker(succeed());
  ASSERT_TRUE(becomes(id, Status::completed));
  const auto job = look(id).value();
  EXPECT_EQ(job.result, R"({"done": true})");
  EXPECT_EQ(job.progress, 100);
  EXPECT_EQ(job.attempts, 1);
  EXPECT_TRUE(job.completed_at.has_value());
}

TEST_F(JobWorker, is_woken_by_the_commit) {
  auto patient = options();
  patient.poll = 1h;
  start_worker(patient, succeed());
  run(io, sleep_for(100ms));  // it has found nothing and waits
  const auto id = enqueue_one();
  EXPECT_TRUE(becomes(id, Status::completed));
}

TEST_F(JobWorker, leaves_jobs_of_other_kinds_alone) {
  const auto id = enqueue_one();
  auto other = options();
  other.kind = "other";
  start_worker(other, succeed());
  run(io, sleep_for(100ms));
  EXPECT_EQ(look(id)->status, Status::pending);
}

TEST_F(JobWorker, never_does_a_job_that_another_does) {
  std::map<std::string, int> times;
  const Work work = [&times](Lease& lease) -> Task<Verdict> {
    ++times[lease.job().id.to_string()];
    co_await sleep_for(2ms);
    co_return "{}";
  };
  for (const auto* name : {"a", "b", "c"}) start_worker(options(name), work);
  std::vector<JobId> ids;
  for (int i = 0; i < 30; ++i) ids.push_back(enqueue_one());
  for (const auto& id : ids) ASSERT_TRUE(becomes(id, Status::completed));
  EXPECT_EQ(times.size(), 30U);
  for (const auto& [id, count] : times) EXPECT_EQ(count, 1) << id;
}

TEST_F(JobWorker, keeps_a_long_job_by_its_heartbeat) {
  const auto id = enqueue_one();
  const auto unhurried = [](const char* name) {  // a busy machine may hold a heartbeat up for a second
    auto chosen = options(name);
    chosen.lease = 1500ms;
    return chosen;
  };
  start_worker(unhurried("a"), [this](Lease&) -> Task<Verdict> {
    diary.emplace_back("begun");
    co_await sleep_for(3500ms);  // more than two leases
    co_return "{}";
  });
  start_worker(unhurried("b"), succeed());
  ASSERT_TRUE(becomes(id, Status::completed));
  EXPECT_EQ(diary.size(), 1U);
}

TEST_F(JobWorker, takes_over_what_a_dead_one_held_from_its_checkpoint) {
  const auto id = enqueue_one();
  auto& victim = start_worker(options("victim"), wait_at_gate());
  ASSERT_TRUE(noted(2));
  victim.die();
  ASSERT_TRUE(until([&] { return victim.ended(); }));
  EXPECT_EQ(look(id)->status, Status::processing);
  gate = true;
  start_worker(options("heir"), wait_at_gate());
  ASSERT_TRUE(becomes(id, Status::completed));
  EXPECT_EQ(diary, (std::vector<std::string>{"{}", "reported", R"({"step": 4})", "reported"}));
  EXPECT_EQ(look(id)->attempts, 1);  // the second came further
}

TEST_F(JobWorker, writes_nothing_once_its_lease_is_lost) {
  const auto id = enqueue_one();
  const Work work = [this](Lease& lease) -> Task<Verdict> {
    if (lease.job().attempts > 1) {
      diary.emplace_back("taken over");
      while (!gate) co_await sleep_for(1ms);
      co_return R"({"by": "heir"})";
    }
    while (diary.empty()) co_await sleep_for(1ms);
    EXPECT_THROW(co_await lease.report(99, "{}"), LeaseLost);
    EXPECT_TRUE(lease.cancelled());
    diary.emplace_back("lost");
    co_return R"({"by": "sleepy"})";
  };
  auto sleepy = options("sleepy");
  sleepy.heartbeat = 1h;
  start_worker(sleepy, work);
  ASSERT_TRUE(until([&] { return look(id)->status == Status::processing; }));
  start_worker(options("heir"), work);
  ASSERT_TRUE(noted(2));  // while the heir is still at it
  EXPECT_EQ(look(id)->progress, 0);
  EXPECT_EQ(look(id)->status, Status::processing);
  gate = true;
  ASSERT_TRUE(becomes(id, Status::completed));
  EXPECT_EQ(look(id)->result, R"({"by": "heir"})");
}

Task<> effect_and_report(Database& database, Lease& lease, bool commit) {
  auto transaction = co_await database.begin(Scope::of(lease.job().tenant));
  co_await transaction.query(Statement{"", "SELECT 1"});
  co_await lease.report(transaction, 30, R"({"step": 3})");
  if (commit) co_await transaction.commit();
}

TEST_F(JobWorker, reports_within_the_works_own_transaction) {
  const auto id = enqueue_one();
  start_worker([this](Lease& lease) -> Task<Verdict> {
    co_await effect_and_report(worker_database, lease, false);
    diary.emplace_back("rolled back");
    while (!gate) co_await sleep_for(1ms);
    co_await effect_and_report(worker_database, lease, true);
    diary.emplace_back("committed");
    while (gate) co_await sleep_for(1ms);
    co_return "{}";
  });
  ASSERT_TRUE(noted(1));
  EXPECT_EQ(look(id)->progress, 0);
  gate = true;
  ASSERT_TRUE(noted(2));
  EXPECT_EQ(look(id)->progress, 30);
  EXPECT_EQ(look(id)->checkpoint, R"({"step": 3})");
  gate = false;
  EXPECT_TRUE(becomes(id, Status::completed));
}

TEST_F(JobWorker, never_lets_progress_fall) {
  const auto id = enqueue_one();
  start_worker([this](Lease& lease) -> Task<Verdict> {
    for (const int progress : {60, 20, 1'000, -5}) {
      co_await lease.report(progress, "{}");
      diary.emplace_back("reported");
      while (!gate) co_await sleep_for(1ms);
      gate = false;
    }
    co_return "{}";
  });
  const auto progress = [&] { return look(id)->progress; };
  std::vector<int> seen;
  for (std::size_t step = 1; step <= 4; ++step) {
    ASSERT_TRUE(noted(step));
    seen.push_back(progress());
    gate = true;
  }
  EXPECT_EQ(seen, (std::vector<int>{60, 60, 100, 100}));
}

TEST_F(JobWorker, lets_the_work_see_a_request_to_cancel_without_waiting_for_a_heartbeat) {
  const auto id = enqueue_one();
  auto slow = options();
  slow.lease = 1h;
  slow.heartbeat = 30min;
  start_worker(slow, wait_at_gate());
  ASSERT_TRUE(noted(2));
  EXPECT_TRUE(cancel(id));
  EXPECT_TRUE(becomes(id, Status::cancelled));
  EXPECT_EQ(look(id)->progress, 40);
}

TEST_F(JobWorker, cancels_without_work_what_was_cancelled_when_its_worker_died) {
  const auto id = enqueue_one();
  auto& victim = start_worker(options("victim"), wait_at_gate());
  ASSERT_TRUE(noted(2));
  victim.die();
  ASSERT_TRUE(until([&] { return victim.ended(); }));
  EXPECT_TRUE(cancel(id));
  start_worker(options("heir"), succeed());
  ASSERT_TRUE(becomes(id, Status::cancelled));
  EXPECT_EQ(diary.size(), 2U);
}

Task<> end_everything_of_a(Database& database) {
  auto transaction = co_await database.begin(Scope::of(tenant_a, user_a));
  Failure reason{"left", "They left."};
  co_await end_all_of(transaction, tenant_a, user_a, std::move(reason));
  co_await transaction.commit();
}

TEST_F(JobWorker, ends_all_that_somebody_has_in_a_tenant_and_says_why) {
  const auto at_work = enqueue_one();
  auto slow = options();
  slow.heartbeat = 10s;  // it learns by the notice
  slow.lease = 1h;
  start_worker(slow, wait_at_gate());
  ASSERT_TRUE(noted(2));
  const auto waiting = enqueue_one();
  const auto elsewhere = enqueue_for(tenant_b);
  run(io, end_everything_of_a(worker_database));
  EXPECT_EQ(look(waiting)->status, Status::cancelled);
  ASSERT_TRUE(becomes(at_work, Status::cancelled));
  for (const auto& id : {at_work, waiting}) {
    EXPECT_EQ(look(id)->error_code, "left");
    EXPECT_EQ(look(id)->error_message, "They left.");
  }
  gate = true;
  ASSERT_TRUE(becomes(elsewhere, Status::completed));
  EXPECT_EQ(look(elsewhere)->error_code, "");
}

TEST_F(JobWorker, fails_with_the_works_own_words) {
  const auto id = enqueue_one();
  start_worker([](Lease&) -> Task<Verdict> { co_return fail(Failure{"bad_file", "The file is not CSV."}); });
  ASSERT_TRUE(becomes(id, Status::failed));
  EXPECT_EQ(look(id)->error_code, "bad_file");
  EXPECT_EQ(look(id)->error_message, "The file is not CSV.");
  EXPECT_EQ(look(id)->attempts, 1);
  EXPECT_FALSE(cancel(id));
}

TEST_F(JobWorker, tries_again_after_an_exception_until_the_budget_is_spent) {
  const auto id = enqueue_one();
  start_worker([this](Lease&) -> Task<Verdict> {
    diary.emplace_back("tried");
    throw std::runtime_error("the disk is full");
    co_return "{}";
  });
  ASSERT_TRUE(becomes(id, Status::failed));
  EXPECT_EQ(diary.size(), 3U);
  EXPECT_EQ(look(id)->error_code, "attempts_exhausted");
  EXPECT_FALSE(look(id)->error_message.empty());
}

TEST_F(JobWorker, waits_for_what_is_away_without_spending_an_attempt) {
  const auto id = enqueue_one();
  start_worker([this](Lease&) -> Task<Verdict> {
    diary.emplace_back("asked");
    if (diary.size() < 8) throw Postponed("a neighbour is away", 1ms);
    co_return "{}";
  });
  ASSERT_TRUE(becomes(id, Status::completed));
  EXPECT_EQ(diary.size(), 8U);
  EXPECT_EQ(look(id)->attempts, 1);
}

TEST_F(JobWorker, gives_up_a_job_that_kills_its_workers) {
  const auto id = enqueue_one();
  for (std::size_t i = 1; i <= 3; ++i) {
    auto& victim = start_worker(options("victim " + std::to_string(i)), wait_at_gate());
    ASSERT_TRUE(noted(2 * i));
    victim.die();
    ASSERT_TRUE(until([&] { return victim.ended(); }));
  }
  start_worker(options("survivor"), succeed());
  ASSERT_TRUE(becomes(id, Status::failed));
  EXPECT_EQ(diary.size(), 6U);
}

TEST_F(JobWorker, finishes_a_job_that_progresses_however_often_its_workers_are_killed) {
  const auto id = enqueue_one();
  for (std::size_t i = 1; i <= 8; ++i) {
    auto& victim = start_worker(options("victim " + std::to_string(i)), step_and_hang());
    ASSERT_TRUE(noted(i));
    victim.die();
    ASSERT_TRUE(until([&] { return victim.ended(); }));
  }
  EXPECT_EQ(diary, std::vector<std::string>(8, "1"));
  start_worker(options("survivor"), succeed());
  EXPECT_TRUE(becomes(id, Status::completed));
}

TEST_F(JobWorker, begins_its_budget_anew_where_an_attempt_came_further) {
  const auto id = enqueue_one();
  start_worker([this](Lease& lease) -> Task<Verdict> {
    diary.emplace_back("tried");
    co_await lease.report(diary.size() >= 3 ? 30 : 10, "{}");  // the third comes further, then nobody does
    throw std::runtime_error("the disk is full");
    co_return "{}";
  });
  ASSERT_TRUE(becomes(id, Status::failed));
  EXPECT_EQ(diary.size(), 5U);
}

TEST_F(JobWorker, takes_what_a_dead_one_held_within_five_seconds_by_its_defaults) {
  enqueue_one();
  WorkerOptions defaults{.kind = "test", .worker = "victim"};
  auto& victim = start_worker(defaults, wait_at_gate());
  ASSERT_TRUE(noted(2));
  victim.die();
  ASSERT_TRUE(until([&] { return victim.ended(); }));
  gate = true;
  const auto died = std::chrono::steady_clock::now();
  defaults.worker = "heir";
  start_worker(defaults, wait_at_gate());
  ASSERT_TRUE(noted(4));
  EXPECT_LT(std::chrono::steady_clock::now() - died, 5s);
}

TEST_F(JobWorker, takes_what_a_dead_one_held_by_a_clock_that_was_ahead) {
  const auto id = enqueue_one();
  auto& victim = start_worker(options("victim"), wait_at_gate());
  ASSERT_TRUE(noted(2));
  victim.die();
  ASSERT_TRUE(until([&] { return victim.ended(); }));
  run(io, worker_database.query(Scope::nobody(),
                                Statement{"", "UPDATE jobs SET leased_until = now() + interval '1 day'"}));
  gate = true;
  start_worker(options("heir"), wait_at_gate());
  EXPECT_TRUE(becomes(id, Status::completed));
}

TEST_F(JobWorker, hands_back_on_stop_what_it_holds_without_spending_an_attempt) {
  const auto id = enqueue_one();
  auto& leaver = start_worker(options("leaver"), wait_at_gate());
  ASSERT_TRUE(noted(2));
  leaver.stop();
  gate = true;  // its next report is refused
  ASSERT_TRUE(until([&] { return leaver.ended(); }));
  EXPECT_EQ(look(id)->status, Status::pending);
  EXPECT_EQ(look(id)->attempts, 0);
  EXPECT_EQ(look(id)->checkpoint, R"({"step": 5})");
}

TEST_F(JobWorker, serves_the_tenants_in_turn) {
  std::vector<JobId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(enqueue_for(tenant_a));
  for (int i = 0; i < 2; ++i) ids.push_back(enqueue_for(tenant_b));
  start_worker([this](Lease& lease) -> Task<Verdict> {
    diary.emplace_back(lease.job().tenant == tenant_a ? "a" : "b");
    co_return "{}";
  });
  for (const auto& id : ids) ASSERT_TRUE(becomes(id, Status::completed));
  EXPECT_EQ(diary, (std::vector<std::string>{"a", "b", "a", "b", "a", "a", "a"}));
}

// As a worker does that has chosen its job and not yet committed.
Task<> choose_oldest(Database& database, std::unique_ptr<postgres::Transaction>& kept) {
  kept = std::make_unique<postgres::Transaction>(co_await database.begin(Scope::nobody()));
  co_await kept->query(Statement{"", "SELECT pg_advisory_xact_lock(1785688690, hashtext('test'))"});
  co_await kept->query(
      Statement{"",
                "UPDATE jobs SET status = 'PROCESSING', leased_until = now() + interval '1 hour' "
                "WHERE job_id = (SELECT job_id FROM jobs ORDER BY job_id LIMIT 1)"});
}
Task<> commit_kept(std::unique_ptr<postgres::Transaction>& kept) {
  co_await kept->commit();
}

TEST_F(JobWorker, gives_two_workers_at_once_to_two_tenants) {
  for (int i = 0; i < 3; ++i) enqueue_for(tenant_a);
  enqueue_for(tenant_b);
  std::unique_ptr<postgres::Transaction> other;
  run(io, choose_oldest(worker_database, other));
  start_worker([this](Lease& lease) -> Task<Verdict> {
    diary.emplace_back(lease.job().tenant == tenant_a ? "a" : "b");
    co_return "{}";
  });
  run(io, sleep_for(50ms));  // it wants a job while the other one is choosing
  run(io, commit_kept(other));
  ASSERT_TRUE(noted(3));
  EXPECT_EQ(diary.front(), "b");
}

TEST_F(JobWorker, goes_on_after_the_database_was_away) {
  const auto id = enqueue_one();
  auto enduring = options();
  enduring.lease = 10s;
  start_worker(enduring, wait_at_gate());
  ASSERT_TRUE(noted(2));
  proxy.refuse(true);
  proxy.cut();
  run(io, sleep_for(200ms));  // heartbeats fail
  proxy.refuse(false);
  gate = true;
  EXPECT_TRUE(becomes(id, Status::completed));
  const auto next = enqueue_one();
  EXPECT_TRUE(becomes(next, Status::completed));
}

}  // namespace
}  // namespace mrbill::jobs

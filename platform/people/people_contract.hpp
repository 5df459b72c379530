// What a service that follows people must keep, as a typed test suite over its own tables. Its test says
//
//   INSTANTIATE_TYPED_TEST_SUITE_P(Orchard, PeopleContract, Orchard);
//
// where Orchard offers, all static, const testing::FreshDatabase& database(), service ("orchard"), follow (a
// Follow) and at_the_end (an AtTheEnd).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <events/memory_bus.hpp>
#include <people/follow_people.hpp>
#include <testing/fresh_database.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::people {

template <class Service>
class PeopleContract : public ::testing::Test {
 protected:
  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = Service::database().app_url(), .name = "app"}, registry};
  postgres::Database worker{io, {.url = Service::database().worker_url(), .name = "worker"}, registry};
  KnownPeople people{worker, Service::service, clock, random};
  Memberships memberships{worker, Service::at_the_end};
  TenantId tenant{new_uuid(clock, random)};
  UserId ana{new_uuid(clock, random)};

  template <class T>
  T run(Task<T> task) {
    return mrbill::testing::run(io, std::move(task));
  }
  // "name, zone" of ana as somebody of a company asks; empty: nothing is known there.
  std::string known_in(TenantId asks) {
    constexpr postgres::Statement find{"", R"(
      SELECT coalesce(full_name, 'nobody') || ', ' || time_zone AS known FROM people WHERE tenant_id = $1 AND user_id = $2)"};
    const auto rows = run(app.query(postgres::Scope::of(asks, ana), find, tenant, ana));
    return rows.empty() ? std::string() : rows.front().template get<std::string>("known");
  }
  std::string company() {
    constexpr postgres::Statement find{"", "SELECT company_name FROM companies WHERE tenant_id = $1"};
    const auto rows = run(app.query(postgres::Scope::of(tenant), find, tenant));
    return rows.empty() ? std::string() : rows.front().template get<std::string>("company_name");
  }
  std::int64_t times_asked() {
    constexpr postgres::Statement count{
        "", "SELECT count(*) FROM outbox WHERE type = 'people.requested' AND data->>'service' = $1"};
    return run(worker.query(postgres::Scope::nobody(), count, std::string(Service::service)))
        .front()
        .template get<std::int64_t>(0);
  }
  void tell(Membership state, std::int64_t version) { run(memberships.learn({tenant, ana, state, version})); }
  bool is_over() { return run(memberships.is_over(tenant, ana)); }
  ToldPerson told(std::optional<std::string> full_name, std::int64_t version) {
    return {tenant, ana, std::move(full_name), "pt-BR", "America/Sao_Paulo", version};
  }
  events::Event event(std::string type, std::string data) {
    return {.id = new_uuid(clock, random),
            .source = "/services/auth",
            .type = std::move(type),
            .subject = ana.to_string(),
            .tenant = tenant,
            .time = clock.now(),
            .traceparent = {},
            .data = std::move(data)};
  }
  // What a whole FollowPeople makes of them, the last of which goes to the dead letters.
  void follow(std::vector<events::Event> told) {
    events::MemoryBus bus(io);
    events::MemorySource source(bus, registry);
    FollowPeople following(source, people, memberships,
                           {.service = Service::service,
                            .member = new_uuid(clock, random).to_string(),
                            .follow = Service::follow});
    bool ended = false;
    asio::co_spawn(io, following.run(), [&](std::exception_ptr) { ended = true; });
    run(bus.publish(std::move(told)));
    EXPECT_TRUE(mrbill::testing::wait_until(io, [&] { return bus.dead_letters().size() == 1; }));
    following.stop();
    EXPECT_TRUE(mrbill::testing::wait_until(io, [&] { return ended; }));
  }
};

TYPED_TEST_SUITE_P(PeopleContract);

TYPED_TEST_P(PeopleContract, knows_what_it_was_told_last_and_nobody_who_was_erased) {
  this->run(this->people.learn(this->told("Ana", 2)));
  EXPECT_EQ(this->known_in(this->tenant), "Ana, America/Sao_Paulo");
  this->run(this->people.learn(this->told("Late", 1)));
  EXPECT_EQ(this->known_in(this->tenant), "Ana, America/Sao_Paulo");
  this->run(this->people.learn(this->told(std::nullopt, 3)));
  EXPECT_EQ(this->known_in(this->tenant), "nobody, America/Sao_Paulo");
}

TYPED_TEST_P(PeopleContract, tells_one_company_nothing_of_the_people_of_another) {
  this->run(this->people.learn(this->told("Ana", 1)));
  EXPECT_EQ(this->known_in(TenantId{new_uuid(this->clock, this->random)}), "");
}

TYPED_TEST_P(PeopleContract, asks_for_everybody_once_in_each_life_of_the_bus) {
  const auto before = this->times_asked();
  const auto life = new_uuid(this->clock, this->random).to_string();
  EXPECT_TRUE(this->run(this->people.ask_for_everybody(life + "-one")));
  EXPECT_FALSE(this->run(this->people.ask_for_everybody(life + "-one")));
  EXPECT_TRUE(this->run(this->people.ask_for_everybody(life + "-another")));
  EXPECT_FALSE(this->run(this->people.ask_for_everybody(life + "-another")));
  EXPECT_EQ(this->times_asked(), before + 2);
}

TYPED_TEST_P(PeopleContract, ends_a_membership_with_the_newest_word_and_begins_it_again) {
  EXPECT_FALSE(this->is_over());
  this->tell(Membership::left, 5);
  EXPECT_TRUE(this->is_over());
  this->tell(Membership::holds, 4);  // late
  EXPECT_TRUE(this->is_over());
  this->tell(Membership::holds, 6);
  EXPECT_FALSE(this->is_over());
  this->tell(Membership::removed, 7);
  EXPECT_TRUE(this->is_over());
}

TYPED_TEST_P(PeopleContract, follows_the_bus_and_keeps_no_zone_that_nobody_knows) {
  const auto before = this->times_asked();
  const auto id = R"({"userId":")" + this->ana.to_string() + R"(",)";
  const auto person = id + R"("fullName":"Ana","locale":"pt-BR","timeZone":"Mars/Base","version":1})";
  this->follow({this->event("person.changed", person),
                this->event("tenant.changed", R"({"tenantId":")" + this->tenant.to_string() +
                                                  R"(","companyName":"Souza Labs","version":1})"),
                this->event("membership.changed", id + R"("change":"left","version":1})"),
                this->event("person.changed", "{}")});
  EXPECT_EQ(this->known_in(this->tenant), "Ana, UTC");
  EXPECT_TRUE(this->is_over());
  if constexpr (TypeParam::follow == Follow::people_and_companies) {
    EXPECT_EQ(this->company(), "Souza Labs");
  }
  EXPECT_EQ(this->times_asked(), before + 1);
}

REGISTER_TYPED_TEST_SUITE_P(PeopleContract, knows_what_it_was_told_last_and_nobody_who_was_erased,
                            tells_one_company_nothing_of_the_people_of_another,
                            asks_for_everybody_once_in_each_life_of_the_bus,
                            ends_a_membership_with_the_newest_word_and_begins_it_again,
                            follows_the_bus_and_keeps_no_zone_that_nobody_knows);

}  // namespace mrbill::people

#include <gtest/gtest.h>

#include <people/told.hpp>

namespace mrbill::people {
namespace {

constexpr auto ana = "0190c2f4-0000-7000-8000-000000000001";

events::Event event(std::string type, std::string data) {
  events::Event event;
  event.type = std::move(type);
  event.tenant.uuid.bytes[15] = 1;
  event.data = std::move(data);
  return event;
}
events::Event person(const std::string& full_name, const std::string& zone) {
  return event("person.changed", std::string(R"({"userId":")") + ana + R"(","fullName":)" + full_name +
                                     R"(,"locale":"pt-BR","timeZone":")" + zone + R"(","version":7})");
}
Membership membership(const std::string& change) {
  const auto told = told_by(
      event("membership.changed", std::string(R"({"userId":")") + ana + R"(","version":3,)" + change + "}"));
  return std::get<ToldMembership>(told.value()).state;
}

TEST(Told, is_what_others_may_know_of_a_person) {
  const auto told = told_by(person(R"("Ana")", "America/Sao_Paulo"));
  const auto& ana_told = std::get<ToldPerson>(told.value());
  EXPECT_EQ(ana_told.id.to_string(), ana);
  EXPECT_EQ(ana_told.tenant.uuid.bytes[15], 1);
  EXPECT_EQ(ana_told.full_name, "Ana");
  EXPECT_EQ(ana_told.locale, "pt-BR");
  EXPECT_EQ(ana_told.time_zone, "America/Sao_Paulo");
  EXPECT_EQ(ana_told.version, 7);
  const auto erased = told_by(person("null", "UTC"));
  EXPECT_FALSE(std::get<ToldPerson>(erased.value()).full_name);
}

TEST(Told, has_a_zone_that_is_known_here) {
  const auto told = told_by(person(R"("Ana")", "Mars/Base"));
  EXPECT_EQ(std::get<ToldPerson>(told.value()).time_zone, "UTC");
}

TEST(Told, is_the_name_of_a_company) {
  const auto told = told_by(event("tenant.changed", std::string(R"({"tenantId":")") + ana +
                                                        R"(","companyName":"Souza Labs","version":2})"));
  EXPECT_EQ(std::get<ToldCompany>(told.value()).name, "Souza Labs");
}

TEST(Told, says_how_a_membership_ended_and_takes_the_graver_where_it_is_not_said) {
  EXPECT_EQ(membership(R"("change":"joined","role":"USER")"), Membership::holds);
  EXPECT_EQ(membership(R"("change":"left","removed":false)"), Membership::left);
  EXPECT_EQ(membership(R"("change":"left","removed":true)"), Membership::removed);
  EXPECT_EQ(membership(R"("change":"left")"), Membership::removed);
}

TEST(Told, is_nothing_where_an_event_is_not_what_its_contract_says) {
  for (const auto* type : {"person.changed", "tenant.changed", "membership.changed"}) {
    EXPECT_FALSE(told_by(event(type, "{}"))) << type;
    EXPECT_FALSE(told_by(event(type, "[")));
  }
  EXPECT_FALSE(told_by(event("poc.changed", "{}")));
}

}  // namespace
}  // namespace mrbill::people

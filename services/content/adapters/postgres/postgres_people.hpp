// What is known of people, on PostgreSQL: read by both roles, learnt by the worker's.
#pragma once

#include <base/random.hpp>
#include <postgres/database.hpp>

#include "ports/people.hpp"

namespace mrbill::content {

class PostgresPeople final : public People {
 public:
  PostgresPeople(postgres::Database& database, Preferences installation)
      : database_(database), installation_(std::move(installation)) {}
  Task<Person> find(Caller caller, Timestamp now) override;

 private:
  postgres::Database& database_;
  Preferences installation_;
};

class PostgresPeopleReadModel final : public PeopleReadModel {
 public:
  PostgresPeopleReadModel(postgres::Database& worker_database, const Clock& clock, Random& random)
      : database_(worker_database), clock_(clock), random_(random) {}
  Task<> learn(ToldPerson person) override;
  Task<> learn(ToldCompany company) override;
  Task<bool> ask_for_everybody(std::string bus_life) override;

 private:
  postgres::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content

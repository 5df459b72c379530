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

struct ToldPerson {
  TenantId tenant;  // a person is told once for each tenant of theirs
  UserId id;
  std::optional<std::string> full_name = {};  // nothing once erased
  std::string locale = {};
  std::string time_zone = {};
  std::int64_t version = 0;
};
struct ToldCompany {
  TenantId tenant;
  std::string name = {};
  std::int64_t version = 0;
};

class PostgresPeopleReadModel {
 public:
  PostgresPeopleReadModel(postgres::Database& worker_database, const Clock& clock, Random& random)
      : database_(worker_database), clock_(clock), random_(random) {}
  // An older version than the known one changes nothing.
  [[nodiscard]] Task<> learn(ToldPerson person);
  [[nodiscard]] Task<> learn(ToldCompany company);
  // Asks auth for everybody, once in each life of the bus that tells of them. Says whether it asked.
  [[nodiscard]] Task<bool> ask_for_everybody(std::string bus_life);

 private:
  postgres::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content

// What a service knows of people, in its tables people, companies and people_asked_for. As the worker's role.
#pragma once

#include <string>

#include <base/clock.hpp>
#include <base/random.hpp>
#include <people/told.hpp>
#include <postgres/database.hpp>

namespace mrbill::people {

class KnownPeople {
 public:
  // The service is the one that asks: "catalog".
  KnownPeople(postgres::Database& worker_database, std::string service, const Clock& clock, Random& random)
      : database_(worker_database), service_(std::move(service)), clock_(clock), random_(random) {}
  // An older version than the known one changes nothing.
  [[nodiscard]] Task<> learn(ToldPerson person);
  [[nodiscard]] Task<> learn(ToldCompany company);
  // Asks auth for everybody, once in each life of the bus that tells of them. Says whether it asked.
  [[nodiscard]] Task<bool> ask_for_everybody(std::string bus_life);

 private:
  postgres::Database& database_;
  std::string service_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::people

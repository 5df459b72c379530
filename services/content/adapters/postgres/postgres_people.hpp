// What is known of people, on PostgreSQL: read by both roles, kept by people::KnownPeople.
#pragma once

#include <postgres/database.hpp>

#include "ports/people.hpp"

namespace mrbill::content {

class PostgresPeople final : public People {
 public:
  PostgresPeople(postgres::Database& database, DefaultPreferences installation)
      : database_(database), installation_(std::move(installation)) {}
  Task<Person> find(Caller caller, Timestamp now) override;

 private:
  postgres::Database& database_;
  DefaultPreferences installation_;
};

}  // namespace mrbill::content

// What is known of people, on PostgreSQL: read by both roles, learnt by the worker's.
#pragma once

#include <postgres/database.hpp>

#include "ports/people.hpp"

namespace mrbill::content {

class PostgresPeople final : public People {
 public:
  explicit PostgresPeople(postgres::Database& database) : database_(database) {}
  Task<Person> find(Caller caller, Timestamp now) override;

 private:
  postgres::Database& database_;
};

class PostgresPeopleMemory final : public PeopleMemory {
 public:
  explicit PostgresPeopleMemory(postgres::Database& worker_database) : database_(worker_database) {}
  Task<> learn(ToldPerson person) override;
  Task<> learn(ToldCompany company) override;
  Task<> left(TenantId tenant, UserId user) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::content

// Schedules on PostgreSQL: ScheduleStore as the application's role, ScheduleSweep as the worker's. Whose
// month begins when is PostgreSQL's to say: it knows the time zones.
#pragma once

#include <postgres/database.hpp>

#include "ports/people.hpp"
#include "ports/schedule_store.hpp"

namespace mrbill::content {

class PostgresScheduleStore final : public ScheduleStore {
 public:
  explicit PostgresScheduleStore(postgres::Database& database) : database_(database) {}
  Task<Schedules> find(Caller caller) override;
  Task<std::optional<Schedules>> replace(Caller caller, Schedules wanted, std::int64_t base,
                                         Timestamp now) override;

 private:
  postgres::Database& database_;
};

class PostgresScheduleSweep final : public ScheduleSweep {
 public:
  PostgresScheduleSweep(postgres::Database& worker_database, DefaultPreferences installation)
      : database_(worker_database), installation_(std::move(installation)) {}
  Task<std::vector<DueSchedule>> due(Timestamp now, int max) override;
  Task<bool> make(DueSchedule due, Spec spec, RequestId id, Timestamp now) override;

 private:
  postgres::Database& database_;
  DefaultPreferences installation_;
};

}  // namespace mrbill::content

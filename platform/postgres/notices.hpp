// Notices over NOTIFY (https://www.postgresql.org/docs/current/sql-notify.html): a payload is the key of what
// has changed. After a break in the connection everybody is woken, for something may have been missed.
// Everything on one thread.
//
//   PostgresNotices notices(database, {"imports"});  // SELECT pg_notify('imports', user_id::text)
//   auto watch = notices.watch(user.to_string());
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <async/notices.hpp>
#include <postgres/database.hpp>

namespace mrbill::postgres {

class PostgresNotices final : public Notices {
 public:
  PostgresNotices(Database& database, const std::vector<std::string>& channels);
  ~PostgresNotices() override;
  std::unique_ptr<Watch> watch(std::string key) override;

 private:
  struct State;
  std::shared_ptr<State> state_;  // shared with the watches, which may outlive these notices
};

}  // namespace mrbill::postgres

// Brings a database to the newest version of its components, one transaction a migration; two runs at once
// take turns.
//
//   Migrator migrator(session, {{"app", "auth_app"}}, print);
//   migrator.apply(load("auth", "services/auth/migrations"));   // "auth: V001 people and tenants applied in
//   12 ms"
//
// The table migration_history says what was applied. An applied migration never changes: another checksum
// is refused.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <migrate/component.hpp>
#include <postgres/blocking_session.hpp>

namespace mrbill::migrate {

class Migrator {
 public:
  using Roles = std::map<std::string, std::string>;  // placeholder -> name of the role
  using Print = std::function<void(std::string_view line)>;
  // Waits for its turn (an advisory lock of the session) and makes the history table.
  Migrator(postgres::BlockingSession& session, const Roles& roles, Print print);
  ~Migrator();
  Migrator(const Migrator&) = delete;
  Migrator& operator=(const Migrator&) = delete;

  // Throws MigrationError, or what BlockingSession throws; what was applied before stays.
  void apply(const Component& component);
  // Runs the checks of everything that is applied. Throws MigrationError at the first that does not hold, or
  // when a migration is not applied yet.
  void verify(const Component& component);

 private:
  using History = std::map<int, std::string>;  // version -> checksum
  void take_turn();
  [[nodiscard]] History history(const Component& component);
  void apply_one(const Component& component, const Migration& migration);
  void check(const Component& component, const Migration& migration);
  postgres::BlockingSession& session_;
  std::map<std::string, std::string> placeholders_;
  Print print_;
};

}  // namespace mrbill::migrate

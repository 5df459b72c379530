#include <chrono>

#include <fmt/format.h>

#include <migrate/migrator.hpp>

namespace mrbill::migrate {

namespace {

constexpr std::int64_t lock_key = 0x6d72'6269'6c6c'0001;  // "mrbill", 1

constexpr const char* history_table = R"(
  CREATE TABLE IF NOT EXISTS migration_history (
    component   text        NOT NULL,
    version     integer     NOT NULL,
    description text        NOT NULL,
    checksum    text        NOT NULL,
    applied_at  timestamptz NOT NULL DEFAULT now(),
    applied_by  text        NOT NULL DEFAULT session_user,
    PRIMARY KEY (component, version)
  ))";

std::string named(const Component& component, const Migration& migration) {
  return fmt::format("{}: V{:03} {}", component.name, migration.version, migration.description);
}

}  // namespace

Migrator::Migrator(postgres::BlockingSession& session, const Roles& roles, Print print)
    : session_(session), print_(std::move(print)) {
  for (const auto& [placeholder, role] : roles) placeholders_[placeholder] = session_.quoted_name(role);
  take_turn();
  session_.run_script(history_table);
}

Migrator::~Migrator() {
  try {
    session_.query("SELECT pg_advisory_unlock($1)", lock_key);
  } catch (const std::exception&) {
    // The session is gone, and the lock with it.
  }
}

void Migrator::take_turn() {
  if (session_.query("SELECT pg_try_advisory_lock($1)", lock_key)[0].get<bool>(0)) return;
  print_("another run is at work, waiting for it to end");
  session_.query("SELECT pg_advisory_lock($1)", lock_key);
}

Migrator::History Migrator::history(const Component& component) {
  History applied;
  for (auto row : session_.query("SELECT version, checksum FROM migration_history WHERE component = $1",
                                 component.name)) {
    applied[row.get<int>(0)] = row.get<std::string>(1);
  }
  for (const auto& migration : component.migrations) {
    const auto found = applied.find(migration.version);
    if (found != applied.end() && found->second != migration.checksum) {
      throw MigrationError(
          fmt::format("{} was changed after it had been applied; put it back as it was and write a new "
                      "migration instead",
                      named(component, migration)));
    }
  }
  if (applied.size() > component.migrations.size()) {
    throw MigrationError(fmt::format("{}: the database is at V{:03}, newer than these files (V{:03})",
                                     component.name, applied.rbegin()->first, component.migrations.size()));
  }
  return applied;
}

void Migrator::apply(const Component& component) {
  const auto applied = history(component);
  bool nothing_to_do = true;
  for (const auto& migration : component.migrations) {
    if (applied.contains(migration.version)) continue;
    apply_one(component, migration);
    nothing_to_do = false;
  }
  if (nothing_to_do)
    print_(fmt::format("{}: nothing to do, at V{:03}", component.name, component.migrations.size()));
}

void Migrator::apply_one(const Component& component, const Migration& migration) {
  const auto begun = std::chrono::steady_clock::now();
  session_.run_script("BEGIN");
  try {
    session_.run_script(filled_in(migration.sql, placeholders_));
    session_.query(
        "INSERT INTO migration_history (component, version, description, checksum) VALUES ($1, $2, $3, $4)",
        component.name, migration.version, migration.description, migration.checksum);
    check(component, migration);
    session_.run_script("COMMIT");
  } catch (const postgres::StatementError& problem) {
    session_.run_script("ROLLBACK");
    throw MigrationError(
        fmt::format("{} failed and was undone: {}", named(component, migration), problem.what()));
  } catch (const MigrationError&) {
    session_.run_script("ROLLBACK");
    throw;
  }
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  print_(fmt::format("{} applied in {} ms", named(component, migration), took.count()));
}

void Migrator::verify(const Component& component) {
  const auto applied = history(component);
  std::size_t checks = 0;
  for (const auto& migration : component.migrations) {
    if (!applied.contains(migration.version)) {
      throw MigrationError(fmt::format("{} is not applied yet", named(component, migration)));
    }
    check(component, migration);
    checks += migration.checks.size();
  }
  print_(fmt::format("{}: at V{:03}, {} checks hold", component.name, component.migrations.size(), checks));
}

void Migrator::check(const Component& component, const Migration& migration) {
  for (const auto& statement : migration.checks) {
    const auto rows = session_.query(filled_in(statement, placeholders_));
    bool holds = !rows.empty();
    for (auto row : rows) holds = holds && row.get<std::optional<bool>>(0) == true;
    if (!holds)
      throw MigrationError(
          fmt::format("{}: this check does not hold: {}", named(component, migration), statement));
  }
}

}  // namespace mrbill::migrate

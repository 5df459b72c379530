#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include <boost/url/url.hpp>
#include <fmt/format.h>

#include <base/encoding.hpp>
#include <base/random.hpp>
#include <migrate/migrator.hpp>
#include <testing/fresh_database.hpp>
#include <testing/required_env.hpp>

namespace mrbill::testing {

namespace {

constexpr const char* password = "of-a-test";

// postgresql://USER@HOST:PORT/NAME?OPTIONS with another user and name.
std::string with(const std::string& url, const std::string& user, const std::string& name) {
  boost::urls::url other(url);
  if (!user.empty()) other.set_userinfo(user);
  other.set_path("/" + name);
  return std::string(other.buffer());
}

}  // namespace

FreshDatabase::FreshDatabase(const Components& components)
    : server_url_(required_env("MRBILL_TEST_POSTGRES_URL")),
      name_(fmt::format("test_{}", to_hex(SystemRandom().bytes<6>()))) {
  create();
  migrate(components);
}

void FreshDatabase::create() {
  postgres::BlockingSession server{Secret(server_url_)};
  for (auto suffix : {"_owner", "_app", "_worker"}) {
    server.run_script(
        fmt::format("CREATE ROLE {}{} LOGIN NOBYPASSRLS PASSWORD '{}'", name_, suffix, password));
  }
  server.run_script(fmt::format("CREATE DATABASE {0} OWNER {0}_owner", name_));
}

void FreshDatabase::migrate(const Components& components) {
  if (components.empty()) return;
  postgres::BlockingSession session{owner_url()};
  migrate::Migrator migrator(session, {{"app", app_role()}, {"worker", worker_role()}},
                             [](std::string_view) {});
  const std::filesystem::path root = MRBILL_SOURCE_DIR;
  for (const auto& [name, folder] : components) migrator.apply(migrate::load(name, root / folder));
}

FreshDatabase::~FreshDatabase() {
  try {
    postgres::BlockingSession server{Secret(server_url_)};
    server.run_script(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name_));
    server.run_script(fmt::format("DROP ROLE {0}_owner, {0}_app, {0}_worker", name_));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "the database %s stays behind: %s\n", name_.c_str(), problem.what());
  }
}

Secret FreshDatabase::url_of(const char* suffix) const {
  return Secret(with(server_url_, fmt::format("{}{}:{}", name_, suffix, password), name_));
}

Secret FreshDatabase::admin_url() const {
  return Secret(with(server_url_, "", name_));
}

}  // namespace mrbill::testing

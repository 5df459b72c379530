// mrbill-migrate: brings one database to the newest version. See platform/migrate/README.md.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <migrate/migrator.hpp>

namespace {

using mrbill::migrate::Component;
using mrbill::migrate::Migrator;

constexpr const char* usage =
    "usage: mrbill-migrate [--verify] [--url OWNER_URL] [--role PLACEHOLDER=ROLE]... COMPONENT=FOLDER...\n"
    "  applies the migrations of the components, in the order given, that the database does not have yet\n"
    "  --verify   applies nothing: checks that all are applied, unchanged, and that their checks hold\n"
    "  the URL may stand in MRBILL_MIGRATE_URL instead, where ps does not show its password\n";

struct WrongUse : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Command {
  bool verify = false;
  std::string url;
  Migrator::Roles roles;
  std::vector<std::pair<std::string, std::string>> folders;
};

std::pair<std::string, std::string> split(std::string_view pair) {
  const auto equals = pair.find('=');
  if (equals == 0 || equals == std::string_view::npos || equals + 1 == pair.size()) {
    throw WrongUse("NAME=VALUE is expected instead of " + std::string(pair));
  }
  return {std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1))};
}

Command read_command(const std::vector<std::string>& words) {
  Command command;
  if (const char* url = std::getenv("MRBILL_MIGRATE_URL")) command.url = url;
  for (auto word = words.begin(); word != words.end(); ++word) {
    const bool takes_value = *word == "--url" || *word == "--role";
    if (takes_value && word + 1 == words.end()) throw WrongUse(*word + " needs a value");
    if (*word == "--verify") {
      command.verify = true;
    } else if (*word == "--url") {
      command.url = *++word;
    } else if (*word == "--role") {
      command.roles.insert(split(*++word));
    } else {
      command.folders.push_back(split(*word));
    }
  }
  if (command.url.empty()) throw WrongUse("no URL of a database is given");
  if (command.folders.empty()) throw WrongUse("no COMPONENT=FOLDER is given");
  return command;
}

void print(std::string_view line) {
  std::printf("%.*s\n", static_cast<int>(line.size()), line.data());
  std::fflush(stdout);
}

void run(const Command& command) {
  std::vector<Component> components;
  for (const auto& [name, folder] : command.folders)
    components.push_back(mrbill::migrate::load(name, folder));
  mrbill::postgres::BlockingSession session{mrbill::Secret(command.url)};
  Migrator migrator(session, command.roles, print);
  for (const auto& component : components)
    command.verify ? migrator.verify(component) : migrator.apply(component);
}

}  // namespace

int main(int count, char** words) {
  try {
    const std::vector<std::string> arguments(words + 1, words + count);
    if (arguments == std::vector<std::string>{"--help"}) return std::fputs(usage, stdout) < 0 ? 1 : 0;
    run(read_command(arguments));
    return 0;
  } catch (const WrongUse& problem) {
    std::fprintf(stderr, "mrbill-migrate: %s\n%s", problem.what(), usage);
    return 2;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "mrbill-migrate: %s\n", problem.what());
    return 1;
  }
}

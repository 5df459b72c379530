#include "render/program/run.hpp"

#include <algorithm>
#include <csignal>
#include <exception>
#include <unistd.h>

#include <fmt/format.h>

#include <sandbox/confinement.hpp>

namespace mrbill::content {
namespace {

constexpr int exit_good = 0;
constexpr int exit_world = 1;
constexpr int exit_order = 2;
constexpr int exit_usage = 64;  // EX_USAGE

int usage(const Program& program, std::string_view message) {
  std::string names;
  for (const auto& command : program.commands) names.append(names.empty() ? "" : "|").append(command.name);
  fmt::print(stderr, "{}\n{} {} --order ORDER.jsonl --out FOLDER [--segments FOLDER] [--threads N]\n",
             message, program.name, names);
  return exit_usage;
}

int render(const Command& command, const Call& call) {
  Lines lines(STDOUT_FILENO);
  lines.progress(0);
  const auto result = command.art(call, lines);
  if (!result) {
    lines.failure(result.error());
    return exit_order;
  }
  lines.progress(100);
  lines.result(*result);
  return exit_good;
}

}  // namespace

int run_program(const Program& program, int argc, const char* const* argv) {
  for (const int signal : {SIGTERM, SIGINT, SIGPIPE}) std::signal(signal, SIG_DFL);  // whatever was inherited
  const std::span arguments(argv, static_cast<std::size_t>(argc));
  if (argc < 2) return usage(program, "which command?");
  const auto command = std::ranges::find(program.commands, std::string_view(arguments[1]), &Command::name);
  if (command == program.commands.end())
    return usage(program, fmt::format("there is no command {}", arguments[1]));
  const auto call = parse_call(arguments.subspan(2));
  if (!call) return usage(program, call.error().message);
  try {
    if constexpr (sandbox::confines)
      sandbox::confine_to_visible_files();  // before a word of the order is read
    return render(*command, *call);
  } catch (const std::exception& failure) {
    fmt::print(stderr, "{}: {}\n", program.name, failure.what());
    return exit_world;
  }
}

}  // namespace mrbill::content

// A program's own small world, made by bubblewrap: no network, no other process, no privilege, no environment
// but what is given, and of the machine's files the libraries, the program itself and what is named.
//
//   Sandbox world{.readable = {"/usr/share/zoneinfo"}, .workplace = folder, .environment = {{"TZ", "UTC"}}};
//   const auto command = command_in(world, "/usr/lib/mrbill/mrbill-content-report", {"--out", folder});
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mrbill::sandbox {

struct Sandbox {
  std::filesystem::path bubblewrap = "/usr/bin/bwrap";
  // Files and folders, each at its own place; what is not there is left out.
  std::vector<std::filesystem::path> readable = {};
  // The one folder that may be written, at its own place. The program begins there; without one, in an
  // empty root.
  std::optional<std::filesystem::path> workplace = {};
  std::vector<std::pair<std::string, std::string>> environment = {};
};

// What to execute so that the program runs in there. It dies with the thread that starts it.
[[nodiscard]] std::vector<std::string> command_in(const Sandbox& sandbox,
                                                  const std::filesystem::path& program,
                                                  const std::vector<std::string>& arguments);

}  // namespace mrbill::sandbox

// One command of a program and what it is called with.
//
//   mrbill-content-report report --order ORDER.jsonl --out FOLDER [--segments FOLDER] [--threads N]
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include <base/result.hpp>
#include <contract/rendering.hpp>

#include "render/program/lines.hpp"

namespace mrbill::content {

using contract::rendering::RenderFailure;

struct Call {
  std::filesystem::path order;
  std::filesystem::path out;       // an existing folder
  std::filesystem::path segments;  // empty: none are kept
  unsigned threads = 1;
};

// The result as JSON, or why the order can never succeed. What the world does (a full disk, say) is thrown.
using Art = Result<std::string, RenderFailure> (*)(const Call&, Lines&);

struct Command {
  std::string_view name;
  Art art;
};

// What is wrong with the arguments, for who typed them.
struct UsageError {
  std::string message;
};

// arguments: what follows the command's name.
[[nodiscard]] Result<Call, UsageError> parse_call(std::span<const char* const> arguments);

}  // namespace mrbill::content

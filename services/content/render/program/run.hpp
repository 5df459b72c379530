// A program's frame: chooses the command, says 0 per cent at once, ends with a result or a failure line.
//
// It ends with 0 and a result, with 2 and a failure (the order can never succeed), with 64 on wrong
// arguments, with 1 on anything the world did. SIGTERM and a reader of stdout that went away end it at once:
// whoever starts it cleans --out.
#pragma once

#include <span>

#include "render/program/call.hpp"

namespace mrbill::content {

struct Program {
  std::string_view name;
  std::span<const Command> commands;
};

[[nodiscard]] int run_program(const Program& program, int argc, const char* const* argv);

}  // namespace mrbill::content

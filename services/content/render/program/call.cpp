#include "render/program/call.hpp"

#include <base/number.hpp>

namespace mrbill::content {
namespace {

constexpr unsigned max_threads = 64;

Result<unsigned, UsageError> parse_threads(std::string_view text) {
  const auto threads = number_in<unsigned>(text);
  if (!threads || *threads < 1 || *threads > max_threads)
    return fail(UsageError{"--threads must be a number from 1 to 64"});
  return *threads;
}

}  // namespace

Result<Call, UsageError> parse_call(std::span<const char* const> arguments) {
  Call call;
  for (std::size_t i = 0; i < arguments.size(); i += 2) {
    const std::string_view option = arguments[i];
    if (i + 1 == arguments.size()) return fail(UsageError{std::string(option) + " needs a value"});
    const std::string_view value = arguments[i + 1];
    if (option == "--order") {
      call.order = value;
    } else if (option == "--out") {
      call.out = value;
    } else if (option == "--segments") {
      call.segments = value;
    } else if (option == "--threads") {
      TRY(call.threads, parse_threads(value));
    } else {
      return fail(UsageError{"there is no option " + std::string(option)});
    }
  }
  if (call.order.empty() || call.out.empty()) return fail(UsageError{"--order and --out are needed"});
  if (!std::filesystem::is_directory(call.out)) return fail(UsageError{"--out is not a folder"});
  return call;
}

}  // namespace mrbill::content

#include "render/program/lines.hpp"

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include <json/writer.hpp>

namespace mrbill::content {

void Lines::progress(int percent) {
  const std::scoped_lock lock(mutex_);
  percent = std::clamp(percent, 0, 100);
  if (percent <= said_) return;
  said_ = percent;
  write(fmt::format("{{\"progress\":{}}}\n", percent));
}

void Lines::progress(std::uint64_t done, std::uint64_t all, int from, int to) {
  const auto width = static_cast<std::uint64_t>(to - from);
  progress(all == 0 ? to : from + static_cast<int>(std::min(done, all) * width / all));
}

void Lines::segment(std::string_view file) {
  std::string line = "{\"segment\":";
  json::append_json(line, file);
  const std::scoped_lock lock(mutex_);
  write(line + "}\n");
}

void Lines::result(std::string_view json) {
  const std::scoped_lock lock(mutex_);
  write(fmt::format("{{\"result\":{}}}\n", json));
}

void Lines::failure(const contract::rendering::RenderFailure& failure) {
  const std::scoped_lock lock(mutex_);
  write(fmt::format("{{\"failure\":{}}}\n", to_json(failure)));
}

void Lines::write(std::string_view line) {
  while (!line.empty()) {
    const auto written = ::write(descriptor_, line.data(), line.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw std::system_error(errno, std::generic_category(), "stdout");
    }
    line.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace mrbill::content

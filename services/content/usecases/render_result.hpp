// What the render program says it has made, read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "usecases/write_order.hpp"

namespace mrbill::content {

struct Made {
  std::string file;  // the main one, in the output folder
  Render render;
  std::vector<UsedPoc> pocs = {};
};

// Nothing when the result is not what its contract says, or leaves out a POC of the order.
[[nodiscard]] std::optional<Made> read_drawn(const Request& request, const WrittenOrder& order,
                                             std::string_view result, Timestamp now);

struct DrawnStill {
  std::string file;
  std::string kind;
  double at_second = 0;
};
struct DrawnStoryboard {
  double seconds = 0;
  std::vector<DrawnStill> stills = {};
};
[[nodiscard]] std::optional<DrawnStoryboard> read_storyboard(std::string_view result);

}  // namespace mrbill::content

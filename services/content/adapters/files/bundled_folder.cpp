#include "adapters/files/bundled_folder.hpp"

#include <fstream>
#include <iterator>

namespace mrbill::content {

Task<std::optional<std::string>> BundledFolder::excerpt(std::string track) {
  auto work = [file = folder_ / (track + ".m4a")]() -> std::optional<std::string> {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  co_return co_await files_.run(std::move(work));
}

}  // namespace mrbill::content

#include "adapters/xapian/whole_file.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "ports/poc_index.hpp"

namespace mrbill::catalog {

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = bytes.size();
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const auto taken = std::min(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), taken);
    hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 32U;
    bytes.remove_prefix(taken);
  }
  return hash;
}

std::optional<std::string> read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_whole(const std::filesystem::path& path, std::string_view text) {
  auto half = path;
  half += ".new";
  {
    std::ofstream file(half, std::ios::binary | std::ios::trunc);
    file << text;
    if (!file.flush()) throw IndexUnusable(path.filename().string() + " cannot be written");
  }
  std::error_code error;
  std::filesystem::rename(half, path, error);
  if (error) throw IndexUnusable(path.filename().string() + " cannot be written: " + error.message());
}

}  // namespace mrbill::catalog

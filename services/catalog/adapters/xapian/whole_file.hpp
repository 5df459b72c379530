// Small files beside the index, read and written whole; and what a piece of a file is known by.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mrbill::catalog {

// Each step can be undone, so no change of a single word goes unseen.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

[[nodiscard]] std::optional<std::string> read_whole(const std::filesystem::path& path);
// Readers find the old or the new. Throws IndexUnusable where there is no room.
void write_whole(const std::filesystem::path& path, std::string_view text);

}  // namespace mrbill::catalog

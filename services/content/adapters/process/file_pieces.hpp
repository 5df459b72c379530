// Files of the scratch folder in pieces, read and written on a work pool. A full disk is NoRoom.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <async/work_pool.hpp>

#include "ports/renderer.hpp"

namespace mrbill::content {

[[nodiscard]] Task<> append_to_file(WorkPool& pool, std::filesystem::path path, std::string text);
[[nodiscard]] Task<> write_file(WorkPool& pool, std::filesystem::path path, Pieces pieces);
// Nothing when it is not there, or is no plain file.
[[nodiscard]] Task<std::optional<Content>> open_file(WorkPool& pool, std::filesystem::path path);

}  // namespace mrbill::content

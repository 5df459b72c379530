// The folder that holds the index: `current` is a link to one of the folders index-1, index-2, ... and is
// changed by one rename, so a reader finds either the old index or the new one.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "ports/poc_index.hpp"

namespace mrbill::catalog {

class IndexFolder final : public PocIndexShelf {
 public:
  explicit IndexFolder(std::filesystem::path root);  // made if missing

  [[nodiscard]] std::unique_ptr<PocIndex> open_current() override;
  [[nodiscard]] std::unique_ptr<PocIndex> create_fresh() override;
  void publish_fresh() override;

  // Where `current` leads; nothing before the first index is published.
  [[nodiscard]] std::optional<std::filesystem::path> current() const;

 private:
  [[nodiscard]] std::filesystem::path next_free() const;
  void remove_all_but(const std::filesystem::path& kept) const;

  std::filesystem::path root_;
  std::filesystem::path fresh_;
};

}  // namespace mrbill::catalog

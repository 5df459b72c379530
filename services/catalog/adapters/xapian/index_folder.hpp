// The folder that holds the index: `current` is a link to one of the folders index-... and is changed by one
// rename, so a reader finds either the old index or the new one. No name is ever given twice: a reader that
// still has an index open knows another by its name.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <base/random.hpp>

#include "ports/poc_index.hpp"

namespace mrbill::catalog {

class IndexFolder final : public PocIndexShelf {
 public:
  explicit IndexFolder(std::filesystem::path root);  // made if missing

  [[nodiscard]] std::unique_ptr<PocIndex> open_current() override;
  [[nodiscard]] std::unique_ptr<PocIndex> create_fresh() override;
  void publish_fresh() override;
  void withdraw() override;
  [[nodiscard]] bool is_published() override;
  [[nodiscard]] bool damage_reported() override;

  // Where `current` leads; nothing where no index is published.
  [[nodiscard]] std::optional<std::filesystem::path> current() const;
  // A reader met damage there. Never throws: the writer looks for itself as well.
  static void report_damage(const std::filesystem::path& index) noexcept;

 private:
  void remove_all_but(const std::filesystem::path& kept) const;

  std::filesystem::path root_;
  SystemRandom random_;
  std::filesystem::path fresh_;
  std::optional<std::filesystem::path> in_use_;  // opened or published last
};

}  // namespace mrbill::catalog

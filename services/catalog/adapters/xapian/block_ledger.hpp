// What every block of an index's files should hold. Xapian's files carry no checksums: a flipped byte may end
// a search, or give it other answers. But a block that Xapian writes anew begins with a newer revision than
// before; so a block whose revision is the noted one must be the noted one in every byte.
//
//   BlockLedger ledger(folder);
//   database.commit();
//   while (!ledger.look(database.get_revision(), 4096)) {}  // once around: notes what is new, or throws
//   ledger.keep();                                          // for the next process: kept(folder)
//
// Belongs to the one writer, and is asked while that is not in the middle of a call.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

class BlockLedger {
 public:
  using Revision = std::uint32_t;
  static constexpr unsigned block_bytes = 8192;

  explicit BlockLedger(std::filesystem::path index) : index_(std::move(index)) {}
  // As keep() left it; nothing where there is none or where it is damaged itself.
  [[nodiscard]] static std::optional<BlockLedger> kept(const std::filesystem::path& index);

  // Looks at the next `max` blocks. True at the end of a round. Throws IndexDamaged.
  bool look(Revision committed, std::size_t max);
  void keep() const;

 private:
  struct Block {
    Revision revision = 0;  // 0: not noted
    std::uint64_t hash = 0;
  };
  using Files = std::map<std::string, std::vector<Block>>;

  void begin_round(Revision committed);
  // From block at_ of the file on; how many were looked at. Fewer than `max`: the file has ended.
  [[nodiscard]] std::size_t look_into(const std::string& name, std::vector<Block>& blocks, Revision committed,
                                      std::size_t max);
  [[nodiscard]] Block looked_at(const Block& noted, std::string_view bytes, Revision committed) const;
  [[nodiscard]] std::string printed() const;
  [[nodiscard]] bool parse(std::string_view text);

  std::filesystem::path index_;
  Revision round_began_ = 0;   // what was committed then
  Revision round_before_ = 0;  // the same of the last whole round: each noted block was looked at since
  Files files_;
  bool in_round_ = false;
  std::string file_;  // where the round stands
  std::size_t at_ = 0;
};

}  // namespace mrbill::catalog

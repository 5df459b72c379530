#include "adapters/xapian/block_ledger.hpp"

#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "adapters/xapian/whole_file.hpp"
#include "ports/poc_index.hpp"

namespace mrbill::catalog {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ledger_file = "ledger";
constexpr std::string_view form = "mrbill-ledger-1\n";
constexpr std::size_t blocks_of_a_read = 64;
// Blocks of changes that are not committed, or were given up, are a little ahead.
constexpr BlockLedger::Revision ahead = 16;

BlockLedger::Revision revision_of(std::string_view block) {
  BlockLedger::Revision revision = 0;
  for (std::size_t i = 0; i < 4; ++i) revision = revision << 8U | static_cast<unsigned char>(block[i]);
  return revision;
}

class OpenFile {
 public:
  explicit OpenFile(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  // What there is from `offset` on, whole blocks only.
  [[nodiscard]] std::string_view read(std::size_t block, std::vector<char>& into) const {
    std::size_t filled = 0;
    while (filled < into.size()) {
      const auto offset = static_cast<off_t>(block * BlockLedger::block_bytes + filled);
      const auto got = ::pread(descriptor_, into.data() + filled, into.size() - filled, offset);
      if (got < 0) throw IndexDamaged(fmt::format("a block cannot be read: {}", std::strerror(errno)));
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
    }
    return {into.data(), filled - filled % BlockLedger::block_bytes};
  }

 private:
  int descriptor_;
};

template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
bool take(std::string_view& text, T& value) {
  if (text.size() < sizeof value) return false;
  std::memcpy(&value, text.data(), sizeof value);
  text.remove_prefix(sizeof value);
  return true;
}

}  // namespace

// -- looking

void BlockLedger::begin_round(Revision committed) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(index_, error)) {
    if (entry.path().extension() == ".glass") files_.try_emplace(entry.path().filename().string());
  }
  if (error || files_.empty()) throw IndexDamaged("its files are gone");
  round_began_ = committed;
  file_ = files_.begin()->first;
  at_ = 0;
  in_round_ = true;
}

bool BlockLedger::look(Revision committed, std::size_t max) {
  if (!in_round_) begin_round(committed);
  for (auto file = files_.lower_bound(file_); file != files_.end(); ++file, at_ = 0) {
    file_ = file->first;
    const auto looked = look_into(file->first, file->second, committed, max);
    at_ += looked;
    max -= looked;
    if (max == 0) return false;
  }
  in_round_ = false;
  round_before_ = round_began_;
  return true;
}

std::size_t BlockLedger::look_into(const std::string& name, std::vector<Block>& blocks, Revision committed,
                                   std::size_t max) {
  const OpenFile file(index_ / name);
  if (!file.is_open()) throw IndexDamaged(name + " is gone");
  std::vector<char> buffer(blocks_of_a_read * block_bytes);
  std::size_t looked = 0;
  while (looked < max) {
    const auto at = at_ + looked;
    auto bytes = file.read(at, buffer);
    const auto got = std::min(bytes.size() / block_bytes, max - looked);
    if (got == 0 && at < blocks.size()) throw IndexDamaged(name + " is cut");
    if (got == 0) break;
    if (blocks.size() < at + got) blocks.resize(at + got);
    for (auto block = at; block < at + got; ++block, bytes.remove_prefix(block_bytes)) {
      blocks[block] = looked_at(blocks[block], bytes.substr(0, block_bytes), committed);
    }
    looked += got;
  }
  return looked;
}

BlockLedger::Block BlockLedger::looked_at(const Block& noted, std::string_view bytes,
                                          Revision committed) const {
  const auto revision = revision_of(bytes);
  const bool is_noted = noted.revision != 0;
  if (is_noted && revision == noted.revision) {
    if (hash_of(bytes) != noted.hash) throw IndexDamaged("a block is not as it was written");
    return noted;
  }
  if (is_noted && (revision <= round_before_ || revision > committed + ahead))
    throw IndexDamaged("a block is of a revision that it cannot be of");
  if (revision > committed) return {};
  return {revision, hash_of(bytes)};
}

// -- from one process to the next

std::string BlockLedger::printed() const {
  std::string text(form);
  put(text, round_before_);
  for (const auto& [name, blocks] : files_) {
    put(text, name.size());
    text += name;
    put(text, blocks.size());
    for (const auto& block : blocks) {
      put(text, block.revision);
      put(text, block.hash);
    }
  }
  put(text, hash_of(text));
  return text;
}

bool BlockLedger::parse(std::string_view text) {
  std::uint64_t hash = 0;
  if (!text.starts_with(form) || text.size() < form.size() + sizeof hash) return false;
  auto end = text.substr(text.size() - sizeof hash);
  text.remove_suffix(sizeof hash);
  if (!take(end, hash) || hash_of(text) != hash) return false;
  text.remove_prefix(form.size());
  if (!take(text, round_before_)) return false;
  while (!text.empty()) {
    std::size_t letters = 0;
    if (!take(text, letters) || letters > text.size()) return false;
    auto& blocks = files_[std::string(text.substr(0, letters))];
    text.remove_prefix(letters);
    std::size_t count = 0;
    if (!take(text, count) || count > text.size()) return false;
    blocks.resize(count);
    for (auto& block : blocks) {
      if (!take(text, block.revision) || !take(text, block.hash)) return false;
    }
  }
  return true;
}

void BlockLedger::keep() const {
  write_whole(index_ / ledger_file, printed());
}

std::optional<BlockLedger> BlockLedger::kept(const fs::path& index) {
  const auto text = read_whole(index / ledger_file);
  BlockLedger ledger(index);
  if (!text || !ledger.parse(*text)) return std::nullopt;
  return ledger;
}

}  // namespace mrbill::catalog

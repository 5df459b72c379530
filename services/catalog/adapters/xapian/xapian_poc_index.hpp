// PocIndex on one Xapian database. Without fsync: after a power cut the index may be damaged and is built
// anew; a killed process leaves the last commit. One writer at a time (Xapian's own lock).
#pragma once

#include <filesystem>

#include <xapian.h>

#include "adapters/xapian/block_ledger.hpp"
#include "adapters/xapian/root_seal.hpp"
#include "ports/poc_index.hpp"

namespace mrbill::catalog {

class XapianPocIndex final : public PocIndex {
 public:
  enum class Open : std::uint8_t { existing, empty };
  // An existing one is looked at from end to end. Throws as PocIndex does.
  XapianPocIndex(const std::filesystem::path& path, Open mode);
  ~XapianPocIndex() override;  // commits

  [[nodiscard]] std::int64_t watermark(TenantId tenant) override;
  [[nodiscard]] std::int64_t count(TenantId tenant) override;
  void apply(TenantId tenant, const std::vector<Poc>& rows, std::int64_t new_watermark) override;
  [[nodiscard]] IndexMarks marks() override;
  void set_marks(const IndexMarks& marks) override;
  void commit() override;
  [[nodiscard]] bool may_be_written() override;
  [[nodiscard]] bool inspect() override;

 private:
  [[nodiscard]] Xapian::rev committed() const;
  bool inspect_some();
  void inspect_all();

  std::filesystem::path path_;
  RootSeal seal_;
  Xapian::WritableDatabase database_;
  BlockLedger ledger_;
  Xapian::rev former_;  // state: the one before the last commit
  std::size_t uncommitted_rows_ = 0;
};

// Throws Xapian::DatabaseVersionError where documents lie otherwise than schema.hpp says.
void demand_form(const Xapian::Database& database);
// The watermark as any reader of a database sees it.
[[nodiscard]] std::int64_t read_watermark(const Xapian::Database& database, TenantId tenant);

}  // namespace mrbill::catalog

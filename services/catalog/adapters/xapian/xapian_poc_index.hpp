// PocIndex on one Xapian database. Without fsync: after a power cut the index may be damaged and is built
// anew; a killed process leaves the last commit. One writer at a time (Xapian's own lock).
#pragma once

#include <filesystem>

#include <xapian.h>

#include "ports/poc_index.hpp"

namespace mrbill::catalog {

class XapianPocIndex final : public PocIndex {
 public:
  enum class Open : std::uint8_t { existing, empty };
  XapianPocIndex(const std::filesystem::path& path, Open mode);  // throws Xapian::Error

  [[nodiscard]] std::int64_t watermark(TenantId tenant) override;
  void apply(TenantId tenant, const std::vector<Poc>& rows, std::int64_t new_watermark) override;
  void commit() override;

 private:
  Xapian::WritableDatabase database_;
};

// Throws Xapian::DatabaseVersionError where documents lie otherwise than schema.hpp says.
void demand_form(const Xapian::Database& database);
// The watermark as any reader of a database sees it.
[[nodiscard]] std::int64_t read_watermark(const Xapian::Database& database, TenantId tenant);

}  // namespace mrbill::catalog

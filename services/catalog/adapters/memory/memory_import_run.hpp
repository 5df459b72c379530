#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

class MemoryImportRun final : public ImportRun {
 public:
  const ImportTally& tally() const override { return tally_; }
  bool cancelled() const override { return batches.size() >= cancel_after; }
  Task<> write(ImportBatch batch) override {
    if (batches.size() >= fail_after) throw std::runtime_error("the database went away");
    for (const auto& row : batch.rows) ++count_of(row);
    tally_.failed += batch.failed;
    tally_.errors += static_cast<std::int64_t>(batch.errors.size());
    tally_.rows += static_cast<std::int64_t>(batch.rows.size()) + batch.failed;
    batches.push_back(std::move(batch));
    co_return;
  }
  Task<> finish() override {
    tally_.finished = true;
    co_return;
  }

  std::vector<ImportBatch> batches;
  std::size_t cancel_after = 1'000;
  std::size_t fail_after = 1'000;

 private:
  std::int64_t& count_of(const ImportRow& row) {
    const auto [known, is_new] = pocs_.emplace(row.key, row.content);
    if (is_new) return tally_.created;
    if (known->second == row.content) return tally_.unchanged;
    known->second = row.content;
    return tally_.updated;
  }
  std::map<std::string, PocContent> pocs_;
  ImportTally tally_;
};

}  // namespace mrbill::catalog

#include "usecases/run_import.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include <base/encoding.hpp>

#include "usecases/moment.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::int64_t batch_rows = 500;

std::int64_t line_of(const RowSource::Row& row) {
  return std::visit([](const auto& either) { return either.line; }, row);
}

// Collects the rows of one batch; remembers the keys of the whole file (16 bytes each).
class Batcher {
 public:
  explicit Batcher(Timestamp now) : now_(now) {}

  void take(RowSource::Row row) {
    ++rows_;
    const auto line = line_of(row);
    auto checked = to_row(std::move(row));
    if (checked && !seen_.insert(fingerprint(checked->key)).second)
      checked = fail(FieldErrors{{"/repositoryUrl", "duplicate", "is that of an earlier row of this file"}});
    if (checked)
      batch_.rows.push_back(*std::move(checked));
    else
      refuse(line, std::move(checked).error());
  }

  [[nodiscard]] std::int64_t rows() const { return rows_; }
  void forget_batch() {
    batch_ = {};
    rows_ = 0;
  }
  [[nodiscard]] ImportBatch hand_over(int progress) {
    auto full = std::exchange(batch_, {});
    full.progress = progress;
    full.now = now_;
    rows_ = 0;
    return full;
  }

 private:
  Result<ImportRow, FieldErrors> to_row(RowSource::Row row) const {
    if (auto* unreadable = std::get_if<RowSource::Unreadable>(&row))
      return fail(std::move(unreadable->errors));
    return check(std::move(std::get<ImportDraft>(row)), now_);
  }

  void refuse(std::int64_t line, FieldErrors errors) {
    ++batch_.failed;
    for (auto& error : errors) batch_.errors.push_back(in_kept_form({line, std::move(error)}));
  }

  static std::string fingerprint(const std::string& key) {
    const auto hash = sha256(key);
    return {reinterpret_cast<const char*>(hash.data()), 16};
  }

  Timestamp now_;
  ImportBatch batch_;
  std::int64_t rows_ = 0;
  std::unordered_set<std::string> seen_;
};

int progress_of(const RowSource& rows) {
  const auto total = std::max<std::uint64_t>(rows.bytes_total(), 1);
  return static_cast<int>(std::min<std::uint64_t>(rows.bytes_read() * 100 / total, 99));
}

Task<> skip(RowSource& rows, Batcher& batcher, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) {
    auto row = co_await rows.next();
    if (!row) break;
    batcher.take(*std::move(row));
  }
  batcher.forget_batch();
}

}  // namespace

Task<ImportEnd> run_import(RowSource& rows, ImportRun& run, const Clock& clock) {
  Batcher batcher(millisecond_now(clock));
  co_await skip(rows, batcher, run.tally().rows);
  while (!run.cancelled()) {
    auto row = co_await rows.next();
    const bool is_last = !row;
    if (row) batcher.take(*std::move(row));
    if (batcher.rows() == batch_rows || (is_last && batcher.rows() > 0))
      co_await run.write(batcher.hand_over(progress_of(rows)));
    if (!is_last) continue;
    co_await run.finish();
    co_return ImportEnd::completed;
  }
  co_return ImportEnd::cancelled;
}

}  // namespace mrbill::catalog

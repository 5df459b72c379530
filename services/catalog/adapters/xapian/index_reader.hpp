// A reader of the current index: follows the writer's commits, and the link when a rebuilt index takes its
// place. Once overtaken by the writer it holds the index (index_hold.hpp), so that it comes to its end.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include <xapian.h>

#include <metrics/metrics.hpp>

#include "adapters/xapian/index_folder.hpp"
#include "adapters/xapian/index_hold.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog {

class IndexReader {
 public:
  // `overtaken` counts how often that happened.
  IndexReader(const IndexFolder& folder, metrics::Counter& overtaken)
      : folder_(folder), overtaken_(overtaken) {}

  // Calls `read` with the newest committed state, again when the writer overtakes it in the middle
  // (DatabaseModifiedError), when another index takes the place of this one, and twice more when it cannot be
  // read: a block that is just being written looks damaged too. Throws SearchUnavailable when there is no
  // readable index; damage that stays is reported to the writer.
  template <class F>
  auto with_newest(F read) -> std::invoke_result_t<F, const Xapian::Database&> {
    std::optional<IndexHold> hold;
    for (int attempt = 1;; ++attempt) {
      const auto damaged = [&] {
        if (attempt >= readings) IndexFolder::report_damage(*opened_);
      };
      try {
        return for_reader([&] { return read(newest()); }, damaged);
      } catch (const Xapian::DatabaseModifiedError& overtaken) {
        overtaken_.add();
        if (attempt == attempts) throw SearchUnavailable(words_of(overtaken));
        hold = IndexHold::of_reader(*opened_);
      } catch (const SearchUnavailable&) {
        database_.reset();
        const bool same = folder_.current() == opened_;
        if (attempt == attempts || !opened_ || (same && attempt >= readings)) throw;
      }
    }
  }

 private:
  static constexpr int attempts = 5;
  static constexpr int readings = 3;
  const Xapian::Database& newest();

  const IndexFolder& folder_;
  metrics::Counter& overtaken_;
  std::optional<std::filesystem::path> opened_;
  std::optional<Xapian::Database> database_;
};

}  // namespace mrbill::catalog

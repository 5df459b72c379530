// A reader of the current index: follows the writer's commits, and the link when a rebuilt index takes its
// place. The state that it reads stays as it is meanwhile (state_pin.hpp).
#pragma once

#include <filesystem>
#include <optional>

#include <xapian.h>

#include <metrics/metrics.hpp>

#include "adapters/xapian/index_folder.hpp"
#include "adapters/xapian/state_pin.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog {

class IndexReader {
 public:
  // `overtaken` counts how often that happened.
  IndexReader(const IndexFolder& folder, metrics::Counter& overtaken)
      : folder_(folder), overtaken_(overtaken) {}

  // Calls `read` with the newest committed state, again when another index takes the place of this one, when
  // the writer has stopped waiting for this reader and written over the state (DatabaseModifiedError), and
  // twice more when it cannot be read: that may look like damage too. Throws SearchUnavailable when there is
  // no readable index; damage that stays is reported to the writer.
  template <class F>
  auto with_newest(F read) -> std::invoke_result_t<F, const Xapian::Database&> {
    for (int attempt = 1;; ++attempt) {
      const auto damaged = [&] {
        if (attempt >= readings) IndexFolder::report_damage(*opened_);
      };
      try {
        return for_reader([&] { return read_newest(read); }, damaged);
      } catch (const Xapian::DatabaseModifiedError& overtaken) {
        overtaken_.add();
        if (attempt == attempts) throw SearchUnavailable(words_of(overtaken));
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

  template <class F>
  auto read_newest(F& read) -> std::invoke_result_t<F, const Xapian::Database&> {
    find_current();
    StatePin pin(*opened_);
    const auto& database = newest();
    pin.keep_only(database.get_revision());
    return read(database);
  }
  void find_current();
  [[nodiscard]] const Xapian::Database& newest();

  const IndexFolder& folder_;
  metrics::Counter& overtaken_;
  std::optional<std::filesystem::path> opened_;
  std::optional<Xapian::Database> database_;
};

}  // namespace mrbill::catalog

// A reader of the current index: follows the writer's commits, and the link when a rebuilt index takes its
// place.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include <xapian.h>

#include "adapters/xapian/index_folder.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog {

class IndexReader {
 public:
  explicit IndexReader(const IndexFolder& folder) : folder_(folder) {}

  // Calls `read` with the newest committed state, again when the writer overtakes it in the middle (DatabaseModifiedError), when
  // another index takes the place of this one, and twice more when it cannot be read: a block that is just being written looks
  // damaged too. Throws SearchUnavailable when there is no readable index; damage that stays is reported to the writer.
  template <class F>
  auto with_newest(F read) -> std::invoke_result_t<F, const Xapian::Database&> {
    for (int attempt = 1;; ++attempt) {
      const auto damaged = [&] {
        if (attempt >= readings) IndexFolder::report_damage(*opened_);
      };
      try {
        return for_reader([&] { return read(newest()); }, damaged);
      } catch (const Xapian::DatabaseModifiedError& overtaken) {
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
  const Xapian::Database& newest();

  const IndexFolder& folder_;
  std::optional<std::filesystem::path> opened_;
  std::optional<Xapian::Database> database_;
};

}  // namespace mrbill::catalog

// A reader of the current index: follows the writer's commits, and the link when a rebuilt index takes its
// place.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include <xapian.h>

#include <base/unavailable.hpp>

#include "adapters/xapian/index_folder.hpp"

namespace mrbill::catalog {

class SearchUnavailable : public ServiceUnavailable {
 public:
  explicit SearchUnavailable(const std::string& why)
      : ServiceUnavailable("the search index cannot be read: " + why) {}
};

class IndexReader {
 public:
  explicit IndexReader(const IndexFolder& folder) : folder_(folder) {}

  // Calls `read` with the newest committed state. When the writer overtakes it in the middle
  // (DatabaseModifiedError) it is called again. Throws SearchUnavailable when there is no readable index.
  template <class F>
  auto with_newest(F read) -> std::invoke_result_t<F, const Xapian::Database&> {
    for (int attempt = 1;; ++attempt) {
      try {
        return read(newest());
      } catch (const Xapian::DatabaseModifiedError& overtaken) {
        if (attempt == attempts) throw SearchUnavailable(overtaken.get_msg());
      } catch (const Xapian::DatabaseError& problem) {
        database_.reset();
        if (attempt == attempts) throw SearchUnavailable(problem.get_msg());
      }
    }
  }

 private:
  static constexpr int attempts = 5;
  const Xapian::Database& newest();

  const IndexFolder& folder_;
  std::filesystem::path opened_;
  std::optional<Xapian::Database> database_;
};

}  // namespace mrbill::catalog

// A person takes their POCs out, oldest first, in pages: memory does not grow with their number.
//
//   ExportPocs pages(store, search, {.caller = caller});
//   for (auto page = co_await pages.next(); !page.empty(); page = co_await pages.next()) write(page);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>

#include "ports/poc_search.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

struct ExportQuery {
  Caller caller;
  std::string text = {};  // empty: all that the filter leaves
  PocFilter filter = {};
};

class ExportPocs {
 public:
  ExportPocs(PocStore& store, PocSearch& search, ExportQuery query);
  // Reads the first page ahead: what cannot be exported at all says so before the answer has begun.
  [[nodiscard]] Task<> begin();
  // Empty at the end.
  [[nodiscard]] Task<std::vector<Poc>> next();

 private:
  [[nodiscard]] Task<std::vector<Poc>> next_of_store();
  [[nodiscard]] Task<std::vector<Poc>> next_of_search();
  [[nodiscard]] Task<> wait_for_a_search(SearchRefusal refused);
  PocStore& store_;
  PocSearch& search_;
  ExportQuery query_;
  std::optional<PocPosition> after_ = {};
  std::optional<SearchPosition> found_ = {};  // the last one given
  bool finished_ = false;
  static constexpr int max_refusals = 10;  // refusals in a row
  int refusals_left_ = max_refusals;
  std::optional<std::vector<Poc>> ahead_ = {};
};

}  // namespace mrbill::catalog

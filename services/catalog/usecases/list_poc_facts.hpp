// Another service asks for the POCs of a person, on that person's behalf: theirs, of a time, oldest first.
#pragma once

#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>

#include "ports/poc_store.hpp"

namespace mrbill::catalog {

struct PocFactsQuery {
  Caller owner = {};
  Timestamp from = {};    // inclusive
  Timestamp before = {};  // exclusive
  bool include_private = true;
  std::vector<std::string> include_tags = {};  // any of these; none asks nothing
  std::vector<std::string> exclude_tags = {};  // none of these
  std::optional<PocPosition> after = {};
};

class ListPocFacts {
 public:
  ListPocFacts(PocStore& store, const Clock& clock) : store_(store), clock_(clock) {}
  // A time that reaches the present has no end: what bears a later one, of a clock that was ahead, was made
  // by now, too. A page: what the tags leave of a fixed number of rows, so it may be short, and empty,
  // without being the last.
  [[nodiscard]] Task<PocPage> operator()(PocFactsQuery query);

 private:
  PocStore& store_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog

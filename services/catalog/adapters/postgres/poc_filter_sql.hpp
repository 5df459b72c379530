// A PocFilter as SQL. Only what is asked for stands in the text, so that PostgreSQL can plan it once for all
// who ask alike.
//
//   $1 tenant  $2 caller  then each that is given: languages, tags, frameworks, created from, created before,
//   deleted since
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>

#include <postgres/codec.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// What a filter asks for, not with which values: statements of one shape have one text.
class FilterShape {
 public:
  explicit FilterShape(const PocFilter& filter);

  static constexpr std::size_t count = 2 * 3 * 64;
  [[nodiscard]] std::size_t index() const;  // below `count`
  [[nodiscard]] std::string name() const;   // "mine", "tenant_lt"
  [[nodiscard]] std::string where() const;  // of pocs p
  // The same in pieces, for facets: what is asked of all of them, and what only of the others than the one
  // whose filter it is ("true" where nothing is).
  [[nodiscard]] std::string where_of_every_facet() const;
  [[nodiscard]] std::string where_language() const;
  [[nodiscard]] std::string where_framework() const;
  [[nodiscard]] std::string where_time() const;
  [[nodiscard]] int parameters() const { return 2 + given(); }  // the statement's own come after them

 private:
  enum Part : std::size_t { languages, tags, frameworks, from, before, deleted, parts };
  [[nodiscard]] int given() const;
  [[nodiscard]] std::string of_whom() const;
  // Of those that are given, joined by AND; "true" for none.
  [[nodiscard]] std::string all_of(std::initializer_list<Part> some) const;

  Scope scope_;
  std::optional<bool> favorite_;
  std::array<bool, parts> given_;
};

// The parameters of such a statement, the statement's own to be added.
[[nodiscard]] postgres::Arguments filter_arguments(const Caller& caller, const PocFilter& filter);

}  // namespace mrbill::catalog

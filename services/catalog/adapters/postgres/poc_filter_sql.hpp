// A PocFilter as SQL. Only what is asked for stands in the text, so that PostgreSQL can plan it once for all
// who ask alike.
//
//   $1 tenant  $2 caller  then each that is given: language, tags, framework, created from, created before
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include <postgres/codec.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// What a filter asks for, not with which values: statements of one shape have one text.
class FilterShape {
 public:
  explicit FilterShape(const PocFilter& filter);

  static constexpr std::size_t count = 2 * 3 * 32;
  [[nodiscard]] std::size_t index() const;                      // below `count`
  [[nodiscard]] std::string name() const;                       // "mine", "tenant_language_tags"
  [[nodiscard]] std::string where() const;                      // of pocs p
  [[nodiscard]] int parameters() const { return 2 + given(); }  // the statement's own come after them

 private:
  [[nodiscard]] int given() const;

  Scope scope_;
  std::optional<bool> favorite_;
  std::array<bool, 5> given_;
};

// The parameters of such a statement, the statement's own to be added.
[[nodiscard]] postgres::Arguments filter_arguments(const Caller& caller, const PocFilter& filter);

}  // namespace mrbill::catalog

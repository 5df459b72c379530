// The words of one tenant, as the index knows them now: what a typed word may stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <base/uuid.hpp>

namespace mrbill::catalog {

class Vocabulary {
 public:
  Vocabulary(const Xapian::Database& database, TenantId tenant);

  [[nodiscard]] bool contains(std::string_view word) const;
  // Words that begin with it, itself left out; the most frequent first, `most` at most.
  [[nodiscard]] std::vector<std::string> completions(std::string_view word, std::size_t most) const;
  // Words that differ by 1 to `tolerated` letters; the nearest and most
  // frequent first.
  [[nodiscard]] std::vector<std::string> corrections(std::string_view word, std::size_t tolerated,
                                                     std::size_t most) const;

 private:
  const Xapian::Database& database_;
  TenantId tenant_;
  std::string prefix_;
};

}  // namespace mrbill::catalog

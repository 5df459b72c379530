// The order of an answer: total, the same in each database, and one that can be taken up again behind any of
// its rows.
#pragma once

#include <map>
#include <optional>
#include <string>

#include <xapian.h>

#include "adapters/xapian/matches.hpp"
#include "adapters/xapian/view.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

class ResultOrder {
 public:
  explicit ResultOrder(const std::optional<Sort>& sort);

  void apply_to(Xapian::Enquire& enquire);
  [[nodiscard]] bool comes_before(const Xapian::MSetIterator& a, const Xapian::MSetIterator& b) const;
  // The matches that come behind a position.
  [[nodiscard]] Matches behind(const Matches& matches, const View& view,
                               const SearchPosition& position) const;
  [[nodiscard]] SearchPosition position_of(const Xapian::MSetIterator& hit) const;

 private:
  // Languages repeat: the store goes by the id then.
  class ByLanguage final : public Xapian::KeyMaker {
   public:
    std::string operator()(const Xapian::Document& document) const override;
    [[nodiscard]] std::string key(const std::string& language, const std::string& created_at) const;

   private:
    mutable std::map<std::string, std::string> keys_;  // of languages, without ids
  };
  [[nodiscard]] std::string key_of(const SearchPosition& position) const;

  std::optional<Sort> sort_;
  bool descending_;
  ByLanguage by_language_;
};

}  // namespace mrbill::catalog

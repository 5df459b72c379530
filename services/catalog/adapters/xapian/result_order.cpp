#include "adapters/xapian/result_order.hpp"

#include <base/unreachable.hpp>

#include "adapters/xapian/schema.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::size_t id_bytes = 16;

schema::Slot slot_of(const std::optional<Sort>& sort) {
  if (!sort) return schema::Slot::created_at;
  switch (sort->field) {
    case SortField::created_at:
      return schema::Slot::created_at;
    case SortField::updated_at:
      return schema::Slot::updated_at;
    case SortField::name:
      return schema::Slot::name;
    case SortField::language:
      return schema::Slot::language;
    case SortField::deleted_at:  // the index holds none that is deleted
      break;
  }
  unreachable();
}

// A slot's values, asked for by ascending id.
class Values {
 public:
  Values(const Xapian::Database& database, schema::Slot slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}
  std::string of(Xapian::docid id) {
    if (at_ != end_) at_.skip_to(id);
    return at_ != end_ && at_.get_docid() == id ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace

std::string ResultOrder::ByLanguage::operator()(const Xapian::Document& document) const {
  return key(document.get_value(schema::Slot::language), document.get_value(schema::Slot::created_at));
}

std::string ResultOrder::ByLanguage::key(const std::string& language, const std::string& created_at) const {
  if (created_at.size() < id_bytes) throw MalformedDocument();
  auto known = keys_.find(language);
  if (known == keys_.end()) {
    auto whole = schema::text_sort_key(language, PocId{});
    whole.resize(whole.size() - id_bytes);
    known = keys_.emplace(language, std::move(whole)).first;
  }
  return known->second + created_at.substr(created_at.size() - id_bytes);
}

ResultOrder::ResultOrder(const std::optional<Sort>& sort)
    : sort_(sort), descending_(!sort || sort->order == SortOrder::descending) {}

void ResultOrder::apply_to(Xapian::Enquire& enquire) {
  if (!sort_) return enquire.set_sort_by_relevance_then_value(schema::Slot::created_at, true);
  if (sort_->field == SortField::language) return enquire.set_sort_by_key(&by_language_, descending_);
  enquire.set_sort_by_value(slot_of(sort_), descending_);
}

bool ResultOrder::comes_before(const Xapian::MSetIterator& a, const Xapian::MSetIterator& b) const {
  if (!sort_ && a.get_weight() != b.get_weight()) return a.get_weight() > b.get_weight();
  return descending_ ? a.get_sort_key() > b.get_sort_key() : a.get_sort_key() < b.get_sort_key();
}

Matches ResultOrder::behind(const Matches& matches, const View& view, const SearchPosition& position) const {
  const auto last = key_of(position);
  const bool by_language = sort_ && sort_->field == SortField::language;
  Values values(view.database(), slot_of(sort_));
  Values times(view.database(), schema::Slot::created_at);
  Matches left;
  for (const auto& match : matches) {
    view.budget().spend();
    if (!sort_ && match.weight > position.score) continue;
    if (!sort_ && match.weight < position.score) {
      left.push_back(match);
      continue;
    }
    const auto value = values.of(match.id);
    const auto key = by_language ? by_language_.key(value, times.of(match.id)) : value;
    if (descending_ ? key < last : key > last) left.push_back(match);
  }
  return left;
}

std::string ResultOrder::key_of(const SearchPosition& position) const {
  const auto& row = position.row;
  if (const auto* time = std::get_if<Timestamp>(&row.key)) return schema::time_sort_key(*time, row.id);
  return schema::text_sort_key(std::get<std::string>(row.key), row.id);
}

SearchPosition ResultOrder::position_of(const Xapian::MSetIterator& hit) const {
  const auto document = hit.get_document();
  SearchPosition position{.row = {.id = schema::id_of(document)}};
  if (!sort_) position.score = hit.get_weight();
  const auto slot = slot_of(sort_);
  if (slot == schema::Slot::name) {
    position.row.key = schema::shown_text(document).name;
  } else if (slot == schema::Slot::language) {
    position.row.key = document.get_value(slot);
  } else {
    position.row.key = schema::time_of(document.get_value(slot));
  }
  return position;
}

}  // namespace mrbill::catalog

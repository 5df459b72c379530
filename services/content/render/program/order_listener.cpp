#include "render/program/order_listener.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include <json/writer.hpp>
#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::content {
namespace {

constexpr std::array<std::string_view, 11> field_names{
    "pocId",      "name",     "description", "repositoryUrl", "language", "tags",
    "frameworks", "isPublic", "isFavorite",  "createdAt",     "updatedAt"};
constexpr unsigned all_fields = (1U << field_names.size()) - 1;
constexpr std::array<std::size_t, 11> max_lengths{36, 100, 10'000, 255, 50, 50,
                                                  50, 0,   0,      64,  64};  // the contract's maxLength
constexpr std::size_t max_words = 30;  // tags, frameworks: its maxItems
constexpr unsigned nullable = 1U << 2 | 1U << 3 | 1U << 4;

}  // namespace

Result<void, RenderFailure> OrderListener::outcome() const {
  if (failure_) return fail(*failure_);
  if (place_ != Place::done) return fail(RenderFailure{"order_invalid", "The order has no POCs at its end."});
  return {};
}

bool OrderListener::refuse(std::string code, std::string message) {
  failure_ = RenderFailure{std::move(code), std::move(message)};
  return false;
}

bool OrderListener::refuse_poc(std::string_view what) {
  const auto field = field_ == other ? std::string_view() : field_names[field_];
  return refuse("order_invalid", fmt::format("The order is not valid: /pocs/{}/{} {}.", count_, field, what));
}

bool OrderListener::begin_value() {
  if (needs_comma_) head_ += ',';
  needs_comma_ = true;
  return true;
}

bool OrderListener::open_head(char bracket) {
  begin_value();
  head_ += bracket;
  needs_comma_ = false;
  ++depth_;
  return true;
}

bool OrderListener::close_head(char bracket) {
  head_ += bracket;
  needs_comma_ = true;
  --depth_;
  return true;
}

bool OrderListener::finish_head() {
  head_ += "[]}";
  if (auto taken = sink_.head(head_); !taken) return refuse(taken.error().code, taken.error().message);
  place_ = Place::pocs;
  head_ = {};
  return true;
}

bool OrderListener::unknown_value() {
  return place_ == Place::unknown || place_ == Place::poc;
}

bool OrderListener::begin_object() {
  switch (place_) {
    case Place::head:
      return open_head('{');
    case Place::pocs:
      if (count_ == max_pocs) return refuse("order_too_large", "The order has more than 100,000 POCs.");
      place_ = Place::poc;
      seen_ = null_ = 0;
      texts_.clear();
      tag_pieces_.clear();
      framework_pieces_.clear();
      return true;
    case Place::poc:
      if (field_ != other) return refuse_poc("must not be an object");
      place_ = Place::unknown;
      unknown_depth_ = 1;
      return true;
    case Place::unknown:
      ++unknown_depth_;
      return true;
    default:
      return refuse_poc("has an object where none belongs");
  }
}

bool OrderListener::end_object() {
  if (place_ == Place::head) return close_head('}');
  if (place_ == Place::unknown) {
    if (--unknown_depth_ == 0) place_ = Place::poc;
    return true;
  }
  if (place_ == Place::poc) return finish_poc();
  return true;  // the order itself: done
}

bool OrderListener::begin_array() {
  switch (place_) {
    case Place::head:
      return depth_ == 1 && head_.ends_with("\"pocs\":") ? finish_head() : open_head('[');
    case Place::poc:
      if (field_ == tags || field_ == frameworks) {
        place_ = field_ == tags ? Place::tags : Place::frameworks;
        return true;
      }
      if (field_ != other) return refuse_poc("must not be an array");
      place_ = Place::unknown;
      unknown_depth_ = 1;
      return true;
    case Place::unknown:
      ++unknown_depth_;
      return true;
    default:
      return refuse_poc("has an array where none belongs");
  }
}

bool OrderListener::end_array() {
  switch (place_) {
    case Place::head:
      return close_head(']');
    case Place::pocs:
      place_ = Place::done;
      return true;
    case Place::unknown:
      if (--unknown_depth_ == 0) place_ = Place::poc;
      return true;
    default:
      place_ = Place::poc;
      return true;
  }
}

bool OrderListener::key(std::string_view text) {
  switch (place_) {
    case Place::head:
      begin_value();
      json::append_json(head_, text);
      head_ += ':';
      needs_comma_ = false;
      return true;
    case Place::poc: {
      const auto found = std::ranges::find(field_names, text);
      field_ = static_cast<Field>(found - field_names.begin());
      if (field_ == other) return true;
      if ((seen_ & 1U << field_) != 0) return refuse_poc("must be there only once");
      seen_ |= 1U << field_;
      return true;
    }
    case Place::done:
      return refuse("order_invalid", "The order is not valid: pocs must be its last member.");
    default:
      return true;
  }
}

bool OrderListener::string(std::string_view text) {
  switch (place_) {
    case Place::head:
      begin_value();
      json::append_json(head_, text);
      return true;
    case Place::tags:
      return take_word(text, tag_pieces_);
    case Place::frameworks:
      return take_word(text, framework_pieces_);
    case Place::poc:
      return take_text(text);
    case Place::unknown:
      return true;
    default:
      return refuse_poc("must be an object");
  }
}

bool OrderListener::fits(std::string_view text) const {
  const auto most = max_lengths[field_];
  return text.size() <= most || text::code_points(text) <= most;
}

bool OrderListener::take_word(std::string_view text, std::vector<Piece>& pieces) {
  if (!fits(text)) return refuse_poc("has a text that is too long");
  if (pieces.size() == max_words) return refuse_poc("has too many texts");
  pieces.push_back(keep(text));
  return true;
}

bool OrderListener::take_text(std::string_view text) {
  if (field_ == other) return true;
  if (!fits(text)) return refuse_poc("is too long");
  if (field_ >= name && field_ <= language) {
    pieces_[field_] = keep(text);
    return true;
  }
  if (field_ == poc_id) {
    const auto id = Uuid::parse(text);
    if (!id) return refuse_poc("must be a UUID");
    poc_.poc_id = *id;
    return true;
  }
  if (field_ == created_at || field_ == updated_at) {
    const auto time = from_rfc3339(text);
    if (!time) return refuse_poc("must be a date and time");
    (field_ == created_at ? poc_.created_at : poc_.updated_at) = *time;
    return true;
  }
  return refuse_poc("must not be a text");
}

bool OrderListener::integer(std::int64_t value) {
  if (place_ == Place::head) {
    begin_value();
    json::append_json(head_, value);
    return true;
  }
  return (unknown_value() && field_ == other) || refuse_poc("must not be a number");
}

bool OrderListener::number(double value, std::string_view /*as_written*/) {
  if (place_ == Place::head) {
    begin_value();
    json::append_json(head_, value);
    return true;
  }
  return (unknown_value() && field_ == other) || refuse_poc("must not be a number");
}

bool OrderListener::boolean(bool truth) {
  if (place_ == Place::head) {
    begin_value();
    json::append_json(head_, truth);
    return true;
  }
  if (place_ == Place::poc && (field_ == is_public || field_ == is_favorite)) {
    (field_ == is_public ? poc_.is_public : poc_.is_favorite) = truth;
    return true;
  }
  return (unknown_value() && field_ == other) || refuse_poc("must not be true or false");
}

bool OrderListener::null() {
  if (place_ == Place::head) {
    begin_value();
    head_ += "null";
    return true;
  }
  if (place_ == Place::poc && field_ != other && (nullable & 1U << field_) != 0) {
    null_ |= 1U << field_;
    return true;
  }
  return (unknown_value() && field_ == other) || refuse_poc("must not be null");
}

OrderListener::Piece OrderListener::keep(std::string_view text) {
  const auto shown = field_ == description ? text::shown_prose(text) : text::shown_line(text);
  const Piece piece{texts_.size(), shown.size()};
  texts_ += shown;
  return piece;
}

std::string_view OrderListener::view(Piece piece) const {
  return std::string_view(texts_).substr(piece.begin, piece.size);
}

std::optional<std::string_view> OrderListener::view(Field field, const Piece& piece) const {
  if ((null_ & 1U << field) != 0) return std::nullopt;
  return view(piece);
}

bool OrderListener::finish_poc() {
  if (seen_ != all_fields) {
    field_ = static_cast<Field>(std::countr_one(seen_));
    return refuse_poc("is missing");
  }
  poc_.name = view(pieces_[name]);
  poc_.description = view(description, pieces_[description]);
  poc_.repository_url = view(repository_url, pieces_[repository_url]);
  poc_.language = view(language, pieces_[language]);
  const auto look = [this](Piece piece) { return view(piece); };
  tag_views_.resize(tag_pieces_.size());
  framework_views_.resize(framework_pieces_.size());
  std::ranges::transform(tag_pieces_, tag_views_.begin(), look);
  std::ranges::transform(framework_pieces_, framework_views_.begin(), look);
  poc_.tags = tag_views_;
  poc_.frameworks = framework_views_;
  sink_.poc(poc_);
  ++count_;
  place_ = Place::pocs;
  return true;
}

}  // namespace mrbill::content

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

#include <json/parse.hpp>

namespace mrbill::json {

namespace {

using boost::system::error_code;
using Code = boost::json::error;

// An object or array that is not closed yet.
struct Open {
  Value container;
  std::string key;  // the member whose value comes next
};

// What Boost.JSON's parser calls. Its callbacks have fixed names and shapes.
class Builder {
 public:
  constexpr static std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

  explicit Builder(Errors& errors) : errors_(errors) {}
  [[nodiscard]] Value take() { return std::move(root_); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code& failure) { return open(Value(Object{}), failure); }
  bool on_array_begin(error_code& failure) { return open(Value(Array{}), failure); }
  bool on_object_end(std::size_t, error_code& failure) {
    report_duplicates(*open_.back().container.object());
    return close(failure);
  }
  bool on_array_end(std::size_t, error_code& failure) { return close(failure); }
  bool on_key_part(boost::json::string_view part, std::size_t, error_code&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_key(boost::json::string_view part, std::size_t, error_code&) {
    text_.append(part.data(), part.size());
    open_.back().key = std::exchange(text_, {});
    return true;
  }
  bool on_string_part(boost::json::string_view part, std::size_t, error_code&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_string(boost::json::string_view part, std::size_t, error_code& failure) {
    text_.append(part.data(), part.size());
    return put(Value(std::exchange(text_, {})), failure);
  }
  bool on_number_part(boost::json::string_view, error_code&) { return true; }
  bool on_int64(std::int64_t number, boost::json::string_view, error_code& failure) {
    return put(Value(number), failure);
  }
  bool on_uint64(std::uint64_t number, boost::json::string_view, error_code& failure) {
    return put(Value(static_cast<double>(number)), failure);
  }
  bool on_double(double number, boost::json::string_view, error_code& failure) {
    if (!std::isfinite(number)) {
      failure = Code::exponent_overflow;
      return false;
    }
    return put(Value(number), failure);
  }
  bool on_bool(bool boolean, error_code& failure) { return put(Value(boolean), failure); }
  bool on_null(error_code& failure) { return put(Value(), failure); }
  bool on_comment_part(boost::json::string_view, error_code&) { return true; }
  bool on_comment(boost::json::string_view, error_code&) { return true; }

 private:
  bool counted(error_code& failure) {
    if (++values_ <= max_values) return true;
    failure = Code::array_too_large;
    return false;
  }
  bool open(Value container, error_code& failure) {
    if (!counted(failure)) return false;
    open_.push_back({std::move(container), {}});
    return true;
  }
  bool close(error_code&) {
    auto done = std::move(open_.back().container);
    open_.pop_back();
    attach(std::move(done));
    return true;
  }
  bool put(Value value, error_code& failure) {
    if (!counted(failure)) return false;
    attach(std::move(value));
    return true;
  }
  void attach(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* array = open_.back().container.array()) {
      array->push_back(std::move(value));
    } else {
      open_.back().container.object()->push_back({std::move(open_.back().key), std::move(value)});
    }
  }

  void report_duplicates(const Object& object) {
    if (object.size() < 2 || errors_.full()) return;
    std::vector<std::string_view> names;
    names.reserve(object.size());
    for (const auto& member : object) names.push_back(member.name);
    std::ranges::sort(names);
    for (auto at = std::ranges::adjacent_find(names); at != names.end();) {
      report_duplicate(*at);
      at = std::find_if(at, names.end(), [name = *at](auto other) { return other != name; });
      at = std::adjacent_find(at, names.end());
    }
  }
  void report_duplicate(std::string_view name) {
    std::vector<Path> chain{Path{}};
    chain.reserve(open_.size() + 1);  // paths point at their parents: no reallocation
    for (std::size_t depth = 0; depth < open_.size(); ++depth) {
      const bool last = depth + 1 == open_.size();
      if (const auto* array = open_[depth].container.array()) {
        chain.emplace_back(chain.back(), array->size());
      } else {
        chain.emplace_back(chain.back(), last ? name : std::string_view(open_[depth].key));
      }
    }
    errors_.add(chain.back(), "duplicate_key", "must be there only once");
  }

  Errors& errors_;
  std::vector<Open> open_;
  std::string text_;
  std::size_t values_ = 0;
  Value root_;
};

// A first half whose second does not follow is plain "syntax" to the parser, which stops right behind it.
bool ends_in_first_half(std::string_view text) {
  const auto at = text.rfind("\\u");
  if (at == std::string_view::npos || text.size() - at < 6 || text.size() - at > 7) return false;
  return (text[at + 2] == 'd' || text[at + 2] == 'D') &&
         std::string_view("89abAB").find(text[at + 3]) != std::string_view::npos;
}

FieldError defect(const error_code& failure, std::string_view text, std::size_t offset) {
  const auto where = " (at byte " + std::to_string(offset) + ")";
  if (failure == Code::too_deep) return {"", "depth", "must be nested at most 32 levels deep" + where};
  if (failure == Code::array_too_large) return {"", "too_many", "must have at most 250000 values" + where};
  if (failure == Code::exponent_overflow) return {"", "number", "has a number that is out of range" + where};
  if (failure == Code::illegal_leading_surrogate || failure == Code::illegal_trailing_surrogate ||
      failure == Code::expected_utf16_escape || ends_in_first_half(text.substr(0, offset))) {
    return {"", "lone_surrogate", "has half of a surrogate pair" + where};
  }
  if (failure == Code::extra_data)
    return {"", "syntax", "must be one JSON document with nothing after it" + where};
  if (failure == Code::incomplete) return {"", "syntax", "ends too early" + where};
  return {"", "syntax", "is not valid JSON in UTF-8" + where};
}

}  // namespace

Value* find(Object& object, std::string_view name) {
  const auto at = std::ranges::find(object, name, &Member::name);
  return at == object.end() ? nullptr : &at->value;
}

std::optional<Value> parse(std::string_view text, Errors& errors) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // RFC 8259, 8.1: a reader may pass over it
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  boost::json::parse_options options;
  options.max_depth = deepest;
  boost::json::basic_parser<Builder> parser(options, errors);
  const auto before = errors.size();
  error_code failure;
  const auto read = parser.write_some(false, text.data(), text.size(), failure);
  if (!failure && read < text.size()) failure = Code::extra_data;
  if (failure) {
    errors.add(defect(failure, text, read));
    return std::nullopt;
  }
  if (errors.size() != before) return std::nullopt;
  return parser.handler().take();
}

}  // namespace mrbill::json

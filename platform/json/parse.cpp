#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include <boost/json/basic_parser_impl.hpp>

#include <json/builder.hpp>
#include <json/parse.hpp>

namespace mrbill::json {

namespace {

using boost::system::error_code;
using Code = boost::json::error;

// What Boost.JSON's parser calls. Its callbacks have fixed names and shapes.
class Handler {
 public:
  constexpr static std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

  // text: what is parsed; it lies in the memory.
  Handler(std::string_view text, Memory& memory, Errors& errors)
      : source_(text), memory_(memory), builder_(memory, errors) {}
  [[nodiscard]] Value root() const { return builder_.root(); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code& failure) {
    builder_.begin_object();
    return counted(failure);
  }
  bool on_object_end(std::size_t, error_code&) {
    builder_.end_object();
    return true;
  }
  bool on_array_begin(error_code& failure) {
    builder_.begin_array();
    return counted(failure);
  }
  bool on_array_end(std::size_t, error_code&) {
    builder_.end_array();
    return true;
  }
  bool on_key_part(boost::json::string_view part, std::size_t, error_code&) { return add(part); }
  bool on_key(boost::json::string_view part, std::size_t, error_code&) {
    builder_.name(whole(part));
    return true;
  }
  bool on_string_part(boost::json::string_view part, std::size_t, error_code&) { return add(part); }
  bool on_string(boost::json::string_view part, std::size_t, error_code& failure) {
    return put(Value(whole(part)), failure);
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
  bool put(Value value, error_code& failure) {
    builder_.put(value);
    return counted(failure);
  }
  bool add(boost::json::string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }
  // A text without escapes lies in what is parsed and stays there.
  std::string_view whole(boost::json::string_view part) {
    const std::less_equal<> not_after;
    if (text_.empty() && not_after(source_.data(), part.data()) &&
        not_after(part.data() + part.size(), source_.data() + source_.size()))
      return {part.data(), part.size()};
    add(part);
    const auto kept = memory_.keep(text_);
    text_.clear();
    return kept;
  }

  std::string_view source_;
  Memory& memory_;
  Builder builder_;
  std::string text_;
  std::size_t values_ = 0;
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

std::optional<Value> parse(std::string_view text, Memory& memory, Errors& errors) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // RFC 8259, 8.1: a reader may pass over it
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  boost::json::parse_options options;
  options.max_depth = deepest;
  text = memory.keep(text);
  boost::json::basic_parser<Handler> parser(options, text, memory, errors);
  const auto before = errors.size();
  error_code failure;
  const auto read = parser.write_some(false, text.data(), text.size(), failure);
  if (!failure && read < text.size()) failure = Code::extra_data;
  if (failure) {
    errors.add(defect(failure, text, read));
    return std::nullopt;
  }
  if (errors.size() != before) return std::nullopt;
  return parser.handler().root();
}

}  // namespace mrbill::json

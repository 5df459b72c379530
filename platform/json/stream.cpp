#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <boost/json/basic_parser_impl.hpp>

#include <json/parse.hpp>
#include <json/stream.hpp>

namespace mrbill::json {

namespace {

using boost::system::error_code;
using Code = boost::json::error;

// What Boost.JSON's parser calls. Its callbacks have fixed names and shapes.
class Forwarder {
 public:
  constexpr static std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

  explicit Forwarder(Listener& listener) : listener_(listener) {}

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code& failure) { return going(listener_.begin_object(), failure); }
  bool on_object_end(std::size_t, error_code& failure) { return going(listener_.end_object(), failure); }
  bool on_array_begin(error_code& failure) { return going(listener_.begin_array(), failure); }
  bool on_array_end(std::size_t, error_code& failure) { return going(listener_.end_array(), failure); }
  bool on_key_part(boost::json::string_view part, std::size_t, error_code&) { return keep(part); }
  bool on_key(boost::json::string_view part, std::size_t, error_code& failure) {
    const bool more = listener_.key(whole(part));
    text_.clear();
    return going(more, failure);
  }
  bool on_string_part(boost::json::string_view part, std::size_t, error_code&) { return keep(part); }
  bool on_string(boost::json::string_view part, std::size_t, error_code& failure) {
    const bool more = listener_.string(whole(part));
    text_.clear();
    return going(more, failure);
  }
  bool on_number_part(boost::json::string_view part, error_code&) { return keep(part); }
  bool on_int64(std::int64_t number, boost::json::string_view, error_code& failure) {
    text_.clear();
    return going(listener_.integer(number), failure);
  }
  bool on_uint64(std::uint64_t number, boost::json::string_view part, error_code& failure) {
    return on_double(static_cast<double>(number), part, failure);
  }
  bool on_double(double number, boost::json::string_view part, error_code& failure) {
    if (!std::isfinite(number)) {
      failure = Code::exponent_overflow;
      return false;
    }
    const bool more = listener_.number(number, whole(part));
    text_.clear();
    return going(more, failure);
  }
  bool on_bool(bool boolean, error_code& failure) { return going(listener_.boolean(boolean), failure); }
  bool on_null(error_code& failure) { return going(listener_.null(), failure); }
  bool on_comment_part(boost::json::string_view, error_code&) { return true; }
  bool on_comment(boost::json::string_view, error_code&) { return true; }

  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  bool keep(boost::json::string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }
  // Most texts come in one part and are not copied.
  std::string_view whole(boost::json::string_view part) {
    if (text_.empty()) return {part.data(), part.size()};
    keep(part);
    return text_;
  }
  bool going(bool more, error_code& failure) {
    if (more) return true;
    stopped_ = true;
    failure = Code::array_too_large;
    return false;
  }

  Listener& listener_;
  std::string text_;
  bool stopped_ = false;
};

boost::json::parse_options options() {
  boost::json::parse_options chosen;
  chosen.max_depth = deepest;
  return chosen;
}

}  // namespace

struct StreamReader::State {
  explicit State(Listener& listener) : parser(options(), listener) {}
  bool write(bool more, std::string_view piece) {
    error_code failure;
    const auto read = parser.write_some(more, piece.data(), piece.size(), failure);
    if (!failure && read < piece.size()) failure = Code::extra_data;
    position += read;
    if (!failure) return true;
    if (!parser.handler().stopped()) {
      defect = failure.message() + " (at byte " + std::to_string(position) + ")";
    }
    return false;
  }
  boost::json::basic_parser<Forwarder> parser;
  std::size_t position = 0;
  std::string defect;
};

StreamReader::StreamReader(Listener& listener) : state_(std::make_unique<State>(listener)) {}
StreamReader::~StreamReader() = default;

bool StreamReader::feed(std::string_view piece) {
  return state_->write(true, piece);
}

bool StreamReader::finish() {
  return state_->write(false, {});
}

const std::string& StreamReader::defect() const {
  return state_->defect;
}

}  // namespace mrbill::json

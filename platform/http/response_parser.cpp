#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <http/response_parser.hpp>

namespace mrbill::http {

namespace beast = boost::beast;
using beast::error_code;

namespace {

constexpr std::uint32_t head_limit = 32 * 1024;

}  // namespace

class ResponseParser::Grammar final : public beast::http::basic_parser<false> {
 public:
  Grammar(Answer& into, bool without_body, std::size_t max) : answer(into), max_body(max) {
    header_limit(head_limit);
    body_limit(max);
    skip(without_body);
  }

  Answer& answer;
  std::size_t max_body;
  bool in_head = true;

 private:
  void on_request_impl(beast::http::verb, beast::string_view, beast::string_view, int, error_code&) override {
  }
  void on_response_impl(int status, beast::string_view, int, error_code&) override {
    answer.status = static_cast<unsigned>(status);
  }
  void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                     error_code&) override {
    if (in_head)
      answer.headers.add(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
  }
  void on_header_impl(error_code&) override { in_head = false; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(beast::string_view piece, error_code& ec) override {
    if (answer.body.size() + piece.size() > max_body) {
      ec = beast::http::error::body_limit;
      return 0;
    }
    answer.body.append(piece.data(), piece.size());
    return piece.size();
  }
  void on_chunk_header_impl(std::uint64_t, beast::string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view piece, error_code& ec) override {
    return on_body_impl(piece, ec);
  }
  void on_finish_impl(error_code&) override {}
};

ResponseParser::ResponseParser(Answer& into, bool without_body, std::size_t max_body)
    : grammar_(std::make_unique<Grammar>(into, without_body, max_body)) {}
ResponseParser::~ResponseParser() = default;

bool ResponseParser::complete() const {
  return grammar_->is_done();
}
bool ResponseParser::keep_alive() const {
  return grammar_->keep_alive() && !grammar_->need_eof();
}

Result<std::size_t, std::string_view> ResponseParser::read(std::string_view bytes) {
  std::size_t used = 0;
  while (used < bytes.size() && !grammar_->is_done()) {
    const auto left = bytes.size() - used;
    // A chunked body ends with five bytes; given fewer, Beast's parser may run into an assertion of its own.
    if (grammar_->is_header_done() && grammar_->chunked() && left < 5) break;
    error_code ec;
    used += grammar_->put(asio::const_buffer(bytes.data() + used, left), ec);
    if (ec == beast::http::error::need_more) break;
    if (ec == beast::http::error::body_limit) return fail(std::string_view("the answer is too large"));
    if (ec) return fail(std::string_view("the answer is malformed"));
  }
  return used;
}

bool ResponseParser::end_of_stream() {
  if (!grammar_->got_some()) return false;
  error_code ec;
  grammar_->put_eof(ec);
  return !ec && grammar_->is_done();
}

}  // namespace mrbill::http

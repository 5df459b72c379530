#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <http/percent.hpp>

namespace mrbill::http {

namespace urls = boost::urls;

bool has_whole_percents(std::string_view text) {
  return urls::make_pct_string_view({text.data(), text.size()}).has_value();
}

std::optional<std::string> percent_decoded(std::string_view text) {
  const auto whole = urls::make_pct_string_view({text.data(), text.size()});
  return whole ? std::optional(whole->decode()) : std::nullopt;
}

std::string percent_encoded(std::string_view text) {
  return urls::encode({text.data(), text.size()}, urls::unreserved_chars);
}

}  // namespace mrbill::http

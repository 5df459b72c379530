#include <algorithm>

#include <http/links.hpp>
#include <http/percent.hpp>

namespace mrbill::http {

namespace {

void append_parameter(std::string& target, bool& first,
                      const std::pair<std::string, std::string>& parameter) {
  target += first ? '?' : '&';
  first = false;
  target += percent_encoded(parameter.first);
  target += '=';
  target += percent_encoded(parameter.second);
}

}  // namespace

void LinkHeader::add(std::string_view relation, const QueryParameters& replaced,
                     const std::vector<std::string_view>& dropped) {
  if (!value_.empty()) value_ += ", ";
  value_ += '<' + path_;
  bool first = true;
  for (const auto& parameter : query_) {
    const auto same = [&](const auto& other) { return other.first == parameter.first; };
    const bool goes = std::ranges::any_of(replaced, same) || std::ranges::count(dropped, parameter.first) > 0;
    if (!goes) append_parameter(value_, first, parameter);
  }
  for (const auto& parameter : replaced) append_parameter(value_, first, parameter);
  ((value_ += ">; rel=\"") += relation) += '"';
}

}  // namespace mrbill::http

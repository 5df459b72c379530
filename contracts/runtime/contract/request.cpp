#include <algorithm>
#include <utility>
#include <vector>

#include <base/ascii.hpp>
#include <base/number.hpp>
#include <contract/request.hpp>
#include <http/cookies.hpp>
#include <http/problem.hpp>
#include <json/parse.hpp>
#include <text/text.hpp>

namespace mrbill::contract {

namespace {

constexpr std::string_view form_media_type = "application/x-www-form-urlencoded";

std::string_view without_spaces(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void refuse_repeated(const http::QueryParameters& parameters, std::string_view place, json::Errors& errors) {
  for (auto at = parameters.begin(); at != parameters.end(); ++at) {
    const auto same = [&](const auto& other) { return other.first == at->first; };
    const bool second = std::count_if(parameters.begin(), at, same) == 1;
    if (second) errors.add({std::string(place) + at->first, "repeated", "must be there only once"});
  }
}

bool is_form(const http::Request& request) {
  const auto type = request.headers.get_or("Content-Type", "");
  const auto media = without_spaces(type.substr(0, type.find(';')));
  return std::ranges::equal(media, form_media_type,
                            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// A form's fields as an object of strings. Browsers send fields that were left empty: they count as left out.
std::optional<json::Value> read_form(const http::Request& request, json::Memory& memory,
                                     json::Errors& errors) {
  auto fields = http::parse_form(request.body);
  if (!fields) {
    errors.add({"", "encoding", "is not a valid form in UTF-8"});
    return std::nullopt;
  }
  const auto before = errors.size();
  refuse_repeated(*fields, "/", errors);
  if (errors.size() != before) return std::nullopt;
  std::vector<json::Member> members;
  for (const auto& [name, value] : *fields) {
    if (!value.empty()) members.push_back({memory.keep(name), json::Value(memory.keep(value))});
  }
  return json::Value(memory.keep(std::span<const json::Member>(members)));
}

}  // namespace

Parameters::Parameters(const http::Request& request, std::span<const std::string_view> query_names,
                       json::Errors& errors, std::span<const std::string_view> list_names)
    : request_(request), errors_(errors) {
  auto query = http::parse_query(request.query);
  if (!query) {
    errors_.add(std::move(query).error());
    return;
  }
  query_ = *std::move(query);
  join_lists(list_names);
  refuse_repeated(query_, "query:", errors_);
  for (const auto& [name, value] : query_) {
    if (std::ranges::find(query_names, name) == query_names.end()) {
      errors_.add(
          {"query:" + name.substr(0, 100), "unknown_parameter", "is not a parameter of this operation"});
    }
  }
}

void Parameters::join_lists(std::span<const std::string_view> list_names) {
  http::QueryParameters joined;
  for (auto& parameter : query_) {
    const bool is_list = std::ranges::find(list_names, parameter.first) != list_names.end();
    const auto first =
        is_list ? std::ranges::find(joined, parameter.first, &http::QueryParameters::value_type::first)
                : joined.end();
    if (first == joined.end()) {
      joined.push_back(std::move(parameter));
    } else {
      first->second += ',' + parameter.second;
    }
  }
  query_ = std::move(joined);
}

std::optional<std::string> Parameters::find_header(std::string_view label, std::string_view name) const {
  if (request_.headers.count(name) > 1) errors_.add(json::Path(label), "repeated", "must be there only once");
  auto value = request_.headers.find(name);
  if (!value) return std::nullopt;
  // Header fields may hold any bytes; the rules count code points.
  if (text::is_valid_utf8(*value)) return std::string(*value);
  errors_.add(json::Path(label), "encoding", "must be UTF-8");
  return std::nullopt;
}

std::optional<std::string> Parameters::find(std::string_view label) const {
  const auto colon = label.find(':');
  const auto place = label.substr(0, colon);
  const auto name = label.substr(colon + 1);
  if (place == "query") {
    const auto at =
        std::ranges::find(query_, name, [](const auto& entry) { return std::string_view(entry.first); });
    return at == query_.end() ? std::nullopt : std::optional(at->second);
  }
  if (place == "path") {
    const auto value = request_.path_parameter(name);
    return value ? std::optional(std::string(*value)) : std::nullopt;
  }
  if (place == "header") return find_header(label, name);
  return http::cookie(request_.headers, name);
}

json::Value Parameters::as_value(std::string_view text, const json::IntegerRule& /*rule*/,
                                 json::Memory& /*memory*/) {
  if (const auto number = number_in<std::int64_t>(text)) return json::Value(*number);
  const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
  if (digits.empty() || !std::ranges::all_of(digits, ascii::is_digit)) return json::Value(text);
  return json::Value(text.front() == '-' ? -1e300 : 1e300);  // one that does not fit
}

json::Value Parameters::as_value(std::string_view text, json::BooleanRule /*rule*/,
                                 json::Memory& /*memory*/) {
  if (text == "true" || text == "false") return json::Value(text == "true");
  return json::Value(text);
}

std::string Parameters::with_pluses(std::string text, json::TimeRule /*rule*/) {
  std::ranges::replace(text, ' ', '+');
  return text;
}

std::string Parameters::with_pluses(std::string text, const json::StringRule& rule) {
  const bool says_nothing = text == " ";
  if (says_nothing || rule.pattern == nullptr || matches(*rule.pattern, text)) return text;
  auto other = text;
  std::ranges::replace(other, ' ', '+');
  return matches(*rule.pattern, other) ? other : text;
}

json::Value Parameters::comma_separated(std::string_view text, json::Memory& memory) {
  std::vector<json::Value> items;
  while (!text.empty()) {  // a list of none is empty, as URI templates write it
    const auto end = std::min(text.find(','), text.size());
    items.emplace_back(text.substr(0, end));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (text.empty()) items.emplace_back(text);
  }
  return json::Value(memory.keep(std::span<const json::Value>(items)));
}

std::optional<json::Value> read_body(const http::Request& request, BodyIs demand, json::Memory& memory,
                                     json::Errors& errors) {
  if (request.body.empty()) {
    if (demand == BodyIs::required) errors.add({"", "required", "a body is required"});
    return std::nullopt;
  }
  return is_form(request) ? read_form(request, memory, errors) : json::parse(request.body, memory, errors);
}

http::Response invalid_request(json::Errors& errors) {
  auto list = errors.take();
  using Invalid = http::Problem<ErrorCode::invalid_request>;
  if (list.size() == 1)
    return Invalid("One thing is wrong with the request; errors names it.", std::move(list)).response();
  return Invalid::filled("{} things are wrong with the request; errors names each.", list.size())
      .with_errors(list)
      .response();
}

http::Response precondition_required() {
  return http::Problem<ErrorCode::precondition_required>(
             "Send the ETag you last saw as If-Match, so that no change is lost.")
      .response();
}

}  // namespace mrbill::contract

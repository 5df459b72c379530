// A request's parts as the generated code reads them: parameters and body, each checked, every
// error gathered.
//
//   const Parameters parameters(request, names_of_the_query, errors);
//   parameters.required("path:pocId", json::UuidRule{}, input.poc_id);
//   parameters.optional("query:page", json::IntegerRule{.minimum = 1}, input.page);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <http/message.hpp>
#include <http/query.hpp>
#include <json/errors.hpp>
#include <json/reader.hpp>
#include <json/value.hpp>

namespace mrbill::contract {

class Parameters {
 public:
  // Reports query parameters that are not among the names, or there more than once. A list may be there
  // several times: some clients repeat the name for each item, others part the items by commas.
  Parameters(const http::Request& request, std::span<const std::string_view> query_names,
             json::Errors& errors, std::span<const std::string_view> list_names = {});

  // label: "path:pocId", "query:page", "header:If-Match", "cookie:name".
  template <class Rule, class T>
  void required(std::string_view label, const Rule& rule, T& to) const {
    if (auto text = find(label)) {
      read_text(*std::move(text), label, rule, to);
    } else {
      errors_.add(json::Path(label), "required", "is required");
    }
  }
  template <class Rule, class T>
  void optional(std::string_view label, const Rule& rule, T& to) const {
    if (auto text = find(label)) read_text(*std::move(text), label, rule, to);
  }
  template <class Rule, class T>
  void optional(std::string_view label, const Rule& rule, std::optional<T>& to) const {
    if (auto text = find(label)) read_text(*std::move(text), label, rule, to.emplace());
  }

 private:
  [[nodiscard]] std::optional<std::string> find(std::string_view label) const;
  [[nodiscard]] std::optional<std::string> find_header(std::string_view label, std::string_view name) const;

  template <class Rule, class T>
  void read_text(std::string text, std::string_view label, const Rule& rule, T& to) const {
    if (label.starts_with("query:")) text = with_pluses(std::move(text), rule);
    json::Memory memory;
    const auto value = as_value(text, rule, memory);
    read(value, json::Path(label), errors_, rule, to);
  }

  // A plus of a query that was taken for a blank, where there can be none: 09:05+01:00, Etc/GMT+3.
  static std::string with_pluses(std::string text, json::TimeRule rule);
  static std::string with_pluses(std::string text, const json::StringRule& rule);
  static std::string with_pluses(std::string text, const auto& /*rule*/) { return text; }

  // The text, which outlives it, as JSON would have it; what cannot be such a value stays text and is refused
  // by its type.
  static json::Value as_value(std::string_view text, const json::IntegerRule& rule, json::Memory& memory);
  static json::Value as_value(std::string_view text, json::BooleanRule rule, json::Memory& memory);
  static json::Value as_value(std::string_view text, const auto& /*rule*/, json::Memory& /*memory*/) {
    return json::Value(text);
  }
  template <class Item>
  static json::Value as_value(std::string_view text, const json::ArrayRule<Item>& /*rule*/,
                              json::Memory& memory) {
    return comma_separated(text, memory);
  }
  static json::Value comma_separated(std::string_view text, json::Memory& memory);

  const http::Request& request_;
  json::Errors& errors_;
  void join_lists(std::span<const std::string_view> list_names);

  http::QueryParameters query_;
};

enum class BodyIs : std::uint8_t { required, optional };
// The body as a document, from JSON or from a form; nothing where it is missing or wrong.
[[nodiscard]] std::optional<json::Value> read_body(const http::Request& request, BodyIs demand,
                                                   json::Memory& memory, json::Errors& errors);

// 400 with everything that is wrong.
[[nodiscard]] http::Response invalid_request(json::Errors& errors);
// 428: If-Match is missing.
[[nodiscard]] http::Response precondition_required();

}  // namespace mrbill::contract

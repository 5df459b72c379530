#include "adapters/postgres/import_json.hpp"

#include <stdexcept>

#include <boost/json.hpp>

namespace mrbill::catalog {
namespace {

namespace json = boost::json;

json::object object_of(std::string_view text) {
  boost::system::error_code error;
  auto value = json::parse(text, error);
  if (error || !value.is_object()) throw std::invalid_argument("an import's job holds no JSON object");
  return std::move(value.as_object());
}

std::int64_t number(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_int64()) throw std::invalid_argument("an import's job lacks a number");
  return value->as_int64();
}

std::string text(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) throw std::invalid_argument("an import's job lacks a text");
  return std::string(value->as_string());
}

}  // namespace

std::string to_json(const ImportParameters& parameters) {
  return json::serialize(json::object{{"format", parameters.format == ImportFormat::csv ? "csv" : "jsonl"},
                                      {"objectKey", parameters.object_key},
                                      {"size", static_cast<std::int64_t>(parameters.size)},
                                      {"separator", std::string(1, parameters.reading.separator)},
                                      {"monthFirst", parameters.reading.date_order == DateOrder::month_first},
                                      {"timeZone", parameters.reading.time_zone}});
}

std::string to_json(const ImportTally& tally) {
  return json::serialize(json::object{{"rows", tally.rows},
                                      {"created", tally.created},
                                      {"updated", tally.updated},
                                      {"unchanged", tally.unchanged},
                                      {"failed", tally.failed},
                                      {"errors", tally.errors},
                                      {"finished", tally.finished}});
}

ImportParameters parse_import_parameters(std::string_view json) {
  const auto object = object_of(json);
  return {.format = text(object, "format") == "csv" ? ImportFormat::csv : ImportFormat::jsonl,
          .object_key = text(object, "objectKey"),
          .size = static_cast<std::uint64_t>(number(object, "size")),
          .reading = {
              .separator = text(object, "separator").at(0),
              .date_order = object.at("monthFirst").as_bool() ? DateOrder::month_first : DateOrder::day_first,
              .time_zone = text(object, "timeZone")}};
}

ImportTally parse_import_tally(std::string_view json) {
  if (json.empty() || json == "{}") return {};
  const auto object = object_of(json);
  return {.rows = number(object, "rows"),
          .created = number(object, "created"),
          .updated = number(object, "updated"),
          .unchanged = number(object, "unchanged"),
          .failed = number(object, "failed"),
          .errors = number(object, "errors"),
          .finished = object.at("finished").as_bool()};
}

}  // namespace mrbill::catalog

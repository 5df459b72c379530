#include "adapters/postgres/spec_json.hpp"

#include <stdexcept>

#include <boost/json.hpp>

namespace mrbill::content {
namespace {

namespace json = boost::json;

json::array texts_of(const std::vector<std::string>& texts) {
  json::array array;
  for (const auto& text : texts) array.emplace_back(text);
  return array;
}

void add_options(json::object& object, const VideoOptions& options) {
  object["style"] = options.style;
  object["musicTrack"] = options.music_track ? json::value(*options.music_track) : json::value(nullptr);
  object["shape"] = to_string(options.shape);
  object["durationSeconds"] = options.seconds;
  object["calm"] = options.calm;
}

void add_options(json::object& object, const ReportOptions& options) {
  json::array groups;
  for (const auto grouping : options.group_by) groups.emplace_back(to_string(grouping));
  object["groupBy"] = std::move(groups);
  object["format"] = to_string(options.format);
}

std::string text(const json::value& value) {
  return std::string(value.as_string());
}

std::vector<std::string> texts(const json::value& value) {
  std::vector<std::string> found;
  for (const auto& item : value.as_array()) found.push_back(text(item));
  return found;
}

VideoOptions video_options(const json::object& object) {
  const auto& track = object.at("musicTrack");
  return {.style = text(object.at("style")),
          .music_track = track.is_null() ? std::nullopt : std::optional(text(track)),
          .shape = parse_shape(text(object.at("shape"))).value(),
          .seconds = static_cast<int>(object.at("durationSeconds").as_int64()),
          .calm = object.at("calm").as_bool()};
}

ReportOptions report_options(const json::object& object) {
  ReportOptions options{.format = parse_format(text(object.at("format"))).value()};
  for (const auto& word : texts(object.at("groupBy")))
    options.group_by.push_back(parse_grouping(word).value());
  return options;
}

}  // namespace

std::string parameters_json(const Spec& spec) {
  json::object object{{"includeTags", texts_of(spec.include_tags)},
                      {"excludeTags", texts_of(spec.exclude_tags)},
                      {"includePrivate", spec.include_private},
                      {"locale", to_string(spec.locale)}};
  std::visit([&](const auto& options) { add_options(object, options); }, spec.options);
  return json::serialize(object);
}

void read_parameters(std::string_view text_of_it, Type type, Spec& spec) {
  try {
    const auto value = json::parse(text_of_it);
    const auto& object = value.as_object();
    spec.include_tags = texts(object.at("includeTags"));
    spec.exclude_tags = texts(object.at("excludeTags"));
    spec.include_private = object.at("includePrivate").as_bool();
    spec.locale = parse_locale(text(object.at("locale"))).value();
    if (type == Type::video)
      spec.options = video_options(object);
    else
      spec.options = report_options(object);
  } catch (const std::exception& error) {
    throw std::invalid_argument(std::string("a request's parameters cannot be read: ") + error.what());
  }
}

}  // namespace mrbill::content

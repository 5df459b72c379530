#include "adapters/postgres/wishes_json.hpp"

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

void add_look(json::object& object, const VideoLook& look) {
  object["style"] = look.style;
  object["musicTrack"] = look.music_track ? json::value(*look.music_track) : json::value(nullptr);
  object["shape"] = to_string(look.shape);
  object["durationSeconds"] = look.seconds;
  object["calm"] = look.calm;
}

void add_look(json::object& object, const ReportLook& look) {
  json::array groups;
  for (const auto grouping : look.group_by) groups.emplace_back(to_string(grouping));
  object["groupBy"] = std::move(groups);
  object["format"] = to_string(look.format);
}

std::string text(const json::value& value) {
  return std::string(value.as_string());
}

std::vector<std::string> texts(const json::value& value) {
  std::vector<std::string> found;
  for (const auto& item : value.as_array()) found.push_back(text(item));
  return found;
}

VideoLook video_look(const json::object& object) {
  const auto& track = object.at("musicTrack");
  return {.style = text(object.at("style")),
          .music_track = track.is_null() ? std::nullopt : std::optional(text(track)),
          .shape = parse_shape(text(object.at("shape"))).value(),
          .seconds = static_cast<int>(object.at("durationSeconds").as_int64()),
          .calm = object.at("calm").as_bool()};
}

ReportLook report_look(const json::object& object) {
  ReportLook look{.format = parse_format(text(object.at("format"))).value()};
  for (const auto& word : texts(object.at("groupBy"))) look.group_by.push_back(parse_grouping(word).value());
  return look;
}

}  // namespace

std::string parameters_json(const Wishes& wishes) {
  json::object object{{"includeTags", texts_of(wishes.include_tags)},
                      {"excludeTags", texts_of(wishes.exclude_tags)},
                      {"includePrivate", wishes.include_private},
                      {"locale", to_string(wishes.locale)}};
  std::visit([&](const auto& look) { add_look(object, look); }, wishes.look);
  return json::serialize(object);
}

void read_parameters(std::string_view text_of_it, Type type, Wishes& wishes) {
  try {
    const auto value = json::parse(text_of_it);
    const auto& object = value.as_object();
    wishes.include_tags = texts(object.at("includeTags"));
    wishes.exclude_tags = texts(object.at("excludeTags"));
    wishes.include_private = object.at("includePrivate").as_bool();
    wishes.locale = parse_locale(text(object.at("locale"))).value();
    if (type == Type::video)
      wishes.look = video_look(object);
    else
      wishes.look = report_look(object);
  } catch (const std::exception& error) {
    throw std::invalid_argument(std::string("a request's parameters cannot be read: ") + error.what());
  }
}

}  // namespace mrbill::content

// Made by tools/contractgen from sample.yaml; not edited by hand.
#pragma once

#include <type_traits>
#include <utility>

#include <base/unreachable.hpp>
#include <contract/sample.hpp>
#include <contract/mapping.hpp>

namespace mrbill::contract::sample {

template <class Value>
  requires std::is_enum_v<Value>
constexpr SortBy make_message(std::type_identity<SortBy>, Value value) {
  switch (value) {
    case Value::name:
      return SortBy::name;
    case Value::created_at:
      return SortBy::created_at;
    case Value::public_:
      return SortBy::public_;
  }
  unreachable();
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, SortBy message) {
  switch (message) {
    case SortBy::name:
      return Value::name;
    case SortBy::created_at:
      return Value::created_at;
    case SortBy::public_:
      return Value::public_;
  }
  unreachable();
}
template <class Value>
  requires std::is_enum_v<Value>
constexpr Colour make_message(std::type_identity<Colour>, Value value) {
  switch (value) {
    case Value::red:
      return Colour::red;
    case Value::dark_green:
      return Colour::dark_green;
  }
  unreachable();
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, Colour message) {
  switch (message) {
    case Colour::red:
      return Value::red;
    case Colour::dark_green:
      return Value::dark_green;
  }
  unreachable();
}
template <class... Parts>
constexpr Part make_message(std::type_identity<Part>, Parts&&... parts) {
  return {
      .colour = converted<Colour>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).colour)) { return std::forward<decltype(part)>(part).colour; }, std::forward<Parts>(parts)...)),
      .since = converted<std::optional<Timestamp>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).since)) { return std::forward<decltype(part)>(part).since; }, std::forward<Parts>(parts)...)),
  };
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, Part message) {
  Value value{};
  value.colour = converted<decltype(value.colour)>(std::move(message.colour));
  value.since = converted<decltype(value.since)>(std::move(message.since));
  [[maybe_unused]] const auto& [field_1, field_2] = value;  // as many as the message has
  return value;
}
template <class... Parts>
constexpr Thing make_message(std::type_identity<Thing>, Parts&&... parts) {
  return {
      .thing_id = converted<Uuid>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).thing_id)) { return std::forward<decltype(part)>(part).thing_id; }, std::forward<Parts>(parts)...)),
      .name = converted<std::string>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).name)) { return std::forward<decltype(part)>(part).name; }, std::forward<Parts>(parts)...)),
      .note = converted<std::optional<std::string>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).note)) { return std::forward<decltype(part)>(part).note; }, std::forward<Parts>(parts)...)),
      .secret = converted<std::optional<std::string>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).secret)) { return std::forward<decltype(part)>(part).secret; }, std::forward<Parts>(parts)...)),
      .parts = converted<std::vector<Part>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).parts)) { return std::forward<decltype(part)>(part).parts; }, std::forward<Parts>(parts)...)),
  };
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, Thing message) {
  Value value{};
  value.thing_id = converted<decltype(value.thing_id)>(std::move(message.thing_id));
  value.name = converted<decltype(value.name)>(std::move(message.name));
  value.note = converted<decltype(value.note)>(std::move(message.note));
  value.secret = converted<decltype(value.secret)>(std::move(message.secret));
  value.parts = converted<decltype(value.parts)>(std::move(message.parts));
  [[maybe_unused]] const auto& [field_1, field_2, field_3, field_4, field_5] = value;  // as many as the message has
  return value;
}
template <class... Parts>
constexpr ThingList make_message(std::type_identity<ThingList>, Parts&&... parts) {
  return {
      .items = converted<std::vector<Thing>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).items)) { return std::forward<decltype(part)>(part).items; }, std::forward<Parts>(parts)...)),
  };
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, ThingList message) {
  Value value{};
  value.items = converted<decltype(value.items)>(std::move(message.items));
  [[maybe_unused]] const auto& [field_1] = value;  // as many as the message has
  return value;
}
template <class... Parts>
constexpr NewThing make_message(std::type_identity<NewThing>, Parts&&... parts) {
  return {
      .name = converted<std::string>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).name)) { return std::forward<decltype(part)>(part).name; }, std::forward<Parts>(parts)...)),
      .address = converted<std::optional<std::string>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).address)) { return std::forward<decltype(part)>(part).address; }, std::forward<Parts>(parts)...)),
      .size = converted<std::int64_t>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).size)) { return std::forward<decltype(part)>(part).size; }, std::forward<Parts>(parts)...)),
      .weight = converted<std::optional<double>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).weight)) { return std::forward<decltype(part)>(part).weight; }, std::forward<Parts>(parts)...)),
      .parts = converted<std::vector<Part>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).parts)) { return std::forward<decltype(part)>(part).parts; }, std::forward<Parts>(parts)...)),
      .extra = converted<std::optional<std::string>>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).extra)) { return std::forward<decltype(part)>(part).extra; }, std::forward<Parts>(parts)...)),
  };
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, NewThing message) {
  Value value{};
  value.name = converted<decltype(value.name)>(std::move(message.name));
  value.address = converted<decltype(value.address)>(std::move(message.address));
  value.size = converted<decltype(value.size)>(std::move(message.size));
  value.weight = converted<decltype(value.weight)>(std::move(message.weight));
  value.parts = converted<decltype(value.parts)>(std::move(message.parts));
  value.extra = converted<decltype(value.extra)>(std::move(message.extra));
  [[maybe_unused]] const auto& [field_1, field_2, field_3, field_4, field_5, field_6] = value;  // as many as the message has
  return value;
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, ThingPatch message) {
  Value value{};
  value.name = converted<decltype(value.name)>(std::move(message.name));
  value.note = converted<decltype(value.note)>(std::move(message.note));
  [[maybe_unused]] const auto& [field_1, field_2] = value;  // as many as the message has
  return value;
}

}  // namespace mrbill::contract::sample

// Made by tools/contractgen from events/; not edited by hand.
#pragma once

#include <type_traits>
#include <utility>

#include <base/unreachable.hpp>
#include <contract/bells.hpp>
#include <contract/mapping.hpp>

namespace mrbill::contract::bells {

template <class... Parts>
constexpr BellRung make_message(std::type_identity<BellRung>, Parts&&... parts) {
  return {
      .bell_id = converted<Uuid>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).bell_id)) { return std::forward<decltype(part)>(part).bell_id; }, std::forward<Parts>(parts)...)),
      .extra = converted<std::string>(pick([](auto&& part) -> decltype((std::forward<decltype(part)>(part).extra)) { return std::forward<decltype(part)>(part).extra; }, std::forward<Parts>(parts)...)),
  };
}
template <class Value>
constexpr Value make_value(std::type_identity<Value>, BellRung message) {
  Value value{};
  value.bell_id = converted<decltype(value.bell_id)>(std::move(message.bell_id));
  value.extra = converted<decltype(value.extra)>(std::move(message.extra));
  [[maybe_unused]] const auto& [field_1, field_2] = value;  // as many as the message has
  return value;
}

}  // namespace mrbill::contract::bells

// Between a contract's messages and a program's own values, where both call a field by the same name.
//
//   auto answer = contract::message_of<wire::Poc>(poc.content, poc, Renamed{.poc_id = poc.id});
//   auto draft = contract::value_of<PocDraft>(std::move(request));
//
// A message takes each field from the first of its parts that has one of this name; a value has the very
// fields of its message. A field that is missing on either side does not compile. Ids, optionals, lists,
// enums and structs within are turned as well. contractgen emits the list of the fields: include
// <contract/NAME_mapping.hpp>.
#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <base/uuid.hpp>
#include <json/patch.hpp>

namespace mrbill::contract {

// The message of its parts.
template <class Message, class... Parts>
[[nodiscard]] constexpr Message message_of(Parts&&... parts) {
  return make_message(std::type_identity<Message>{}, std::forward<Parts>(parts)...);
}

// The value of a message.
template <class Value, class Message>
[[nodiscard]] constexpr Value value_of(Message&& message) {
  return make_value(std::type_identity<Value>{}, std::forward<Message>(message));
}

// What follows is for the emitted code.

template <class Member, class Part, class... Parts>
constexpr decltype(auto) pick(Member member, Part&& part, Parts&&... parts) {
  if constexpr (std::is_invocable_v<Member, Part>) {
    return member(std::forward<Part>(part));
  } else {
    static_assert(sizeof...(Parts) > 0, "a field of the message is in none of its parts");
    return pick(member, std::forward<Parts>(parts)...);
  }
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_patch = false;
template <class T>
inline constexpr bool is_patch<Patch<T>> = true;

template <class To, class From>
constexpr To converted(From&& from);

// Left out: nothing. Null, where the value within may be nothing: a nothing within.
template <class To, class T>
constexpr To converted_patch(const Patch<T>& from) {
  if (from.is_absent()) return std::nullopt;
  using Within = typename To::value_type;
  if constexpr (is_optional<Within>) {
    if (from.is_null()) return To(Within());
  }
  return To(converted<Within>(from.value()));
}

template <class To, class From>
constexpr To converted_list(From&& from) {
  To list;
  list.reserve(from.size());
  for (auto& item : from) {
    if constexpr (std::is_lvalue_reference_v<From>) {
      list.push_back(converted<typename To::value_type>(item));
    } else {
      list.push_back(converted<typename To::value_type>(std::move(item)));
    }
  }
  return list;
}

template <class To, class From>
constexpr To converted(From&& from) {
  using Given = std::remove_cvref_t<From>;
  if constexpr (std::is_same_v<Given, To>) {
    return std::forward<From>(from);
  } else if constexpr (is_patch<Given>) {
    return converted_patch<To>(from);
  } else if constexpr (is_optional<Given>) {
    static_assert(is_optional<To>, "what may be nothing cannot become what is always there");
    return from ? To(converted<typename To::value_type>(*std::forward<From>(from))) : To();
  } else if constexpr (is_optional<To>) {
    return To(converted<typename To::value_type>(std::forward<From>(from)));
  } else if constexpr (is_list<Given> && is_list<To>) {
    return converted_list<To>(std::forward<From>(from));
  } else if constexpr (std::is_same_v<To, Uuid>) {
    return from.uuid;
  } else if constexpr (std::is_same_v<Given, Uuid>) {
    return To{from};
  } else if constexpr (std::is_convertible_v<From, To>) {
    return static_cast<To>(std::forward<From>(from));
  } else if constexpr (requires { make_message(std::type_identity<To>{}, std::forward<From>(from)); }) {
    return make_message(std::type_identity<To>{}, std::forward<From>(from));
  } else {
    return make_value(std::type_identity<To>{}, std::forward<From>(from));
  }
}

}  // namespace mrbill::contract

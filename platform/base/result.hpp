// Failure that the caller may expect, told in the type.
//
//   Result<Poc, PocError> find(PocId id);
//   TRY(auto poc, find(id));                 // returns the error from this function
//   CO_TRY(auto poc, co_await store.find(id));  // the same inside a coroutine
//
// A macro's declaration form is used because g++ 12 crashes on a statement expression that holds co_await.
#pragma once

#include <expected>
#include <utility>

namespace mrbill {

template <class T, class E>
using Result = std::expected<T, E>;

template <class E>
[[nodiscard]] constexpr std::unexpected<std::decay_t<E>> fail(E&& error) {
  return std::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

}  // namespace mrbill

#define MRBILL_JOIN_(a, b) a##b
#define MRBILL_JOIN(a, b) MRBILL_JOIN_(a, b)
#define MRBILL_TRY_(keyword, holder, declaration, ...)            \
  auto holder = (__VA_ARGS__);                                    \
  if (!holder) keyword ::mrbill::fail(std::move(holder).error()); \
  declaration = *std::move(holder)
#define TRY(declaration, ...) MRBILL_TRY_(return, MRBILL_JOIN(try_, __LINE__), declaration, __VA_ARGS__)
#define CO_TRY(declaration, ...) MRBILL_TRY_(co_return, MRBILL_JOIN(try_, __LINE__), declaration, __VA_ARGS__)

// For Result<void, E>: there is nothing to declare.
#define TRY_VOID(...) \
  if (auto outcome = (__VA_ARGS__); !outcome) return ::mrbill::fail(std::move(outcome).error())
#define CO_TRY_VOID(...) \
  if (auto outcome = (__VA_ARGS__); !outcome) co_return ::mrbill::fail(std::move(outcome).error())

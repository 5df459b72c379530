// The language that a reader wants most of those that there are (Accept-Language, RFC 9110 section 12.5.4).
//
//   constexpr std::array<std::string_view, 2> offered{"en", "pt-BR"};
//   preferred_language("fr, PT;q=0.8, en;q=0.5", offered)   // 1
//
// Letter case does not matter. A range is for every tag that it begins (pt: pt-BR); who asks for pt-PT is
// better served by pt-BR than by no Portuguese. Of equals the first named wins. q=0 refuses. What is
// malformed says nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace mrbill::http {

// The place among the offered; nothing where none of them is asked for.
[[nodiscard]] std::optional<std::size_t> preferred_language(std::string_view accept_language,
                                                            std::span<const std::string_view> offered);

}  // namespace mrbill::http

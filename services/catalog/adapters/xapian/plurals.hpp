// The plural of Portuguese and English, as it ends: what singulars a word may be the plural of.
//
//   singulars_of("declaracoes")  ->  declaracoe declaracao declaraco ...   // one of them is a word
//
// Nothing is known of words but their endings, so some are none. They are compared with words that are there,
// so that those find nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

// Of a folded word.
[[nodiscard]] std::vector<std::string> singulars_of(std::string_view word);

}  // namespace mrbill::catalog

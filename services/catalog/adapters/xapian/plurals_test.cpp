#include "adapters/xapian/plurals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

TEST(Plurals, meet_their_singular_in_portuguese) {
  const std::pair<const char*, const char*> pairs[] = {{"declaracoes", "declaracao"},
                                                       {"paes", "pao"},
                                                       {"irmaos", "irmao"},
                                                       {"canais", "canal"},
                                                       {"niveis", "nivel"},
                                                       {"faceis", "facil"},
                                                       {"lencois", "lencol"},
                                                       {"azuis", "azul"},
                                                       {"perfis", "perfil"},
                                                       {"imagens", "imagem"},
                                                       {"servidores", "servidor"},
                                                       {"vezes", "vez"},
                                                       {"meses", "mes"},
                                                       {"dados", "dado"},
                                                       {"aplicativos", "aplicativo"}};
  for (const auto& [plural, singular] : pairs)
    EXPECT_THAT(singulars_of(plural), Contains(singular)) << plural;
}

TEST(Plurals, meet_their_singular_in_english) {
  const std::pair<const char*, const char*> pairs[] = {
      {"queues", "queue"},  {"libraries", "library"}, {"classes", "class"}, {"boxes", "box"},
      {"batches", "batch"}, {"hashes", "hash"},       {"heroes", "hero"},   {"leaves", "leaf"},
      {"tokens", "token"},  {"caches", "cache"}};
  for (const auto& [plural, singular] : pairs)
    EXPECT_THAT(singulars_of(plural), Contains(singular)) << plural;
}

TEST(Plurals, are_no_short_words_none_with_digits_and_none_in_double_s) {
  for (const auto* word : {"aws", "js", "class", "express", "k8s", "log4js", "queue", "日本s"})
    EXPECT_THAT(singulars_of(word), IsEmpty()) << word;
}

}  // namespace
}  // namespace mrbill::catalog

#include "domain/failure_text.hpp"

#include <algorithm>
#include <array>

namespace mrbill::content {
namespace {

struct Text {
  std::string_view code, english, portuguese;
};

constexpr std::array texts{
    Text{"cancelled", "You stopped it. You can try again.",
         "Voc\u00ea interrompeu. Voc\u00ea pode tentar de novo."},
    Text{"attempts_exhausted", "It was tried several times and could not be finished. Try again later.",
         "Tentamos v\u00e1rias vezes e n\u00e3o foi poss\u00edvel concluir. Tente de novo mais tarde."},
    Text{"renderer_failed",
         "The program that makes it ended unexpectedly, several times. We have a record of it. Try again "
         "later, or with a "
         "shorter time.",
         "O programa que o produz terminou de forma inesperada, v\u00e1rias vezes. Temos o registro. Tente "
         "de novo mais tarde, "
         "ou com um per\u00edodo menor."},
    Text{"storage_full", "There is no room for it at the moment. Try again later.",
         "N\u00e3o h\u00e1 espa\u00e7o para ele no momento. Tente de novo mais tarde."},
    Text{"time_limit", "It took longer than it may. Ask for a shorter one, or for a shorter time.",
         "Demorou mais do que o permitido. Pe\u00e7a um mais curto, ou um per\u00edodo menor."},
    Text{"too_many_pocs", "There are more than 100,000 POCs in this time. Ask for a shorter one.",
         "H\u00e1 mais de 100.000 POCs neste per\u00edodo. Pe\u00e7a um per\u00edodo menor."},
    Text{"track_unusable",
         "The music of this film cannot be read. Choose another, or upload it in another format.",
         "A m\u00fasica deste v\u00eddeo n\u00e3o pode ser lida. Escolha outra, ou envie em outro formato."},
    Text{"order_too_large", "There is more text in these POCs than fits. Ask for a shorter time.",
         "H\u00e1 mais texto nestas POCs do que cabe. Pe\u00e7a um per\u00edodo menor."},
    Text{"track_missing", "The music of this film is not there any more. Choose another.",
         "A m\u00fasica deste v\u00eddeo n\u00e3o existe mais. Escolha outra."},
};

}  // namespace

std::string failure_text(std::string_view code, Locale locale, std::string_view otherwise) {
  const auto found = std::ranges::find(texts, code, &Text::code);
  if (found == texts.end()) return std::string(otherwise);
  return std::string(locale == Locale::pt_br ? found->portuguese : found->english);
}

}  // namespace mrbill::content

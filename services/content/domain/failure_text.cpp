#include "domain/failure_text.hpp"

#include <algorithm>
#include <array>

namespace mrbill::content {
namespace {

struct Text {
  std::string_view code, english, portuguese;
};

constexpr std::array texts{
    Text{"cancelled", "You stopped it. You can try again.", "Você cancelou. Se quiser, tente de novo."},
    Text{"membership_ended", "It stopped because you are not of this company any more.",
         "Foi interrompido porque você não faz mais parte desta empresa."},
    Text{"attempts_exhausted", "It was tried several times and could not be finished. Try again later.",
         "Tentamos várias vezes e não conseguimos concluir. Tente de novo mais tarde."},
    Text{"renderer_failed",
         "The program that makes it ended unexpectedly, several times. We have a record of it. Try again "
         "later, or with a shorter time.",
         "O programa que faz isso parou de repente, várias vezes. Já registramos o problema. Tente de novo "
         "mais "
         "tarde ou com um período menor."},
    Text{"storage_full", "There is no room for it at the moment. Try again later.",
         "Não há espaço no momento. Tente de novo mais tarde."},
    Text{"time_limit", "It took longer than it may. Ask for a shorter one, or for a shorter time.",
         "Demorou mais do que o permitido. Peça uma duração ou um período menor."},
    Text{"too_many_pocs", "There are more than 100,000 POCs in this time. Ask for a shorter one.",
         "Há mais de 100.000 POCs neste período. Peça um período menor."},
    Text{"track_unusable",
         "The music of this film cannot be read. Choose another, or upload it in another format.",
         "Não conseguimos ler a música deste vídeo. Escolha outra ou envie em outro formato."},
    Text{"order_too_large", "There is more text in these POCs than fits. Ask for a shorter time.",
         "Essas POCs têm mais texto do que cabe. Peça um período menor."},
    Text{"order_invalid", "Something in what was asked for cannot be understood. We have a record of it.",
         "Não conseguimos entender algo no pedido. Já registramos o problema."},
    Text{"period_empty", "The period ends before it begins. Choose another.",
         "O período termina antes de começar. Escolha outro."},
    Text{"style_unknown", "There is no such style any more. Choose another.",
         "Esse estilo não existe mais. Escolha outro."},
    Text{"track_unknown", "There is no music of this name. Choose another.",
         "Não há música com esse nome. Escolha outra."},
    Text{"track_missing", "The music of this film is not there any more. Choose another.",
         "A música deste vídeo não existe mais. Escolha outra."},
};

}  // namespace

std::string failure_text(std::string_view code, Locale locale, std::string_view otherwise) {
  const auto found = std::ranges::find(texts, code, &Text::code);
  if (found == texts.end()) return std::string(otherwise);
  return std::string(locale == Locale::pt_br ? found->portuguese : found->english);
}

}  // namespace mrbill::content

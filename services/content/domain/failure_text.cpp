#include "domain/failure_text.hpp"

#include <algorithm>
#include <array>

namespace mrbill::content {
namespace {

struct Text {
  std::string_view code, sentence;
};

constexpr std::array texts{
    Text{"cancelled", "You stopped it. You can try again."},
    Text{"membership_ended", "It stopped because you are not of this company any more."},
    Text{"attempts_exhausted", "It was tried several times and could not be finished. Try again later."},
    Text{"renderer_failed",
         "The program that makes it ended unexpectedly, several times. We have a record of it. Try again "
         "later, or with a shorter time."},
    Text{"storage_full", "There is no room for it at the moment. Try again later."},
    Text{"time_limit", "It took longer than it may. Ask for a shorter one, or for a shorter time."},
    Text{"too_many_pocs", "There are more than 100,000 POCs in this time. Ask for a shorter one."},
    Text{"track_unusable",
         "The music of this film cannot be read. Choose another, or upload it in another format."},
    Text{"order_too_large", "There is more text in these POCs than fits. Ask for a shorter time."},
    Text{"order_invalid", "Something in what was asked for cannot be understood. We have a record of it."},
    Text{"period_empty", "The period ends before it begins. Choose another."},
    Text{"style_unknown", "There is no such style any more. Choose another."},
    Text{"track_unknown", "There is no music of this name. Choose another."},
    Text{"track_missing", "The music of this film is not there any more. Choose another."},
};

}  // namespace

std::string failure_text(std::string_view code, std::string_view otherwise) {
  const auto found = std::ranges::find(texts, code, &Text::code);
  return std::string(found == texts.end() ? otherwise : found->sentence);
}

}  // namespace mrbill::content

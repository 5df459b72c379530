// How long the links of mails work. The mails and pages say these in words (adapters' mail_text.cpp and
// api/page_words.cpp), which do not compile once they would say something else.
#pragma once

#include <chrono>

namespace mrbill::auth {

inline constexpr std::chrono::hours verification_life{24};
inline constexpr std::chrono::hours reset_life{1};
inline constexpr std::chrono::days invitation_life{7};

}  // namespace mrbill::auth

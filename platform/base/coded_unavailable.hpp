// ServiceUnavailable that tells the caller what is away: a code of the contract and a sentence for people.
//
//   throw CodedUnavailable({"search_behind", "The search does not know the newest changes yet."},
//                          "the indexer hangs", 2s);
#pragma once

#include <string>
#include <string_view>

#include <base/unavailable.hpp>

namespace mrbill {

class CodedUnavailable : public ServiceUnavailable {
 public:
  // Literals: they outlive every exception.
  struct Told {
    std::string_view code;
    std::string_view detail;
  };
  CodedUnavailable(Told told, const std::string& what, std::chrono::seconds retry_after)
      : ServiceUnavailable(what, retry_after), told_(told) {}
  [[nodiscard]] const Told& told() const { return told_; }

 private:
  Told told_;
};

}  // namespace mrbill

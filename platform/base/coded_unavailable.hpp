// ServiceUnavailable that tells the caller what is away: a code of the contract and a sentence for people.
//
//   throw CodedUnavailable({ErrorCode::search_behind, "The search does not know your newest changes yet."},
//                          "the indexer hangs", 2s);
#pragma once

#include <string>

#include <base/unavailable.hpp>
#include <contract/told.hpp>

namespace mrbill {

class CodedUnavailable : public ServiceUnavailable {
 public:
  CodedUnavailable(contract::Told told, const std::string& what, std::chrono::seconds retry_after)
      : ServiceUnavailable(what, retry_after), told_(told) {}
  [[nodiscard]] contract::Told told() const { return told_; }

 private:
  contract::Told told_;
};

}  // namespace mrbill

// A person changes some fields of one of their POCs (JSON Merge Patch, RFC 7396).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"
#include "ports/poc_writer.hpp"
#include "usecases/change_content.hpp"

namespace mrbill::catalog {

// An absent member leaves the field; for text that may be empty, the inner nothing empties it.
struct PocPatch {
  std::optional<std::string> name = {};
  std::optional<std::optional<std::string>> description = {};
  std::optional<std::optional<std::string>> repository_url = {};
  std::optional<std::optional<std::string>> language = {};
  std::optional<std::vector<std::string>> tags = {};
  std::optional<std::vector<std::string>> frameworks = {};
  std::optional<bool> is_public = {};
};

[[nodiscard]] PocDraft patched(const PocContent& content, PocPatch patch);

class PatchPoc {
 public:
  PatchPoc(PocStore& store, PocWriter& writer, const Clock& clock)
      : store_(store), writer_(writer), clock_(clock) {}
  [[nodiscard]] Task<Result<Poc, ChangePocError>> operator()(Caller caller, PocId id, PocPatch patch,
                                                             ExpectedVersion expected);

 private:
  PocStore& store_;
  PocWriter& writer_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog

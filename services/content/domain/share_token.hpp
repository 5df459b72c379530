// The secret in the link of a shared film: derived from the share's id, so that its owner can read the link
// again although only a hash is stored. Who sees the database alone can make none.
#pragma once

#include <string>

#include <base/encoding.hpp>
#include <base/uuid.hpp>

namespace mrbill::content {

class ShareTokens {
 public:
  explicit ShareTokens(const Sha256& installation_secret);
  [[nodiscard]] std::string derive(const Uuid& share) const;  // 43 characters of base64url

 private:
  Sha256 key_;
};

}  // namespace mrbill::content

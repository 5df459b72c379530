#include "domain/share_token.hpp"

namespace mrbill::content {

ShareTokens::ShareTokens(const Sha256& installation_secret)
    : key_(hmac_sha256(installation_secret, "shared films")) {}

std::string ShareTokens::derive(const Uuid& share) const {
  return to_base64url(hmac_sha256(key_, share.to_string()));
}

}  // namespace mrbill::content

// What a KeySet holds; seen by key_set.cpp and verify.cpp alone, so that users of jwt.hpp do not see OpenSSL.
#pragma once

#include <functional>
#include <map>
#include <string>

#include <jwt/es256.hpp>
#include <jwt/jwt.hpp>

namespace mrbill::jwt {

struct KeySet::Keys {
  std::map<std::string, KeyHandle, std::less<>> by_kid;
};

}  // namespace mrbill::jwt

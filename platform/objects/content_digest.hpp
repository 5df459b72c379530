// SHA-256 of content that comes in pieces.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <base/encoding.hpp>

namespace mrbill::objects {

class ContentDigest {
 public:
  ContentDigest();
  ~ContentDigest();
  void add(std::string_view piece);
  [[nodiscard]] Sha256 finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

[[nodiscard]] inline std::string to_etag(const Sha256& digest) {
  return "\"" + to_hex(digest) + "\"";
}

}  // namespace mrbill::objects

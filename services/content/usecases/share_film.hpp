// A person makes a link that shows a finished film to whoever has it, or ends it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>

#include "domain/share_token.hpp"
#include "ports/sharing.hpp"

namespace mrbill::content {

struct ShareLink {
  std::string token;
  Timestamp created_at;
};

struct ShareFilmError {
  enum class Code : std::uint8_t { video_not_found, not_completed, private_pocs_named };
  using enum Code;
  Code code;
  int private_pocs = 0;  // how many are named
};

class ShareFilm {
 public:
  ShareFilm(Sharing& sharing, const ShareTokens& tokens, const Clock& clock, Random& random)
      : sharing_(sharing), tokens_(tokens), clock_(clock), random_(random) {}
  // A film that names private POCs is shown only with their number as the confirmation: it may have been
  // asked for long ago.
  [[nodiscard]] Task<Result<ShareLink, ShareFilmError>> operator()(Caller caller, RequestId id,
                                                                   std::optional<int> confirmed_private);

 private:
  Sharing& sharing_;
  const ShareTokens& tokens_;
  const Clock& clock_;
  Random& random_;
};

enum class ReadShareLinkError : std::uint8_t { video_not_found, not_shared };

// The link there is, without ending it.
class ReadShareLink {
 public:
  ReadShareLink(Sharing& sharing, const ShareTokens& tokens) : sharing_(sharing), tokens_(tokens) {}
  [[nodiscard]] Task<Result<ShareLink, ReadShareLinkError>> operator()(Caller caller, RequestId id);

 private:
  Sharing& sharing_;
  const ShareTokens& tokens_;
};

enum class UnshareFilmError : std::uint8_t { video_not_found };

class UnshareFilm {
 public:
  explicit UnshareFilm(Sharing& sharing) : sharing_(sharing) {}
  [[nodiscard]] Task<Result<void, UnshareFilmError>> operator()(Caller caller, RequestId id);

 private:
  Sharing& sharing_;
};

enum class ShowSharedFilmError : std::uint8_t { not_found };  // unknown, ended, mangled: all the same

class ShowSharedFilm {
 public:
  explicit ShowSharedFilm(Sharing& sharing) : sharing_(sharing) {}
  [[nodiscard]] Task<Result<SharedFilm, ShowSharedFilmError>> operator()(std::string token);

 private:
  Sharing& sharing_;
};

}  // namespace mrbill::content

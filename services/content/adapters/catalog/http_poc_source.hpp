// PocSource over the catalogue's internal listener (contracts/openapi/catalog.yaml, /internal/pocs), with a
// service token on the person's behalf.
#pragma once

#include <http/client.hpp>
#include <identity/tokens.hpp>

#include "ports/poc_source.hpp"

namespace mrbill::content {

class HttpPocSource final : public PocSource {
 public:
  // Both must outlive it.
  HttpPocSource(http::Client& catalog, const identity::ServiceIdentity& identity)
      : catalog_(catalog), identity_(identity) {}
  Task<PocBatch> fetch(Caller caller, Spec spec, std::optional<std::string> from) override;

 private:
  http::Client& catalog_;
  const identity::ServiceIdentity& identity_;
};

}  // namespace mrbill::content

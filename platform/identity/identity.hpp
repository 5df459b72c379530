// Who calls: people by access token, services by service token. Everything of the module; see README.md for
// who uses which part.
#pragma once

#include <identity/guard.hpp>
#include <identity/http_sources.hpp>
#include <identity/known_keys.hpp>
#include <identity/revocation_feed.hpp>
#include <identity/revocations.hpp>
#include <identity/tokens.hpp>
#include <identity/verifier.hpp>

// Made by tools/contractgen from problems.yaml; not edited by hand.
//
//   http::ServerOptions{.phrasebook = &contract::phrasebook()}
#pragma once

#include <http/phrasebook.hpp>

namespace mrbill::contract {

// Every sentence of an error, in the language that is spoken besides English.
[[nodiscard]] const http::Phrasebook& phrasebook();

}  // namespace mrbill::contract

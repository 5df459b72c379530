// Made by tools/contractgen from problems.yaml; not edited by hand.
#include <contract/problems.hpp>

namespace mrbill::contract {

namespace {

constexpr http::Phrase problems[] = {
    {"cannot", "It cannot.", "N\303\243o pode."},
    {"cannot", "It took too long.", "Demorou demais."},
    {"gone", "It is gone.", "Sumiu."},
    {"gone", "{} is gone.", "{} sumiu."},
    {"idempotency_key_in_use", "Wait.", "Espere."},
    {"stale", "It was changed.", "Foi alterado."},
};

constexpr http::Phrase fields[] = {
    {"pattern", "must be a time zone", "deve ser um fuso hor\303\241rio"},
    {"pattern", "must be visible ASCII", "deve ser ASCII vis\303\255vel"},
    {"pattern", "must hold no quotes", "n\303\243o pode ter aspas"},
    {"too_long", "must be at most {} characters long", "deve ter no m\303\241ximo {} caracteres"},
};

constexpr http::Phrase failures[] = {
    {"time_limit", "It took too long.", "Demorou demais."},
};

constexpr http::Phrasebook book{"pt-BR", problems, fields, failures};

}  // namespace

const http::Phrasebook& phrasebook() { return book; }

}  // namespace mrbill::contract

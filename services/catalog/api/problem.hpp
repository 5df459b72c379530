// Every refusal of a use case as its problem (RFC 9457): the enumerator is the wire code. And the one place
// that says what each tells.
#pragma once

#include <contract/catalog_routes.hpp>
#include <http/problem.hpp>

#include "ports/poc_search.hpp"
#include "usecases/cancel_import.hpp"
#include "usecases/change_content.hpp"
#include "usecases/change_pocs.hpp"
#include "usecases/delete_poc.hpp"
#include "usecases/delete_saved_search.hpp"
#include "usecases/get_import.hpp"
#include "usecases/get_poc.hpp"
#include "usecases/get_saved_search.hpp"
#include "usecases/register_poc.hpp"
#include "usecases/replace_saved_search.hpp"
#include "usecases/restore_poc.hpp"
#include "usecases/save_search.hpp"
#include "usecases/set_favorite.hpp"
#include "usecases/start_import.hpp"
#include "usecases/undo_import.hpp"

namespace mrbill::catalog {

using SearchProblem =
    http::ResponseOr<contract::ErrorCode::search_timeout, contract::ErrorCode::too_many_searches>;

[[nodiscard]] contract::catalog::CreatePocAnswer problem_of(RegisterPocError error);
[[nodiscard]] contract::catalog::GetPocAnswer problem_of(GetPocError error);
[[nodiscard]] contract::catalog::UpdatePocAnswer problem_of(ChangePocError error);
[[nodiscard]] contract::catalog::ChangePocsAnswer problem_of(ChangePocsError error);
[[nodiscard]] contract::catalog::DeletePocAnswer problem_of(DeletePocError error);
[[nodiscard]] contract::catalog::RestorePocAnswer problem_of(RestorePocError error);
[[nodiscard]] contract::catalog::AddFavoriteAnswer problem_of(SetFavoriteError error);
[[nodiscard]] contract::catalog::CreateImportAnswer problem_of(StartImportError error);
[[nodiscard]] contract::catalog::GetImportAnswer problem_of(GetImportError error);
[[nodiscard]] contract::catalog::CancelImportAnswer problem_of(CancelImportError error);
[[nodiscard]] contract::catalog::UndoImportAnswer problem_of(UndoImportError error);
[[nodiscard]] contract::catalog::CreateSavedSearchAnswer problem_of(SaveSearchError error);
[[nodiscard]] contract::catalog::GetSavedSearchAnswer problem_of(GetSavedSearchError error);
[[nodiscard]] contract::catalog::ReplaceSavedSearchAnswer problem_of(ReplaceSavedSearchError error);
[[nodiscard]] contract::catalog::DeleteSavedSearchAnswer problem_of(DeleteSavedSearchError error);
[[nodiscard]] SearchProblem problem_of(SearchRefusal refusal);
[[nodiscard]] http::Problem<contract::ErrorCode::invalid_request> problem_of(FieldErrors errors);

// Those that no use case decides.
[[nodiscard]] http::Problem<contract::ErrorCode::page_and_cursor> page_and_cursor();
[[nodiscard]] http::Problem<contract::ErrorCode::invalid_cursor> invalid_cursor();
[[nodiscard]] http::Problem<contract::ErrorCode::not_permitted> not_for_that_service();

}  // namespace mrbill::catalog

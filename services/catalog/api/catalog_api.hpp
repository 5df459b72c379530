// The catalogue over HTTP: parses nothing (the contract's routes have), calls the use case, prints.
#pragma once

#include <functional>

#include <async/notices.hpp>
#include <contract/catalog_routes.hpp>

#include "api/cursor.hpp"
#include "usecases/cancel_import.hpp"
#include "usecases/change_pocs.hpp"
#include "usecases/count_facets.hpp"
#include "usecases/count_pocs.hpp"
#include "usecases/delete_poc.hpp"
#include "usecases/delete_saved_search.hpp"
#include "usecases/export_pocs.hpp"
#include "usecases/get_import.hpp"
#include "usecases/get_poc.hpp"
#include "usecases/get_saved_search.hpp"
#include "usecases/list_deleted_pocs.hpp"
#include "usecases/list_import_changes.hpp"
#include "usecases/list_poc_facts.hpp"
#include "usecases/list_pocs.hpp"
#include "usecases/patch_poc.hpp"
#include "usecases/register_poc.hpp"
#include "usecases/replace_poc.hpp"
#include "usecases/replace_saved_search.hpp"
#include "usecases/restore_poc.hpp"
#include "usecases/save_search.hpp"
#include "usecases/search_pocs.hpp"
#include "usecases/set_favorite.hpp"
#include "usecases/start_import.hpp"
#include "usecases/undo_import.hpp"

namespace mrbill::catalog {

// What the use cases of one thread stand on.
struct CatalogPorts {
  PocStore& store;
  PocWriter& writer;
  PocInsights& insights;
  PocSearch& search;
  ImportStore& imports;
  ImportHistory& import_history;
  Notices& notices;  // by a person's id: something about their imports
  objects::ObjectStore& files;
  PreferenceStore& preferences;
  SavedSearchStore& saved_searches;
  WorkPool& threads;  // for what would hold up the event loop
};

struct CatalogSettings {
  Sha256 cursor_secret;
  std::function<bool(const http::Principal&)> still_vouches_for;  // an export ends when it does not
  std::function<bool()> retiring;                                 // event streams end then
  std::function<bool(const http::Principal&)> still_admits;       // and when it does not any more
  // A change of many counts as many requests, one of which has been counted.
  std::function<void(const http::Request&, std::size_t more)> count_more;
};

class CatalogApi final : public contract::catalog::Api {
 public:
  CatalogApi(const CatalogPorts& ports, CatalogSettings settings, const Clock& clock, Random& random);

  // pocs.cpp
  Task<contract::catalog::CreatePocAnswer> create_poc(http::Request request,
                                                      contract::catalog::CreatePocInput input) override;
  Task<contract::catalog::GetPocAnswer> get_poc(http::Request request,
                                                contract::catalog::GetPocInput input) override;
  Task<contract::catalog::ReplacePocAnswer> replace_poc(http::Request request,
                                                        contract::catalog::ReplacePocInput input) override;
  Task<contract::catalog::UpdatePocAnswer> update_poc(http::Request request,
                                                      contract::catalog::UpdatePocInput input) override;
  Task<contract::catalog::DeletePocAnswer> delete_poc(http::Request request,
                                                      contract::catalog::DeletePocInput input) override;
  Task<contract::catalog::ChangePocsAnswer> change_pocs(http::Request request,
                                                        contract::catalog::ChangePocsInput input) override;
  Task<contract::catalog::RestorePocAnswer> restore_poc(http::Request request,
                                                        contract::catalog::RestorePocInput input) override;
  Task<contract::catalog::AddFavoriteAnswer> add_favorite(http::Request request,
                                                          contract::catalog::AddFavoriteInput input) override;
  Task<contract::catalog::RemoveFavoriteAnswer> remove_favorite(
      http::Request request, contract::catalog::RemoveFavoriteInput input) override;

  // lists.cpp
  Task<contract::catalog::ListPocsAnswer> list_pocs(http::Request request,
                                                    contract::catalog::ListPocsInput input) override;
  Task<contract::catalog::GetPocStatsAnswer> get_poc_stats(
      http::Request request, contract::catalog::GetPocStatsInput input) override;
  Task<contract::catalog::GetPocFacetsAnswer> get_poc_facets(
      http::Request request, contract::catalog::GetPocFacetsInput input) override;

  // saved_searches.cpp
  Task<contract::catalog::ListSavedSearchesAnswer> list_saved_searches(
      http::Request request, contract::catalog::ListSavedSearchesInput input) override;
  Task<contract::catalog::CreateSavedSearchAnswer> create_saved_search(
      http::Request request, contract::catalog::CreateSavedSearchInput input) override;
  Task<contract::catalog::GetSavedSearchAnswer> get_saved_search(
      http::Request request, contract::catalog::GetSavedSearchInput input) override;
  Task<contract::catalog::ReplaceSavedSearchAnswer> replace_saved_search(
      http::Request request, contract::catalog::ReplaceSavedSearchInput input) override;
  Task<contract::catalog::DeleteSavedSearchAnswer> delete_saved_search(
      http::Request request, contract::catalog::DeleteSavedSearchInput input) override;

  // transfer.cpp
  Task<contract::catalog::ExportPocsAnswer> export_pocs(http::Request request,
                                                        contract::catalog::ExportPocsInput input) override;
  Task<contract::catalog::CreateImportAnswer> create_import(
      http::Request request, contract::catalog::CreateImportInput input) override;
  Task<contract::catalog::ListImportsAnswer> list_imports(http::Request request,
                                                          contract::catalog::ListImportsInput input) override;
  Task<contract::catalog::WatchImportsAnswer> watch_imports(
      http::Request request, contract::catalog::WatchImportsInput input) override;
  Task<contract::catalog::GetImportAnswer> get_import(http::Request request,
                                                      contract::catalog::GetImportInput input) override;
  Task<contract::catalog::CancelImportAnswer> cancel_import(
      http::Request request, contract::catalog::CancelImportInput input) override;
  Task<contract::catalog::ListImportChangesAnswer> list_import_changes(
      http::Request request, contract::catalog::ListImportChangesInput input) override;
  Task<contract::catalog::UndoImportAnswer> undo_import(http::Request request,
                                                        contract::catalog::UndoImportInput input) override;

  // internal.cpp
  Task<contract::catalog::ListPocFactsAnswer> list_poc_facts(
      http::Request request, contract::catalog::ListPocFactsInput input) override;

 private:
  [[nodiscard]] Task<contract::catalog::AddFavoriteAnswer> mark(http::Request request, Uuid id,
                                                                bool favorite);
  [[nodiscard]] Task<contract::catalog::ListPocsAnswer> list(http::Request request,
                                                             contract::catalog::ListPocsInput input,
                                                             std::string binding, PageCursor start);
  [[nodiscard]] Task<contract::catalog::ListPocsAnswer> find(http::Request request,
                                                             contract::catalog::ListPocsInput input,
                                                             std::string binding, PageCursor start);

  [[nodiscard]] Task<char> separator_for_reader(Caller caller);

  CatalogPorts ports_;
  CatalogSettings settings_;
  const Clock& clock_;
  Cursors cursors_;
  RegisterPoc register_poc_;
  GetPoc get_poc_;
  ReplacePoc replace_poc_;
  PatchPoc patch_poc_;
  DeletePoc delete_poc_;
  RestorePoc restore_poc_;
  ChangePocs change_pocs_;
  SetFavorite set_favorite_;
  ListPocs list_pocs_;
  ListDeletedPocs list_deleted_pocs_;
  SearchPocs search_pocs_;
  CountPocs count_pocs_;
  CountFacets count_facets_;
  SaveSearch save_search_;
  GetSavedSearch get_saved_search_;
  ReplaceSavedSearch replace_saved_search_;
  DeleteSavedSearch delete_saved_search_;
  StartImport start_import_;
  GetImport get_import_;
  CancelImport cancel_import_;
  ListImportChanges list_import_changes_;
  UndoImport undo_import_;
  ListPocFacts list_poc_facts_;
};

}  // namespace mrbill::catalog

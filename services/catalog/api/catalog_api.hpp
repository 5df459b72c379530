// The catalogue over HTTP: parses nothing (the contract's routes have), calls the use case, prints.
#pragma once

#include <functional>

#include <contract/catalog_routes.hpp>

#include "api/cursor.hpp"
#include "usecases/cancel_import.hpp"
#include "usecases/delete_poc.hpp"
#include "usecases/export_pocs.hpp"
#include "usecases/get_import.hpp"
#include "usecases/get_poc.hpp"
#include "usecases/list_import_changes.hpp"
#include "usecases/list_poc_facts.hpp"
#include "usecases/list_pocs.hpp"
#include "usecases/patch_poc.hpp"
#include "usecases/poc_facets.hpp"
#include "usecases/poc_stats.hpp"
#include "usecases/register_poc.hpp"
#include "usecases/replace_poc.hpp"
#include "usecases/restore_poc.hpp"
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
  objects::ObjectStore& files;
  PreferenceStore& preferences;
  WorkPool& threads;  // for what would hold up the event loop
};

struct CatalogSettings {
  Sha256 cursor_secret;
  std::function<bool(const http::Principal&)> still_vouches_for;  // an export ends when it does not
};

class CatalogApi final : public contract::catalog::Api {
 public:
  CatalogApi(const CatalogPorts& ports, CatalogSettings settings, const Clock& clock, Random& random);

  // pocs.cpp
  Task<http::Response> create_poc(http::Request request, contract::catalog::CreatePocInput input) override;
  Task<http::Response> get_poc(http::Request request, contract::catalog::GetPocInput input) override;
  Task<http::Response> replace_poc(http::Request request, contract::catalog::ReplacePocInput input) override;
  Task<http::Response> update_poc(http::Request request, contract::catalog::UpdatePocInput input) override;
  Task<http::Response> delete_poc(http::Request request, contract::catalog::DeletePocInput input) override;
  Task<http::Response> restore_poc(http::Request request, contract::catalog::RestorePocInput input) override;
  Task<http::Response> add_favorite(http::Request request,
                                    contract::catalog::AddFavoriteInput input) override;
  Task<http::Response> remove_favorite(http::Request request,
                                       contract::catalog::RemoveFavoriteInput input) override;

  // lists.cpp
  Task<http::Response> list_pocs(http::Request request, contract::catalog::ListPocsInput input) override;
  Task<http::Response> get_poc_stats(http::Request request,
                                     contract::catalog::GetPocStatsInput input) override;
  Task<http::Response> get_poc_facets(http::Request request,
                                      contract::catalog::GetPocFacetsInput input) override;

  // transfer.cpp
  Task<http::Response> export_pocs(http::Request request, contract::catalog::ExportPocsInput input) override;
  Task<http::Response> create_import(http::Request request,
                                     contract::catalog::CreateImportInput input) override;
  Task<http::Response> list_imports(http::Request request,
                                    contract::catalog::ListImportsInput input) override;
  Task<http::Response> get_import(http::Request request, contract::catalog::GetImportInput input) override;
  Task<http::Response> cancel_import(http::Request request,
                                     contract::catalog::CancelImportInput input) override;
  Task<http::Response> list_import_changes(http::Request request,
                                           contract::catalog::ListImportChangesInput input) override;
  Task<http::Response> undo_import(http::Request request, contract::catalog::UndoImportInput input) override;

  // internal.cpp
  Task<http::Response> list_poc_facts(http::Request request,
                                      contract::catalog::ListPocFactsInput input) override;

 private:
  [[nodiscard]] Task<http::Response> mark(http::Request request, Uuid id, bool favorite);
  [[nodiscard]] Task<http::Response> list(http::Request request, contract::catalog::ListPocsInput input,
                                          std::string binding, PageCursor start);
  [[nodiscard]] Task<http::Response> find(http::Request request, contract::catalog::ListPocsInput input,
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
  SetFavorite set_favorite_;
  ListPocs list_pocs_;
  SearchPocs search_pocs_;
  CountPocs count_pocs_;
  CountFacets count_facets_;
  StartImport start_import_;
  GetImport get_import_;
  CancelImport cancel_import_;
  ListImportChanges list_import_changes_;
  UndoImport undo_import_;
  ListPocFacts list_poc_facts_;
};

}  // namespace mrbill::catalog

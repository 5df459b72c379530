"""What a layer may include, and what it may not: each forbidden arrow is planted and found."""

import pytest

from planted import found

USE_CASE, DOMAIN, PORT = "services/shop/usecases/sell.cpp", "services/shop/domain/price.hpp", "services/shop/ports/stock.hpp"


@pytest.mark.parametrize("name, included, what", [
    (USE_CASE, "<postgres/database.hpp>", "usecases sees <postgres/database.hpp>"),
    (USE_CASE, "<http/server.hpp>", "usecases sees <http/server.hpp>"),
    (USE_CASE, '"api_shard.hpp"', "usecases sees api_shard.hpp, a header of the service's root"),
    (DOMAIN, "<boost/asio/io_context.hpp>", "sees <boost/asio/io_context.hpp>, which stands in platform/async"),
    (DOMAIN, '"config.hpp"', "domain sees config.hpp, a header of the service's root"),
    (PORT, "<openssl/evp.h>", "sees <openssl/evp.h>, which stands in platform/crypto"),
    (USE_CASE, "<adapters/postgres/orders.hpp>", "usecases sees adapters"),
    (USE_CASE, "<spawn.h>", "sees <spawn.h>, which stands in platform/process"),
])
def test_what_once_passed_is_found(tmp_path, name, included, what):
    assert [str(one) for one in found(tmp_path, {name: f"#pragma once\n#include {included}\n"}) if what in str(one) and one.line == 2]


@pytest.mark.parametrize("name, included, what", [
    (USE_CASE, '"postgres/database.hpp"', "usecases sees <postgres/database.hpp>"),
    (USE_CASE, "<objects/folder_store.hpp>", "usecases sees <objects/folder_store.hpp>"),
    (USE_CASE, "<contract/shop.hpp>", "usecases sees <contract/shop.hpp>"),
    (PORT, "<libpq-fe.h>", "sees <libpq-fe.h>, which stands in platform/postgres"),
    ("services/shop/api/orders.cpp", "<postgres/database.hpp>", "api sees <postgres/database.hpp>"),
    ("services/shop/api/orders.cpp", "<boost/asio/steady_timer.hpp>", "sees <boost/asio/steady_timer.hpp>"),
    ("services/shop/worker/orders.cpp", "<http/server.hpp>", "worker sees <http/server.hpp>"),
    ("services/shop/adapters/redis/x.hpp", '"config.hpp"', "adapters sees config.hpp"),
    ("services/shop/config.hpp", '"api_shard.hpp"', "sees api_shard.hpp"),
    ("services/shop/adapters/redis/x.hpp", "<testing/fresh_database.hpp>", "stands in platform/testing only"),
    ("services/shop/api/orders.cpp", "<gtest/gtest.h>", "stands in platform/testing only"),
    ("platform/http/server.cpp", "<libpq-fe.h>", "sees <libpq-fe.h>"),
    ("platform/http/server.cpp", "<sqlite3.h>", "sees <sqlite3.h>, for which rules.yaml names no place"),
    ("platform/http/server.cpp", "<curl/curl.h>", "for which rules.yaml names no place"),
    ("platform/http/server.cpp", "<film/film.hpp>", "platform sees film/film.hpp, which is the studio's"),
    ("platform/http/page_test.cpp", '"canvas/surface.hpp"', "platform sees canvas/surface.hpp, which is the studio's"),
    ("services/shop/adapters/print/x.cpp", "<canvas/surface.hpp>", "services sees canvas/surface.hpp, which is the studio's"),
    ("tools/poster/main.cpp", "<canvas/surface.hpp>", "tools sees canvas/surface.hpp, which is the studio's"),
    ("studio/film/film.cpp", "<http/server.hpp>", "studio sees http/server.hpp, which knows Asio"),
    ("platform/http/server.cpp", "<contract/content.hpp>", "platform sees contract/content.hpp"),
    ("platform/http/server.cpp", "<contract/events.hpp>", "platform sees contract/events.hpp"),
    ("platform/people/told.cpp", "<contract/content.hpp>", "platform sees contract/content.hpp"),
    ("studio/film/film.cpp", "<contract/codes.hpp>", "studio sees contract/codes.hpp"),
    ("studio/film/film.cpp", "<contract/content.hpp>", "studio sees contract/content.hpp"),
    ("studio/canvas/surface.hpp", "<film/film.hpp>", "canvas sees film, which stands below it in studio/CMakeLists.txt"),
    ("studio/film/film.cpp", "<testing/fresh_folder.hpp>", "studio sees testing/fresh_folder.hpp"),
    ("services/shop/rules/x.hpp", "<string>", "rules is no layer of a service"),
])
def test_a_forbidden_arrow_is_found(tmp_path, name, included, what):
    assert [str(one) for one in found(tmp_path, {name: f"#include {included}\n"}) if what in str(one) and one.cure]


def test_a_known_wrong_arrow_is_passed_over_by_its_exception(tmp_path):
    exception = {"file": USE_CASE, "sees": "contract/shop.hpp", "why": "it is being moved"}
    assert found(tmp_path, {USE_CASE: "#include <contract/shop.hpp>\n"}, [exception]) == []


def test_an_exception_excuses_no_other_arrow(tmp_path):
    exception = {"file": USE_CASE, "sees": "contract/shop.hpp", "why": "it is being moved"}
    both = found(tmp_path, {USE_CASE: "#include <contract/shop.hpp>\n#include <http/server.hpp>\n"}, [exception])
    assert [one.what for one in both] == ["usecases sees <http/server.hpp>"]


def test_an_exception_that_is_no_longer_needed_is_found(tmp_path):
    exception = {"file": USE_CASE, "sees": "contract/shop.hpp", "why": "it was moved"}
    assert [one.what for one in found(tmp_path, {USE_CASE: "#include <string>\n"},
                                      [exception])] == ["does not see contract/shop.hpp any more"]

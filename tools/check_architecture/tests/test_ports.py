"""A port has a second adapter, or a fake and a suite that holds both to the same promises; fakes are the tests' own."""

from planted import found

PORT = "services/shop/ports/stock.hpp"
CLASS = "#pragma once\nclass Stock {\n public:\n  virtual ~Stock() = default;\n  virtual int left() = 0;\n};\n"
ADAPTER = {"services/shop/adapters/postgres/stock.hpp": "class PostgresStock final : public Stock {};\n"}
FAKE = {"services/shop/adapters/memory/memory_stock.hpp": "class MemoryStock final : public Stock {};\n"}
SUITE = {"services/shop/ports/stock_contract.hpp": "template <class Rig>\nclass StockContract : public Test {\n  Stock& stock();\n};\n"}


def runs(*who):
    return {f"services/shop/adapters/{one}/stock_test.cpp": f"INSTANTIATE_TYPED_TEST_SUITE_P({one}, StockContract, Rig);\n" for one in who}


def said(tmp_path, *planted):
    return [str(one) for one in found(tmp_path, {PORT: CLASS} | {name: text for part in planted for name, text in part.items()})]


def test_a_port_with_one_adapter_alone_is_found(tmp_path):
    assert ["Stock has one implementation" in one for one in said(tmp_path, ADAPTER)] == [True]


def test_a_fake_without_a_suite_is_found(tmp_path):
    assert ["that no contract suite holds" in one for one in said(tmp_path, ADAPTER, FAKE)] == [True]


def test_a_suite_that_runs_against_one_of_both_is_found(tmp_path):
    assert ["that no contract suite holds" in one for one in said(tmp_path, ADAPTER, FAKE, SUITE, runs("memory"))] == [True]


def test_a_fake_that_the_suite_holds_is_fine(tmp_path):
    assert said(tmp_path, ADAPTER, FAKE, SUITE, runs("memory", "postgres")) == []


def test_two_adapters_are_fine(tmp_path):
    second = {"services/shop/adapters/redis/stock.hpp": "class RedisStock final : public Stock {};\n"}
    assert said(tmp_path, ADAPTER, second) == []


def test_a_handle_that_promises_nothing_is_no_port(tmp_path):
    assert said(tmp_path, ADAPTER, {PORT: "class Held {\n public:\n  virtual ~Held() = default;\n};\n"}) == []


def test_a_program_that_sees_a_fake_is_found(tmp_path):
    planted = {"services/shop/api/orders.cpp": '#include "adapters/memory/memory_stock.hpp"\n'}
    assert any("which is the tests' own" in one for one in said(tmp_path, ADAPTER, FAKE, SUITE, runs("memory", "postgres"), planted))

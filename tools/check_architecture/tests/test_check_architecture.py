"""Each rule is seen red on a planted violation, and green without it."""

import pytest

from planted import found

from cpp_functions import functions


def test_a_clean_tree_has_no_finding(tmp_path):
    assert found(tmp_path, {}) == []


@pytest.mark.parametrize("name, text, word", [
    ("services/shop/domain/order.cpp", '#include "ports/orders.hpp"\n', "domain sees ports"),
    ("services/shop/domain/price.cpp", "#include <http/server.hpp>\n", "domain sees <http/server.hpp>"),
    ("services/shop/domain/wire.cpp", "#include <contract/shop.hpp>\n", "domain sees <contract/shop.hpp>"),
    ("services/shop/usecases/sell.cpp", '#include "adapters/postgres/orders.hpp"\n', "usecases sees adapters"),
    ("services/shop/usecases/sell.cpp", '#include "api/orders.hpp"\n', "usecases sees api"),
    ("services/shop/adapters/redis/x.cpp", '#include "usecases/buy.hpp"\n', "adapters sees usecases"),
    ("services/shop/api/y.cpp", '#include "adapters/postgres/orders.hpp"\n', "api sees adapters"),
    ("services/shop/api/y.cpp", '#include "../../auth/domain/user.hpp"\n', "out of its folder"),
    ("platform/base/late.cpp", "#include <http/server.hpp>\n", "base sees http"),
    ("platform/http/business.cpp", "#include <contract/auth.hpp>\n", "platform sees contract/auth.hpp"),
    ("platform/http/utils/x.hpp", "\n", "is called utils"),
    ("services/shop/domain/helpers.hpp", "\n", "is called helpers"),
    ("services/shop/usecases/sell.cpp", "bool x = known && co_await whole();\n", "awaits under &&"),
    ("services/shop/usecases/sell.cpp", "while (!co_await take()) {}\n", "awaits in a loop's condition"),
    ("platform/http/late.cpp", "co_await end(who,\n  {\"left\", \"They left.\"});\n", "holds a braced aggregate"),
    ("services/shop/domain/size.cpp", "switch (size) {\n case Size::big: { return 2; }\n}\nreturn 0;\n", "ends a switch with a value"),
    ("platform/http/port.cpp", "int port = std::stoi(text);\n", "writes std::stoi outside of its home"),
    ("services/shop/domain/price.cpp", "std::from_chars(a, b, price);\n", "writes std::from_chars outside of its home"),
    ("services/shop/main.cpp", "int port = atoi(text);\n", "writes atoi outside of its home"),
    ("platform/base/long.cpp", "int x;\n" * 601, "has 601 lines"),
    ("platform/base/far.cpp", "int f() {\n" + "  g();\n" * 59 + "}\n", "f has 61 lines"),
    ("tools/x/README.md", "fetch from https://registry.npm" "js.org/x\n", "names the package host"),
    ("tools/x/README.md", "cd /work/" "main/x\n", "a path of one machine"),
    ("tools/y/run.py", "def f():\n" + "    g()\n" * 60, "f has 61 lines"),
    ("platform/metrics/metrics.hpp", "\n", "has no README.md"),
])
def test_a_planted_violation_is_found_with_its_cure(tmp_path, name, text, word):
    seen = found(tmp_path, {name: text})
    assert any(word in str(finding) for finding in seen), seen
    assert all(finding.cure for finding in seen)


@pytest.mark.parametrize("text", [
    "switch (size) {\n case Size::big: return 2;\n}\nunreachable();\n",
    "switch (size) {\n case Size::big: return 2;\n default: break;\n}\nreturn 0;\n",
    "switch (size) {\n case Size::big: sum += 2; break;\n}\nreturn sum;\n",
])
def test_a_switch_that_leaves_nothing_or_goes_on_is_fine(tmp_path, text):
    assert found(tmp_path, {"services/shop/domain/size.cpp": text}) == []


def test_functions_are_measured_from_head_to_last_brace():
    text = '''
template <class T>
struct Box {
  Box(int a) : a_{a}, b_(a) {
    if (a) { call("}"); }  // }
  }
  int get() const { return a_; }
};
namespace x {
constexpr int table[] = {
  1, 2,
};
Task<int> run(std::string s) {
  auto f = [] {
    return 1;
  };
  co_return f();
}
}
'''
    assert [(name, length) for name, _, length in functions(text) if name not in ("b_",)][-2:] == [("get", 1), ("run", 6)]

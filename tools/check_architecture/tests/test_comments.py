"""How texts lie on the page: torn comments, rulers and wide lines are found; what only looks like them is not."""

import pytest

from planted import found

FILE = "platform/base/words.hpp"


@pytest.mark.parametrize("name, text, what", [
    (FILE, "// Tells whether the clock was set back since\n// yesterday.\nint x;\n", "has one word, 'yesterday.'"),
    (FILE, "// Tells whether the clock was set back and\n// how\n// often since then.\nint x;\n", "has one word, 'how'"),
    (FILE, "int x;  // how often the clock was set\n        // back\n", "has one word, 'back'"),
    (FILE, "// --- the clock -----------\nint x;\n", "has a ruler"),
    (FILE, "// ==========================\nint x;\n", "has a ruler"),
    ("tools/x.py", "# How often the clock was set\n# back.\nx = 1\n", "has one word, 'back.'"),
    ("tools/x.py", "# ---------\nx = 1\n", "has a ruler"),
    (FILE, "// " + "word " * 20 + "long.\n", None),
    (FILE, "// " + "word " * 22 + "x.\n", "is 115 wide, at most 110"),
    ("tools/x.py", "x = '" + "x" * 140 + "'\n", "is 146 wide, at most 140"),
])
def test_what_lies_badly_is_found(tmp_path, name, text, what):
    seen = [str(one) for one in found(tmp_path, {name: text, "tools/x/README.md": "x\n"})]
    assert any(what in one for one in seen) if what else seen == []


@pytest.mark.parametrize("name, text", [
    (FILE, "// Yesterday.\nint x;\n"),
    (FILE, "// One\n// two\n// three\nint x;\n"),
    (FILE, "// How it is used:\n//\n//   auto clock = now();\n//   clock\nint x;\n"),
    (FILE, "// It is one of these:\n// - yesterday\n// - today\nint x;\n"),
    (FILE, 'constexpr auto bar = "x---------------";  // a pattern\n'),
    (FILE, "int a;  // how often the clock was set\nint b;  // back\n"),
    (FILE, "// See how often the clock is set in\n// docs/adr/0001-clock.md\nint x;\n"),
    ("docs/x.md", "word " * 100 + "\n"),
    ("platform/base/golden/words.hpp", "// " + "word " * 40 + "\n"),
])
def test_what_only_looks_so_is_not_found(tmp_path, name, text):
    assert found(tmp_path, {name: text}) == []

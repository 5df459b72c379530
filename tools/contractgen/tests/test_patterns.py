import pytest

from contractgen.patterns import Item, PatternError, parse


def test_reads_characters_classes_and_quantifiers():
    assert parse(r"^a[b-d_]*[^\u0000-\x1F]+\.?$") == [
        Item(((0x61, 0x61),), False, False, False),
        Item(((0x62, 0x64), (0x5F, 0x5F)), False, True, True),
        Item(((0x00, 0x1F),), True, False, True),
        Item(((0x2E, 0x2E),), False, True, False),
    ]


def test_takes_a_last_dash_in_a_class_for_itself():
    assert parse("^[a-]$") == [Item(((0x61, 0x61), (0x2D, 0x2D)), False, False, False)]


def test_knows_the_spaces_of_ecma_262():
    (item,) = parse(r"^\s$")
    assert any(first <= 0x3000 <= last for first, last in item.ranges)
    assert any(first <= 0xFEFF <= last for first, last in item.ranges)


@pytest.mark.parametrize("pattern", ["a", "^a", "a$", "^(a)$", "^a|b$", "^a{2}$", r"^\b$", "^[a$", r"^\p{L}$", "^*$", "^" + "a" * 64 + "$"])
def test_refuses_what_the_matcher_could_not_do(pattern):
    with pytest.raises(PatternError):
        parse(pattern)

import pytest

from contractgen.names import snake


@pytest.mark.parametrize(("wire", "name"), [
    ("createdAt", "created_at"), ("pocId", "poc_id"), ("Idempotency-Key", "idempotency_key"), ("PENDING", "pending"),
    ("IN_PROGRESS", "in_progress"), ("HTMLPage", "html_page"), ("public", "public_"), ("2fa", "_2fa"), ("mrbill_refresh", "mrbill_refresh"),
])
def test_makes_the_names_of_the_house(wire, name):
    assert snake(wire) == name

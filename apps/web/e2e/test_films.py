"""Films and reports as people ask for them, watch them and show them: on a platform that draws."""

import json

import pytest
from test_journeys import account, fill, pocs, shop  # noqa: F401: the fixture is used by its name


@pytest.fixture(scope="module")
def drawing(platform_with):
    return platform_with({}, draws=True)


def test_films_and_reports(drawing, shop):  # noqa: F811
    ana, bia = (drawing.sign_up(email=f"{name}@example.org", company=f"Company {letter}") for name, letter in (("ana", "A"), ("bia", "B")))
    ana.patch("/api/v1/users/me", {"fullName": "Ana Souza"}, headers={"If-Match": "*"}).expect(200)
    fill(ana, pocs())
    people = {"ana": account(ana), "bia": account(bia)}
    print(shop.run("playwright", "test", "--grep", "@drawn", MRBILL_URL=drawing.url, MRBILL_PEOPLE=json.dumps(people)))

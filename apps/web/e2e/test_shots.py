"""./mrbill shots web: pictures of every screen. Without a folder for them nothing is looked at."""

import json
import os

import pytest
from test_journeys import mails, people, proxy, shop  # noqa: F401: the fixture is used by its name


@pytest.mark.skipif("MRBILL_SHOTS" not in os.environ, reason="only ./mrbill shots web takes them")
def test_pictures(platform, shop):  # noqa: F811
    accounts = people(platform)
    with proxy(shop, platform.url) as url, mails(platform) as post:
        shop.run("playwright", "test", "shots", seconds=900, MRBILL_URL=url, MRBILL_MAILS=post, MRBILL_PEOPLE=json.dumps(accounts))

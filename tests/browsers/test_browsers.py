"""What people do most with the web app, in the two engines that are not Chromium's. By https: WebKit keeps no cookie of a session else."""

import os
import re
import secrets
from pathlib import Path

import drivers
import pytest
from person import Person
from platform_fixtures import PASSWORD
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

VIDEOS = "/api/v1/content/videos"
TABLE = ('\ufeffnome;repositório;linguagem;tags\r\nfrom-a-table;https://code.example/a;Go;"um,dois"\r\n'
         'and-another;https://code.example/b;Rust;três\r\n')


@pytest.fixture(scope="module")
def secured(platform_with):
    """Films are drawn, and people come by https."""
    platform = platform_with({}, draws=True)
    done = platform.mrbill("up", "--bin", str(platform.binaries), "--no-demo", "--owner", str(os.getpid()), "--https")
    assert done.returncode == 0, done.stdout
    platform.secure_url = f"https://localhost:{platform.ports['gateway_https']}"
    return platform


@pytest.fixture(scope="module")
def display():
    with drivers.screen() as number:
        yield number


@pytest.fixture(scope="module", params=drivers.BROWSERS)
def driver(request, display):
    packages = Path(os.environ.get("MRBILL_STATE", drivers.ROOT / ".local"))
    with drivers.session(request.param, display, packages) as driver:
        yield driver


@pytest.fixture
def somebody(secured, driver):
    """With an account, signed in nowhere; every test has another."""
    driver.get(f"{secured.secure_url}/mark.svg")
    driver.delete_all_cookies()
    driver.execute_script("localStorage.clear()")
    person = Person(driver, secured.secure_url)
    person.account = secured.sign_up()
    return person


def sign_in(person, email, password=PASSWORD):
    person.type("E-mail", email)
    person.type("Password", password)
    person.keys(Keys.ENTER)


def signed_in(person, path="/pocs"):
    person.go(path)
    sign_in(person, person.account.email)
    person.sees("link", "Add POC")
    return person


def names(person):
    return [title.get_property("textContent") for title in person.driver.find_elements(By.CSS_SELECTOR, "article h2")]


def test_somebody_new_signs_up_proves_their_address_and_stays_signed_in(secured, somebody):
    email = f"new-{secrets.token_hex(4)}@example.org"
    somebody.go("/sign-up")
    for field, text in (("Your name", "Nova Pessoa"), ("E-mail", email), ("Company", "Nova Empresa"), ("Password", PASSWORD)):
        somebody.type(field, text)
    somebody.press("button", "Create account")
    somebody.sees("heading", "Look into your mail")
    link = secured.mail_to(email).link
    assert link.startswith(f"{secured.secure_url}/verify-email#token=")
    somebody.go(link)
    somebody.press("button", "Confirm my address")
    somebody.is_at("/verify-email")  # the token is out of the address
    somebody.press("link", "Sign in")
    sign_in(somebody, email)
    somebody.sees("heading", "Your first POC")
    somebody.driver.refresh()
    somebody.sees("heading", "Your first POC")


def test_a_poc_is_added_by_its_address_found_changed_deleted_and_brought_back(somebody):
    signed_in(somebody)
    for address in ("https://code.example/team/kafka-to-sse", "https://code.example/team/wasm-notes"):
        somebody.press("link", "Add POC")
        somebody.type("Repository", address)
        somebody.press("button", "Save")
        somebody.sees("link", address.rpartition("/")[2])
    somebody.type("Search POCs", "kafka lang:rust")
    somebody.keys(Keys.ENTER)
    somebody.sees("heading", "Nothing found")
    somebody.press("button", "Remove the filter Rust")
    somebody.is_at(r"/pocs\?search=kafka")
    somebody.waits(lambda: names(somebody) == ["kafka-to-sse"], "one POC")
    assert somebody.driver.find_element(By.CSS_SELECTOR, "article mark").text.startswith("kafka")
    somebody.press("link", "kafka-to-sse")
    somebody.press("button", "Edit: Name")
    somebody.type("Name", "kafka-to-sse-2")
    somebody.keys(Keys.ENTER)
    somebody.sees("heading", "kafka-to-sse-2")
    somebody.driver.back()
    somebody.sees("link", "kafka-to-sse-2").send_keys(Keys.DELETE)
    somebody.sees_no("link", "kafka-to-sse-2")
    somebody.press("button", "Undo")
    somebody.sees("link", "kafka-to-sse-2")


def test_who_signs_out_in_one_tab_is_out_in_the_other(somebody):
    first = signed_in(somebody).driver.current_window_handle
    driver = somebody.driver
    driver.switch_to.new_window("window")  # both are seen: WebKit draws nothing in a tab behind another
    second = driver.current_window_handle
    somebody.go("/pocs")
    somebody.sees("link", "Add POC")
    somebody.press("button", re.compile("Some Body.*"))
    somebody.press("menuitem", "Sign out")
    driver.switch_to.window(first)
    somebody.is_at("/sign-in")
    driver.switch_to.window(second)
    somebody.is_at("/sign-in")
    driver.close()
    driver.switch_to.window(first)


def test_a_table_is_imported(somebody, tmp_path):
    file = tmp_path / "planilha.csv"
    file.write_text(TABLE, newline="", encoding="utf-8")
    signed_in(somebody, "/imports")
    somebody.driver.find_element(By.CSS_SELECTOR, "input[type=file]").send_keys(str(file))
    somebody.is_at("/imports/.+")
    somebody.reads("Done · CSV · 2 rows")
    somebody.go("/pocs")
    somebody.waits(lambda: sorted(names(somebody)) == ["and-another", "from-a-table"], "both rows")


def test_theme_and_language_are_chosen_and_stay(somebody):
    signed_in(somebody, "/settings")
    root = "return document.documentElement."
    for theme, button in (("dark", "Dark"), ("light", "Light")):
        somebody.press("radio", button)
        somebody.waits(lambda theme=theme: somebody.driver.execute_script(f"{root}dataset.theme") == theme, theme)
    somebody.press("radio", "Português")
    somebody.sees("heading", "Configurações")
    somebody.driver.refresh()
    somebody.sees("heading", "Configurações")
    assert somebody.driver.execute_script(f"{root}lang") == "pt-BR"


def test_a_film_plays_signed_in_and_by_its_link(secured, somebody):
    ana = somebody.account
    ana.post("/api/v1/pocs", {"name": "kafka-to-sse"}).expect(201)
    asked = ana.post(VIDEOS, {"title": "My year", "durationSeconds": 20}).expect(202).json
    signed_in(somebody, f"/videos/{asked['requestId']}")
    plays(somebody)
    shared = ana.post(f"{VIDEOS}/{asked['requestId']}/share").expect(200).json
    somebody.driver.delete_all_cookies()
    somebody.go(shared["url"])
    somebody.sees("heading", "My year")
    plays(somebody)


def plays(person):
    film = person.waits(lambda: person.driver.find_elements(By.TAG_NAME, "video"), "a film", seconds=180)[0]
    person.driver.execute_script("arguments[0].muted = true; arguments[0].play()", film)
    person.waits(lambda: person.driver.execute_script("return arguments[0].currentTime", film) > 0.5, "the film to play")
    captions = person.driver.execute_script("return [...arguments[0].textTracks].map((track) => track.language)", film)
    assert {"en", "pt-BR"} <= set(captions)  # WebKit names those inside the file as well

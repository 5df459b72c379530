"""Somebody in front of a browser: they know what things are called, and what they are.

    person.press("button", "Save")
    person.type("Name", "kafka-to-sse")
"""

from __future__ import annotations

import re
import time

from selenium.common.exceptions import (ElementNotInteractableException, StaleElementReferenceException, UnexpectedAlertPresentException,
                                        WebDriverException)
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

SECONDS = 30
# Where elements of a role may be: what the browser itself says of each of them decides.
WHERE = {
    "button": "button, [role=button], summary",
    "link": "a[href]",
    "heading": "h1, h2, h3",
    "field": "input:not([type=hidden]), textarea, select",
    "menuitem": "[role=menuitem], [role=menuitemradio]",
    "radio": "[type=radio], [role=radio]",
}
NOT_YET = (StaleElementReferenceException, ElementNotInteractableException, UnexpectedAlertPresentException)


class Person:
    def __init__(self, driver, url: str) -> None:
        self.driver, self.url = driver, url

    def go(self, path: str) -> None:
        self.driver.get(path if "://" in path else self.url + path)

    def sees(self, what: str, name: str | re.Pattern):
        """The element, once it is there."""
        return self.waits(lambda: self._found(what, name), f"{what} {name!r}")

    def sees_no(self, what: str, name: str | re.Pattern) -> None:
        self.waits(lambda: self._found(what, name) is None, f"no {what} {name!r}")

    def reads(self, text: str) -> None:
        """Anywhere on the page."""
        self.waits(lambda: text in self.text(), f"the words {text!r}")

    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "body").text

    def press(self, what: str, name: str | re.Pattern) -> None:
        self.waits(lambda: self._pressed(what, name), f"{what} {name!r} to press")

    def type(self, field: str, text: str) -> None:
        """In place of what stood there."""
        self.waits(lambda: self._typed(field, text), f"the field {field!r} to hold {text!r}")

    def keys(self, *keys: str) -> None:
        """To whatever has the focus."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def is_at(self, path: str) -> None:
        self.waits(lambda: re.fullmatch(re.escape(self.url) + path, self.driver.current_url), f"the address {path}")

    def waits(self, ready, what: str, seconds: float = SECONDS):
        deadline = time.monotonic() + seconds
        while True:
            try:
                if found := ready():
                    return found
            except NOT_YET:
                pass  # it was drawn again meanwhile, or is not in sight yet
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} never came at {self.driver.current_url}:\n{self.text()}")
            time.sleep(0.05)

    def _found(self, what: str, name: str | re.Pattern):
        for element in self.driver.find_elements(By.CSS_SELECTOR, WHERE[what]):
            if self._shown(element).is_displayed() and self._is_called(element, name):
                return element
        return None

    def _shown(self, element):
        """A box of the browser's own may lie unseen over what is drawn in its place: the label around both is what one sees."""
        return self.driver.execute_script("return arguments[0].type === 'radio' && arguments[0].closest('label') || arguments[0]", element)

    @staticmethod
    def _is_called(element, name: str | re.Pattern) -> bool:
        try:
            said = element.accessible_name.strip()
        except WebDriverException:
            return False  # it is no part of what is read out, or no more on the page
        return said == name if isinstance(name, str) else name.fullmatch(said) is not None

    def _pressed(self, what: str, name: str | re.Pattern) -> bool:
        element = self._found(what, name)
        if element is None:
            return False
        self._shown(element).click()
        return True

    def _typed(self, name: str, text: str) -> bool:
        element = self._found("field", name)
        if element is None:
            return False
        element.send_keys(Keys.CONTROL, "a")
        element.send_keys(Keys.DELETE)
        element.send_keys(text)
        return element.get_property("value") == text

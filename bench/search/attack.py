"""One company that searches as dearly as it can, beside ordinary ones: what these notice, and what the guilty one is told."""

import collections
import concurrent.futures
import http.client
import json
import os
import random
import time

import harness as bench

WORDS = 100_000             # of the company that attacks
ORDINARY = 4                # companies, each with 200 POCs
ORDINARY_SEARCHES = 80      # a second, of all ordinary ones
ATTACKS = 100               # a second: as many requests as one person may send
ROUNDS = 3                  # of each, calm and attacked in turn
SECONDS = 6
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu")
# What costs most: letters that begin thousands of words each, and words that are near to none.
DEAR = ("b c d f g k l m n p", "quetzalcoatl acquisition layoffs kernelpanic zanzibarish", "b", "gu di ka", "mixnopubace dixfogukale")


def run(platform) -> dict:
    attacker = platform.sign_up()
    assert bench.import_and_wait(attacker, _many_words())["createdRows"] == WORDS // 40
    ordinary = [platform.sign_up() for _ in range(ORDINARY)]
    for person in ordinary:
        bench.import_and_wait(person, bench.people_pocs(200))
    port = platform.ports["catalog"]
    calm, attacked, told = [], [], collections.Counter()
    for _ in range(ROUNDS):
        calm.append(bench.Apart(_search, port, [person.token for person in ordinary]).result())
        guilty = bench.Apart(_attack, port, attacker.token)
        attacked.append(bench.Apart(_search, port, [person.token for person in ordinary]).result())
        told.update(guilty.result())
    figures = {f"{name}_p{share}_ms": _middle([bench.percentile(round_, share / 100) * 1000 for round_ in rounds])
               for name, rounds in (("calm", calm), ("attacked", attacked)) for share in (50, 99)}
    return figures | {"ratio_p99": figures["attacked_p99_ms"] / figures["calm_p99_ms"], "told": dict(told)}


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _many_words() -> str:
    lines = []
    for first in range(0, WORDS, 40):
        words = ("".join(SYLLABLES[number // 10**i % 10] for i in range(5)) for number in range(first, first + 40))
        lines.append(json.dumps({"name": f"words {first}", "description": " ".join(words),
                                 "repositoryUrl": f"https://example.org/words/{first}"}))
    return "\n".join(lines) + "\n"


def _paced(port: int, token_of, words_of, each_second: int, threads: int) -> list[tuple[int, float]]:
    """Status and seconds of each search, asked for evenly spread: time counts from when it was due."""
    begin = time.monotonic() + 0.1

    def ask(thread: int) -> list[tuple[int, float]]:
        link, answers, number = http.client.HTTPConnection("127.0.0.1", port, timeout=30), [], thread
        while (due := begin + number / each_second) < begin + SECONDS:
            time.sleep(max(0.0, due - time.monotonic()))
            link.request("GET", f"/api/v1/pocs?search={words_of(number)}", headers={"Authorization": f"Bearer {token_of(number)}"})
            answer = link.getresponse()
            answer.read()
            answers.append((answer.status, time.monotonic() - due))
            number += threads
        return answers

    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        return [one for some in pool.map(ask, range(threads)) for one in some]


def _search(port: int, tokens: list[str]) -> list[float]:
    chance = random.Random(1)
    words = [chance.choice(("bench", "poc+12", "bnech", "group7", "poc+1", "number+4")) for _ in range(ORDINARY_SEARCHES * SECONDS)]
    answers = _paced(port, lambda n: tokens[n % len(tokens)], lambda n: words[n], ORDINARY_SEARCHES, threads=8)
    assert {status for status, _ in answers} == {200}
    return [seconds for _, seconds in answers]


def _attack(port: int, token: str) -> collections.Counter:
    os.nice(19)  # its own program would run elsewhere: only what it makes the platform do is to be noticed
    dear = [words.replace(" ", "+") for words in DEAR]
    return collections.Counter(status for status, _ in _paced(port, lambda _: token, lambda n: dear[n % len(dear)], ATTACKS, threads=16))

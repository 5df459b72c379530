"""The reader of README.md's commands."""

import subprocess

from local import readme

TEXT = """
```sh
git clone somewhere
echo one \\
  two
# a comment
printf '%s' 'three
four'
echo "it's \\"
  open"
```
```json
{"not": "a command"}
```
```sh
curl http://localhost:8080/x
```
"""


def test_commands_keep_their_continued_lines():
    assert readme.commands(TEXT) == ["git clone somewhere", "echo one \\\n  two", "printf '%s' 'three\nfour'",
                                     'echo "it\'s \\"\n  open"',
                                     "curl http://localhost:8080/x"]


def test_the_script_names_this_platform_and_leaves_out_what_is_asked():
    script = readme.script(TEXT, "http://localhost:9", ("git clone", "curl", 'echo "'))
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "$ echo one \\\n  two\none two\n$ printf '%s' 'three\nfour'\nthree\nfour"
    assert "localhost:9/x" in readme.script(TEXT, "http://localhost:9", ())

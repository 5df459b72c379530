"""Reading Debian's copyright files."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from copyright_file import licences_of  # noqa: E402  (the path comes first)

TEXT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: src/part/*
       src/other.c
Copyright: 2001 Somebody
License: Zlib
 Its text.
 .
 More of it.

Files: *
Copyright: 2000 Somebody Else
License: BSD-3-clause or GPL-2+

Files: debian/*
Copyright: 2010 A Packager
License: GPL-3

License: BSD-3-clause
 The text alone.
"""


def test_the_licence_of_all_files_comes_first():
    assert licences_of(TEXT) == ["BSD-3-clause or GPL-2+", "Zlib"]


def test_prose_has_no_answer():
    assert licences_of("This package is free software under the GPL.\n\nLicense: see elsewhere\n") == []

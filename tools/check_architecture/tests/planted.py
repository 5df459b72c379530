"""A small tree that obeys the rules, and what is found once something is planted in it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from check_architecture import findings  # noqa: E402

GOOD = {
    ".editorconfig": "root = true\n[*]\nmax_line_length = 110\n[*.{py,ts}]\nmax_line_length = 140\n[*.md]\nmax_line_length = off\n",
    "platform/CMakeLists.txt": "".join(f"mrbill_module({name} DEPENDS x)\n" for name in (
        "base PLAIN", "text PLAIN", "log PLAIN", "async", "http", "postgres", "people", "objects", "testing")),
    "platform/base/README.md": "base\n",
    "platform/base/clock.hpp": "#pragma once\n#include <chrono>\n",
    "platform/text/README.md": "text\n",
    "platform/text/text.hpp": "#include <base/clock.hpp>\n",
    "platform/http/README.md": "http\n",
    "platform/http/server.hpp": "#include <boost/asio/io_context.hpp>\n#include <text/text.hpp>\n",
    "platform/people/README.md": "people\n",
    "platform/people/told.cpp": "#include <contract/codes.hpp>\n#include <contract/events.hpp>\n",
    "studio/CMakeLists.txt": "".join(f"mrbill_module({name} PLAIN DEPENDS x)\n" for name in ("canvas", "film")),
    "studio/README.md": "studio\n",
    "studio/film/README.md": "film\n",
    "studio/film/film.hpp": "#include <base/clock.hpp>\n#include <canvas/surface.hpp>\n",
    "studio/film/film_test.cpp": "#include <film/film.hpp>\n#include <testing/fresh_folder.hpp>\n",
    "services/content/README.md": "content\n",
    "services/content/render/video.cpp": "#include <film/film.hpp>\n",
    "services/content/adapters/process/stills.cpp": "#include <canvas/surface.hpp>\n",
    "services/shop/README.md": "shop\n",
    "services/shop/config.hpp": "#include <string>\n",
    "services/shop/api_shard.hpp": '#include "api/orders.hpp"\n#include "config.hpp"\n',
    "services/shop/main.cpp": '#include "adapters/postgres/orders.hpp"\n#include "api_shard.hpp"\n#include "config.hpp"\n',
    "services/shop/domain/order.hpp": "#include <base/clock.hpp>\n",
    "services/shop/ports/orders.hpp": '#include <async/task.hpp>\n#include "domain/order.hpp"\n',
    "services/shop/usecases/buy.cpp": '#include <log/log.hpp>\n#include <objects/object_store.hpp>\n#include "ports/orders.hpp"\n',
    "services/shop/usecases/buy_test.cpp":
        "#include <boost/asio/io_context.hpp>\n#include <gtest/gtest.h>\n#include <objects/memory_store.hpp>\n",
    "services/shop/adapters/postgres/orders.hpp": '#include <postgres/database.hpp>\n#include <unistd.h>\n#include "ports/orders.hpp"\n',
    "services/shop/api/orders.hpp": '#include <http/server.hpp>\n#include "usecases/buy.hpp"\n',
    "apps/web/src/app/routes.tsx": 'import { Pocs } from "@/features/pocs";\n',
    "apps/web/src/features/pocs/index.ts": 'import { Button } from "../../shared/ui/button";\nexport * from "./list";\n',
    "apps/web/src/shared/ui/button.tsx":
        'import type { Poc } from "../../../../../contracts/generated/catalog";\nimport React from "react";\n',
    "apps/mobile/app/main.cpp": '#include "features/pocs/list.hpp"\n',
    "apps/mobile/features/pocs/list.hpp": '#include <QtQuick/QQuickItem>\n#include "core/pocs.hpp"\n#include "ui/theme.hpp"\n',
    "apps/mobile/core/pocs.hpp": "#include <QObject>\n#include <contract/catalog.hpp>\n",
}


def found(folder: Path, planted: dict[str, str], exceptions: tuple = ()) -> list:
    for name, text in (GOOD | planted).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return findings(folder, list(exceptions))

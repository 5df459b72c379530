"""The zones of the clients: each forbidden import is planted and found."""

import pytest

from planted import found

WEB, MOBILE = "apps/web/src/", "apps/mobile/"


@pytest.mark.parametrize("name, text, what", [
    (WEB + "features/pocs/card.tsx", 'import { Film } from "../films/film";', "the feature pocs sees the feature films"),
    (WEB + "features/pocs/card.tsx", 'import {\n  Film,\n} from "@/features/films";', "the feature pocs sees the feature films"),
    (WEB + "features/pocs/card.tsx", 'const film = await import("@/features/films/film");', "the feature pocs sees the feature films"),
    (WEB + "features/pocs/card.tsx", "export * from '../films';", "the feature pocs sees the feature films"),
    (WEB + "features/pocs/card.tsx", 'import { store } from "../../app/store";', "features sees app"),
    (WEB + "shared/lib/links.ts", 'import { Poc } from "../../features/pocs/poc";', "shared sees features"),
    (WEB + "shared/lib/links.ts", 'import "../../../../services/auth/x";', "which is no part of apps/web/src"),
    (WEB + "app/routes.tsx", 'import { list } from "../../../mobile/features/pocs/list";', "which is no part of apps/web/src"),
    (MOBILE + "features/pocs/list.cpp", '#include "features/films/film.hpp"', "the feature pocs sees the feature films"),
    (MOBILE + "features/pocs/List.qml", 'import "../films"', "the feature pocs sees the feature films"),
    (MOBILE + "ui/theme.hpp", '#include "features/pocs/list.hpp"', "ui sees features"),
    (MOBILE + "core/pocs.cpp", "#include <QtQuick/QQuickItem>", "core sees QtQuick/QQuickItem"),
    (MOBILE + "core/pocs.cpp", "#include <QQuickItem>", "core sees QQuickItem"),
    (MOBILE + "core/pocs.cpp", "#include <http/client.hpp>", "sees http/client.hpp, which is no part of apps/mobile"),
])
def test_a_forbidden_import_is_found(tmp_path, name, text, what):
    assert [str(one) for one in found(tmp_path, {name: text + "\n"}) if what in str(one) and one.cure]

"""msgspec without what it would load for Pythons older than ours: half of its loading, a tenth of a whole export."""

import sys
from typing import Final

_FOR_OLDER: Final = (
    "typing_extensions"  # msgspec takes typing's own where it is not there; all it wants is in 3.11
)


def msgspec() -> None:
    """Loads msgspec; others find typing_extensions as before."""
    if {_FOR_OLDER, "msgspec"} & sys.modules.keys():
        return
    sys.modules[_FOR_OLDER] = None  # type: ignore[assignment]  # an import of it fails
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[_FOR_OLDER]

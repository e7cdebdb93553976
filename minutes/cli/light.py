"""A light start: msgspec without what it loads for Pythons older than ours, and no looking for cycles that nobody made.

Both together are a fifth of an export; tests/bench/export.py measures it.
"""

import gc
import os
import sys
from types import ModuleType
from typing import Final

_FOR_OLDER: Final = (
    "typing_extensions"  # msgspec takes typing's own where it is not there; all it wants is in 3.11
)
_FOR_A_WORD: Final = (
    "platform"  # uuid, which msgspec loads, asks it for the name of the system and nothing else
)


def start() -> None:
    """For a command that writes a few files and ends: what it makes is freed without the collector of cycles."""
    gc.disable()
    msgspec()


def msgspec() -> None:
    """Loads msgspec; others find what was kept from it as before."""
    if {_FOR_OLDER, _FOR_A_WORD, "uuid", "msgspec"} & sys.modules.keys():
        return
    try:
        _without()
    except (ImportError, AttributeError):  # another Python or another msgspec wants more of them
        for name in [name for name in sys.modules if name.partition(".")[0] in ("msgspec", "uuid")]:
            del sys.modules[name]
    finally:
        for name in (_FOR_OLDER, _FOR_A_WORD):
            sys.modules.pop(name, None)


def _without() -> None:
    sys.modules[_FOR_OLDER] = None  # type: ignore[assignment]  # an import of it fails
    if hasattr(os, "uname"):
        named = ModuleType(_FOR_A_WORD)
        named.system = lambda: os.uname().sysname  # type: ignore[attr-defined]
        sys.modules[_FOR_A_WORD] = named
    import msgspec  # noqa: F401

"""People: who they are, which offices they held, what they said and have to do. Mixed into `archive.store.Archive`."""

from __future__ import annotations


class Persons:
    """Questions about people."""

"""Readers: bytes in, `Report` out; each format is one module and one row of a table."""

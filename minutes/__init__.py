"""Reads reports of meetings, extracts records, writes formal minutes, and is the command line."""

__version__ = "0.1.0"

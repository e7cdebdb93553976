"""Keeps and finds the records of meetings (a wing of `minutes`, not an attic).

It knows no file format, no terminal and no extraction: records come in and go out, typed.
It never imports `minutes`.
"""

"""`minutes schema`: the record's shape, for other programs."""

import typer


def schema() -> None:
    """Print the JSON Schema (2020-12) of the record that --json prints and the archive keeps.

    It follows from the same definitions that read and write records, so it cannot be out of date.
    """
    import msgspec

    from archive.record import SCHEMA, Meeting

    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"minutes record, schema {SCHEMA}",
        **msgspec.json.schema(Meeting),
    }
    typer.echo(msgspec.json.format(msgspec.json.encode(described)).decode())

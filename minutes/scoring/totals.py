"""Sums over reports, and the measures they give."""

from collections.abc import Mapping

from minutes.scoring.compare import EXTRAS, FIELDS, LISTS, Counts

Measures = dict[str, float | None]


def measures(counts: Counts) -> Measures:
    """Accuracy of single values, F1 of lists, and `score`: the mean F1 of both; None where there is nothing to measure."""
    out: Measures = {
        name: _ratio(counts[name, "right"], counts[name, "total"]) for name in (*FIELDS, *EXTRAS)
    }
    finds: list[float | None] = [
        _ratio(2 * counts[name, "hit"], counts[name, "gold"] + counts[name, "found"]) for name in FIELDS
    ]
    for name in LISTS:
        hit, false, missed = (counts[name, what] for what in ("hit", "false", "missed"))
        out[name] = _ratio(2 * hit, 2 * hit + false + missed)
        out[f"{name} precision"] = _ratio(hit, hit + false)
        out[f"{name} recall"] = _ratio(hit, hit + missed)
        finds.append(out[name])
    known = [one for one in finds if one is not None]
    out["score"] = sum(known) / len(known) if known else None
    return out


def table(groups: Mapping[str, Measures]) -> str:
    """The measures of each group in percent, a line per measure."""
    names = next(iter(groups.values()), {})
    lines = [f"{'':<22}" + "".join(f"{group:>9}" for group in groups)]
    for name in names:
        cells = (one[name] for one in groups.values())
        lines.append(
            f"{name:<22}" + "".join(f"{'-' if cell is None else f'{100 * cell:.1f}':>9}" for cell in cells)
        )
    return "\n".join(lines)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None

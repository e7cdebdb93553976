"""A table of a Word file: cells merged downwards are marked cell by cell and become one that spans rows."""

from dataclasses import dataclass, field

from minutes.readers.grid import GridCell, pieces_of_rows
from minutes.readers.pieces import Piece


@dataclass(slots=True)
class _Open:
    """A cell while it is read."""

    row: int
    column: int
    colspan: int = 1
    rowspan: int = 1
    goes_on: bool = False  # it continues the cell above
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """The rows read so far."""

    _rows: list[list[_Open]] = field(default_factory=list)
    _open: list[_Open] = field(
        default_factory=list
    )  # more than one where a damaged file puts cells into cells
    _above: dict[int, _Open] = field(default_factory=dict)  # the cell that last covered a column
    _column: int = 0

    def open_row(self, before: int) -> None:
        """A new row, the first `before` columns of which are left free."""
        self._rows.append([])
        self._column = before

    def open_cell(self) -> None:
        """A new cell to the right of the last."""
        if not self._rows:
            self.open_row(0)
        self._open.append(_Open(len(self._rows) - 1, self._column))

    def spans(self, columns: int, *, goes_on: bool) -> None:
        """How many columns the open cell covers, and whether it continues the one above."""
        if self._open:
            self._open[-1].colspan, self._open[-1].goes_on = columns, goes_on

    def close_cell(self, pieces: list[Piece]) -> None:
        """The open cell's content; that of a continued cell goes to where it began."""
        cell = self._open.pop()
        cell.pieces = pieces
        self._column = cell.column + cell.colspan
        origin = self._above.get(cell.column) if cell.goes_on else None
        if origin is not None and origin.row + origin.rowspan == cell.row:
            origin.rowspan += 1
            origin.pieces += cell.pieces
        else:
            self._above[cell.column] = cell
            self._rows[cell.row].append(cell)

    def pieces(self) -> list[Piece]:
        """What the table gives."""
        rows = [
            [GridCell(one.row, one.column, one.rowspan, one.colspan, tuple(one.pieces)) for one in row]
            for row in self._rows
        ]
        return pieces_of_rows([row for row in rows if row])

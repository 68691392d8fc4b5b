"""A document as paper shows it: paragraphs, and tables whose cells span rows and columns. Every writer takes the same one."""

from dataclasses import dataclass, field

ARABIC_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai(text):
    """With the digits of the paper."""
    return str(text).translate(ARABIC_TO_THAI)


@dataclass
class Cell:
    lines: list
    across: int = 1
    down: int = 1

    @property
    def text(self):
        return "\n".join(self.lines)


@dataclass
class Table:
    """Rows name each cell once, at its upper left corner, as in HTML."""

    rows: list
    columns: int
    heads: int = 1

    def placed(self):
        """Quadruples of row, column and cell, as a browser lays them out."""
        taken = set()
        for at, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (at, column) in taken:
                    column += 1
                yield at, column, cell
                taken.update((at + down, column + across) for down in range(cell.down) for across in range(cell.across))

    def grid(self):
        """The texts in a plain grid: a merged cell has its text at its corner and is empty elsewhere."""
        made = [[""] * self.columns for _ in self.rows]
        for row, column, cell in self.placed():
            made[row][column] = cell.text
        return made


@dataclass
class Paper:
    blocks: list = field(default_factory=list)

    @property
    def columns(self):
        return max(block.columns for block in self.blocks if isinstance(block, Table))


def cell(text="", across=1, down=1):
    return Cell(text if isinstance(text, list) else [text], across, down)


def row(*texts):
    return [one if isinstance(one, Cell) else cell(one) for one in texts]


def numbered(texts, mark="{}. ", digits=str, first=1):
    """A list typed by hand."""
    return [mark.format(digits(at)) + text for at, text in enumerate(texts, first)]

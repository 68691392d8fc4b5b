"""Cells that a host cannot do without settings of its own: how the cell begins, and the reason."""

KNOWN = {}

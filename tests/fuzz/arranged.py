"""Reports arranged anew: the clauses of the samples in any order, damaged."""

import re
from functools import cache

from damage import CONTROLS, SAMPLES, UNSEEN, WORDS, damaged, edits
from hypothesis import strategies as st

from archive.record import Block, Source
from minutes.readers import read
from minutes.readers.normalise import Cleaner
from minutes.report import Report

SOURCE = Source(file="a.html", sha256="0" * 64, media_type="text/html", size=1, published="2024-03-05")
BREAKS = re.compile(r"(?<=[\u3002\uff1b;\uff0c,.:\uff1a\u3001])")
PUT = st.one_of(st.sampled_from(WORDS + UNSEEN + CONTROLS), st.text(max_size=6))


@cache
def lines():
    """Every line of the samples."""
    return [block.text for path in sorted(SAMPLES.iterdir()) for block in read(path).blocks]


@cache
def clauses():
    """Every clause of the samples."""
    return [clause for line in lines() for clause in BREAKS.split(line) if clause]


@st.composite
def texts(draw):
    """A line made of clauses, damaged."""
    made = draw(
        st.one_of(st.sampled_from(lines()), st.lists(st.sampled_from(clauses()), max_size=12).map("".join))
    )
    made = damaged(made, draw(st.sampled_from(lines())), draw(edits(PUT, most=4)))
    return Cleaner().line(made)


@st.composite
def reports(draw):
    """Blocks of such lines."""
    kinds = st.sampled_from(["paragraph", "paragraph", "paragraph", "item", "heading", "caption", "table"])
    blocks = draw(
        st.lists(
            st.builds(
                Block,
                kind=kinds,
                text=texts(),
                level=st.none() | st.integers(1, 3),
                label=st.none() | st.sampled_from(["1.", "\u4e00\u3001", "(1)", "\u2022"]),
            ),
            min_size=1,
            max_size=14,
        )
    )
    return Report(blocks=tuple(blocks), source=SOURCE, heading=draw(st.none() | texts()))

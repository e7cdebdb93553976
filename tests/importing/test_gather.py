"""Which files an import reads."""

import os

import pytest

from minutes.gather import gather


def tree(root, *names: str):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return root


def names(root, found):
    return [path.relative_to(root).as_posix() for path in found]


def test_a_folder_gives_its_reports_by_name(tmp_path):
    tree(tmp_path, "b.HTML", "a.docx", "deep/er/c.mht", "d.txt", "e.md", "f.doc", "g.mhtml", "h.htm")
    assert names(tmp_path, gather([tmp_path])) == [
        *("a.docx", "b.HTML", "d.txt", "e.md", "f.doc", "g.mhtml", "h.htm", "deep/er/c.mht")
    ]


def test_a_folder_keeps_back_what_is_no_report(tmp_path):
    tree(
        tmp_path,
        "a.html",
        "a_files/ad.html",
        "b.files/ad.html",
        ".hidden.html",
        ".git/x.md",
        "~$a.docx",
        "c.pdf",
    )
    assert names(tmp_path, gather([tmp_path])) == ["a.html"]


def test_a_file_that_is_named_counts_whatever_it_is_called(tmp_path):
    tree(tmp_path, ".odd", "~$a.docx", "no-ending")
    found = gather([tmp_path / name for name in ("no-ending", ".odd", "~$a.docx", "missing")])
    assert names(tmp_path, found) == ["no-ending", ".odd", "~$a.docx", "missing"]


def test_a_folder_without_reports_gives_itself(tmp_path):
    assert gather([tmp_path]) == [tmp_path]


def test_a_folder_named_like_a_report_is_a_folder(tmp_path):
    tree(tmp_path, "x.docx/a.html")
    assert names(tmp_path, gather([tmp_path])) == ["x.docx/a.html"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_that_lead_out_are_not_followed(tmp_path):
    inside = tree(tmp_path / "inside", "a.html")
    outside = tree(tmp_path / "outside", "secret.html", "more/b.html")
    (inside / "out.html").symlink_to(outside / "secret.html")
    (inside / "folder").symlink_to(outside / "more")
    (inside / "within.html").symlink_to("a.html")
    (inside / "dangling.html").symlink_to("nowhere.html")
    (inside / "loop.html").symlink_to("loop.html")
    found = names(inside, gather([inside]))
    assert found == ["a.html", "dangling.html", "loop.html", "within.html"]

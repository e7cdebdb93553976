"""Opening an archive, and beginning a new one."""

import os
from pathlib import Path
from typing import Final

from archive.files import DRAFT, Disk
from archive.refusals import NoArchive, NotAnArchive, OlderFormat
from archive.room import KNOWN, README, Room
from archive.state import KEPT, State, format_of, read_state, write_state

MIGRATED: Final = "The archive was brought to format {number}."
WORDS: Final = """\
会议记录档案

本文件夹由 minutes 程序管理，保存会议报道的原件和从中整理的记录。不用本程序也能阅读：
  meetings/000/000012.json   第 12 号会议的记录，UTF-8 编码的 JSON 文本，任何文本编辑器都能打开
  originals/ab/abcd….html    导入的原件，文件名是其 SHA-256 校验和，从不改动；图片也在这里
  issued/000/000012/         第 12 号会议定稿后导出的文件，再次导出时字节不变
  history/2026-11.jsonl      每次改动一行：何人、何时、改了什么、改前、改后、缘由
  people.json                人名的合并与更改
  trash/                     已删除但可恢复的记录
  archive.json               格式号、下一个编号、改动次数、共享方式
  index.sqlite               检索用的索引，可随时删除，会自动重建
请勿手工改动；备份时复制整个文件夹即可。

An archive of meetings

This folder is kept by the program `minutes`: reports of meetings as they were imported, and the records made from
them. It can be read without the program:
  meetings/000/000012.json   the record of meeting 12, JSON in UTF-8, readable in any text editor
  originals/ab/abcd....html  the imported files, named by their SHA-256 check sum, never altered; pictures likewise
  issued/000/000012/         what was exported of meeting 12 after it was final; the same export gives the same bytes
  history/2026-11.jsonl      a line for every change: who, when, what, before, after, why
  people.json                decisions on names: merged, renamed
  trash/                     records that were deleted and can be brought back
  archive.json               number of the format, next id, count of changes, sharing
  index.sqlite               for searching; may be deleted at any time and is made anew by itself
Please change nothing by hand. To back it up, copy the whole folder.
"""


def opened(folder: Path) -> Room:
    """The archive in `folder`, brought to the present format; raises NoArchive, NewerFormat, OlderFormat, ArchiveDamaged."""
    try:
        state = read_state(folder)
        if not (folder / KEPT).exists():
            return Room(folder, state.share)
    except OlderFormat as error:
        old: OlderFormat | None = error
    else:
        old = None
    return _brought_forward(folder, old)


def _brought_forward(folder: Path, old: OlderFormat | None) -> Room:
    from archive.migrations import migrate

    try:
        migrate(folder)
    except OSError as error:
        raise (old or error) from error
    room = Room(folder, read_state(folder).share)
    room.tell(MIGRATED, number=format_of(folder))
    return room


def create(folder: Path, share: str) -> Room:
    """The archive in `folder`, a new one where there is none; raises NotAnArchive for a folder of other things."""
    try:
        return opened(folder)
    except NoArchive:
        return _begun(folder, share)


def _begun(folder: Path, share: str) -> Room:
    from archive.lock import writing

    disk = Disk(share)
    _refuse_strangers(folder)
    disk.make_folder(folder)
    with writing(folder, disk, timeout=10):
        try:
            return opened(folder)  # another process was quicker
        except NoArchive:
            disk.write(folder / README, WORDS.encode())
            write_state(folder, State(share=share), disk)
            return Room(folder, share)


def _refuse_strangers(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotAnArchive(folder=folder)
    names = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208
    if any(name not in KNOWN and not name.endswith(DRAFT) for name in names):
        raise NotAnArchive(folder=folder)

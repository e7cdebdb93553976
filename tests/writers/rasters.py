"""Pictures made on the spot: the smallest files of each format that say how large they are."""

import struct
import zlib


def png(width: int = 4, height: int = 3, colour: bytes = b"\xc0\x40\x20") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))
        )

    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + colour * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x00\x00\x00;"


def bmp(width: int, height: int) -> bytes:
    return b"BM" + bytes(12) + struct.pack("<Lll", 40, width, height) + bytes(20)


def jpeg(width: int, height: int, before: bytes = b"\xff\xe0\x00\x10JFIF\0" + bytes(9)) -> bytes:
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + bytes(9)
    return b"\xff\xd8" + before + frame + b"\xff\xda\x00\x0c" + bytes(10) + b"\xff\xd9"


def tiff(width: int, height: int, order: str = "<") -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    fields = struct.pack(f"{order}HHLHxx", 256, 3, 1, width) + struct.pack(f"{order}HHLL", 257, 4, 1, height)
    return mark + struct.pack(f"{order}LH", 8, 2) + fields + bytes(4)


WEBP = b"RIFF\x24\0\0\0WEBPVP8 " + bytes(30)

"""What a path may lead to: a document, or one line that says what is wrong and what to do."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.ingest import from_text, read
from pipeline.records import Document
from pipeline.settings import Settings

SMALL = Settings(max_bytes=1000, max_characters=100)


def fail(path: Path, settings: Settings = SMALL) -> ReadError:
    """The error that reading this path gives; it names the file and tells the way out."""
    with pytest.raises(ReadError) as caught:
        read(path, settings)
    assert caught.value.stage == "ingest" and caught.value.advice
    assert caught.value.message.startswith(f"{path.name}: ")
    return caught.value


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["报告.txt", "报告.TXT", "报告.text", "报告.md", "报告", "自评2020.12", "决算.定稿"])
def test_text_is_read_under_these_names(tmp_path: Path, name: str) -> None:
    document = read(write(tmp_path, name, "没有数字的报告。".encode()), SMALL)
    assert (document.text, document.path, document.format) == ("没有数字的报告。", name, "txt")


def test_document_is_named_by_its_content(tmp_path: Path) -> None:
    data = "竹溪县\r\n".encode()
    first = read(write(tmp_path, "a.txt", data), SMALL)
    second = read(write(tmp_path, "b.txt", data), SMALL, name="乡镇\\b.txt")
    assert first.sha256 == hashlib.sha256(data).hexdigest()
    assert first.doc_id == second.doc_id == first.sha256[:16]
    assert second.path == "乡镇/b.txt"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "white space"),
        (b" \r\n\t", "white space"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04....", "ZIP archive or an Office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "older Office document"),
        (b"{\\rtf1 ", "RTF"),
        (b"abc\0def\0\1\2\3", "binary|breaks"),
        (b"\1\2\3\4\5\6\7\x08", "control characters"),
        (b"\x81\xff\xff\xff\xfe\xfd\xfc\xfb\xfa", "breaks its encoding"),
        (b"x" * 1001, "1,001 bytes; at most 1,000"),
        (b"x" * 101, "101 characters in 1 line"),
    ],
)
def test_content_that_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    assert re.search(message, fail(write(tmp_path, "a.txt", data)).message)


def test_format_without_a_reader_is_named(tmp_path: Path) -> None:
    assert ".xyz files" in fail(write(tmp_path, "表.XYZ", b"text")).message


def test_content_decides_before_the_name(tmp_path: Path) -> None:
    assert "PDF" in fail(write(tmp_path, "报告.doc", b"%PDF-1.4 ...")).message


def test_missing_file(tmp_path: Path) -> None:
    assert "no such file" in fail(tmp_path / "a.txt").message


def test_folder(tmp_path: Path) -> None:
    assert "a folder" in fail(tmp_path).message


def test_broken_link_and_link_in_a_circle(tmp_path: Path) -> None:
    for name, target in (("broken.txt", "nowhere.txt"), ("circle.txt", "circle.txt")):
        (tmp_path / name).symlink_to(target)
        assert "a link that leads to no file" in fail(tmp_path / name).message


def test_link_to_a_file_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "竹溪县".encode())
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read(tmp_path / "b.txt", SMALL).text == "竹溪县"


def test_pipe_and_device_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "a pipe" in fail(tmp_path / "a.txt").message
    assert "a device" in fail(Path("/dev/zero")).message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"text")
    path.chmod(0)
    assert "permission" in fail(path).message


def test_fifty_megabytes_in_one_line(tmp_path: Path) -> None:
    assert "in 1 line" in fail(write(tmp_path, "a.txt", b"1" * 50_000_000), Settings()).message


def test_text_in_memory_is_a_document() -> None:
    document = from_text("竹溪县\r\n", "手稿")
    assert isinstance(document, Document)
    assert (document.text, document.path) == ("竹溪县\r\n", "手稿")
    with pytest.raises(ReadError, match="half of a surrogate pair"):
        from_text("a\ud800")

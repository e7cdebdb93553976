import hashlib

import pytest


@pytest.fixture
def bag(minutes, own, tmp_path):
    assert minutes(own, "bag", str(tmp_path / "bag"), "--organisation", "水产站", "--number", "A-7")[0] == 0
    return tmp_path / "bag"


def lines(file):
    return [line.split("  ", 1) for line in file.read_text("utf-8").splitlines()]


def test_a_bag_declares_its_version(bag):
    assert (bag / "bagit.txt").read_bytes() == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@pytest.mark.parametrize("name", ["sha256", "sha512"])
def test_every_file_is_in_the_manifest_with_its_sum(bag, name):
    payload = {path.relative_to(bag).as_posix(): path for path in (bag / "data").rglob("*") if path.is_file()}
    listed = lines(bag / f"manifest-{name}.txt")
    assert sorted(payload) == [path for _, path in listed]
    assert all(hashlib.new(name, payload[path].read_bytes()).hexdigest() == digest for digest, path in listed)


def test_the_tags_are_in_their_manifest(bag):
    listed = lines(bag / "tagmanifest-sha256.txt")
    assert [path for _, path in listed] == [
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
    ]
    assert all(hashlib.sha256((bag / path).read_bytes()).hexdigest() == digest for digest, path in listed)


def test_the_bag_says_what_it_is(bag):
    info = dict(line.split(": ", 1) for line in (bag / "bag-info.txt").read_text("utf-8").splitlines())
    files = [path for path in (bag / "data").rglob("*") if path.is_file()]
    assert info["Source-Organization"] == "水产站"
    assert info["External-Identifier"] == "A-7"
    assert info["External-Description"] == "Records of meetings: 2, 2021-03-04/2021-11-04"
    assert info["Payload-Oxum"] == f"{sum(path.stat().st_size for path in files)}.{len(files)}"


def test_the_payload_is_an_archive(minutes, bag):
    assert minutes(bag / "data", "list", "--ids")[1] == "1\n2\n"


def test_nothing_is_bagged_over_other_files(minutes, own, bag):
    assert minutes(own, "bag", str(bag))[0] == 2


def test_the_validator_of_the_library_of_congress_agrees(bag):
    bagit = pytest.importorskip("bagit", reason="the bagit package is not installed")
    assert bagit.Bag(str(bag)).is_valid()


def test_no_bag_is_made_inside_the_archive(minutes, own):
    before = sorted(own.rglob("*"))
    code, _, err = minutes(own, "bag", str(own / "bag"))
    assert (code, "lies inside the archive" in err) == (2, True)
    assert sorted(own.rglob("*")) == before

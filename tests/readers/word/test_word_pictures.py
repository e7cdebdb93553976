"""Pictures are taken along, and captions know theirs."""

from dataclasses import replace

from notation import kinds, paragraph, png, read, texts

from minutes.readers.limits import LIMITS

CENTRED = "jc{val=center}"


def picture(reference: str, name: str = "Picture 1", descr: str = "") -> str:
    inline = f"wp:inline/(wp:docPr{{name={name};descr={descr}}},a:blip{{r:embed={reference}}})"
    return f"p/(pPr/{CENTRED},r/drawing/{inline})"


def shown(body: str, count: int = 1, **rest):
    links = tuple((f"p{n}", "image", f"media/image{n}.png") for n in range(count))
    members = {f"word/media/image{n}.png": png(n) for n in range(count)}
    return read(body, links=links, members=members, **rest)


def test_a_caption_names_the_picture_above_it():
    body = ",".join(
        [
            picture("p0"),
            paragraph("图1 会议现场", CENTRED),
            picture("p1"),
            paragraph("图2 合影", CENTRED),
            paragraph("散会。"),
        ]
    )
    report = shown(body, 2)
    assert [block.kind for block in report.blocks] == ["caption", "caption", "paragraph"]
    assert [block.picture for block in report.blocks[:2]] == [one.sha256 for one in report.pictures]
    assert report.source.pictures == tuple(one.sha256 for one in report.pictures)


def test_a_picture_shown_twice_is_kept_once():
    body = f"{picture('p0')},{paragraph('会议现场', CENTRED)},{picture('p0')},{paragraph('合影', CENTRED)}"
    report = shown(body)
    assert len(report.pictures) == 1
    assert len({block.picture for block in report.blocks}) == 1


def test_all_names_that_may_carry_a_date_are_kept():
    body = f"{picture('p0', 'IMG_20240222_083512.jpg')},{picture('p0', 'IMG_20240223_083512.jpg')},{paragraph('会议')}"
    assert shown(body).picture_names == ("IMG_20240222_083512.jpg", "IMG_20240223_083512.jpg")


def test_words_for_those_who_cannot_see_stand_for_a_missing_caption():
    body = f"{picture('p0', descr='全体教师在报告厅')},{paragraph('3月5日,学院召开教学工作会议。')}"
    assert texts(shown(body))[0] == "全体教师在报告厅"


def test_words_a_program_made_up_do_not():
    body = (
        f"{picture('p0', descr='图片包含 人员 描述已自动生成')},{paragraph('3月5日,学院召开教学工作会议。')}"
    )
    assert len(texts(shown(body))) == 1


def test_a_picture_beyond_the_limit_is_left_with_a_note():
    body = f"{picture('p0')},{picture('p1')},{paragraph('会议')}"
    report = shown(body, 2, limits=replace(LIMITS, pictures=1))
    assert len(report.pictures) == 1
    assert kinds(report) == ["pictures-left"]


def test_a_picture_that_is_missing_costs_no_text():
    report = read(f"{picture('p9')},{paragraph('会议')}", links=(("p9", "image", "media/gone.png"),))
    assert texts(report) == ["会议"]
    assert kinds(report) == ["dangling-relationships"]


def test_a_picture_elsewhere_is_never_fetched():
    report = read(
        f"{picture('p9')},{paragraph('会议')}", links=(("p9", "image", "http://tracker.invalid/1.png"),)
    )
    assert texts(report) == ["会议"]
    assert not report.pictures
    assert "http://tracker.invalid/1.png" in report.notes[0].message

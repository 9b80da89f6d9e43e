"""A new task in one sentence: its title, day, unit, person and letter; and what is told of work there is already."""

import pytest

from tests.bot.understanding.reading import bare, bare_told, intents, read, says, split, told

KT, VHXH = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"
NEW = [
    ("việc phát sinh: rà soát biển hiệu quảng cáo trước 5/12, giao phòng Kinh tế",
     {"title": "Rà soát biển hiệu quảng cáo", "date": "2025-12-04", "unit": "phòng Kinh tế", "unit_full": KT}),
    ("thêm việc: thống kê nhà trọ, giao VHXH, hạn 10/12",
     {"title": "Thống kê nhà trọ", "date": "2025-12-10", "unit": "VHXH", "unit_full": VHXH}),
    ("nhiệm vụ mới: kiểm tra vỉa hè đến hết 28/11, phòng KT chủ trì, theo CV 123/UBND-VP ngày 10/11 của UBND tỉnh",
     {"title": "Kiểm tra vỉa hè", "date": "2025-11-28", "unit": "phòng KT", "unit_full": KT,
      "text": "CV 123/UBND-VP ngày 10/11 của UBND tỉnh"}),
    ("em ơi giao thêm việc: báo cáo rà soát đất công theo công văn 45/STNMT-QLĐĐ của Sở, giao KT xong trước ngày 28/11",
     {"title": "Báo cáo rà soát đất công", "date": "2025-11-27", "unit": "KT", "unit_full": KT,
      "text": "công văn 45/STNMT-QLĐĐ của Sở"}),
    ("việc đột xuất: lập danh sách hộ nghèo, giao chị Hoa, thứ 6 tuần sau",
     {"title": "Lập danh sách hộ nghèo", "date": "2025-11-28", "person": "chị Hoa"}),
    ("bổ sung việc: tổ chức 3 lớp tập huấn", {"title": "Tổ chức 3 lớp tập huấn"}),
]  # fmt: skip
TOLD = """
    việc mới: 15 xong | có việc mới không | việc phát sinh là gì | việc 7: phát sinh thêm hồ sơ | 18 không phát sinh
    có việc gì mới không em | việc phát sinh: có làm không? | giao việc 7 cho chị Hoa | tin: việc mới ở phường
    thêm việc nữa là em nghỉ | ghi hộ chị Hoa: xong 30
"""


@pytest.mark.parametrize(("text", "slots"), NEW)
@pytest.mark.parametrize("role", ["unit_head", "leader"])
def test_it_is_read_with_and_without_accents(text: str, slots: dict[str, str], role: str) -> None:
    wanted = [says("new_task", **slots)]
    assert told(read(text, role)) == wanted
    if "person" not in slots:
        assert told(read(bare(text), role)) == bare_told(wanted)


GIVEN = [
    ("giao chị Lan soạn báo cáo chuyển đổi số trước thứ 6", {"title": "Soạn báo cáo chuyển đổi số", "date": "2025-11-20", "person": "chị Lan"}),
    ("giao KT rà soát biển hiệu trước 5/12", {"title": "Rà soát biển hiệu", "date": "2025-12-04", "unit": "KT", "unit_full": KT}),
    ("giao VHXH rà soát hộ nghèo nhé", {"title": "Rà soát hộ nghèo", "unit": "VHXH", "unit_full": VHXH}),
    ("giao việc cho KT: rà soát biển hiệu, hạn 5/12", {"title": "Rà soát biển hiệu", "date": "2025-12-05", "unit": "KT", "unit_full": KT}),
    ("thêm việc rà soát biển hiệu cho KT trước 5/12", {"title": "Rà soát biển hiệu", "date": "2025-12-04", "unit": "KT", "unit_full": KT}),
    ("giao tuyên truyền chuyển đổi số cho VHXH trước 30/11",
     {"title": "Tuyên truyền chuyển đổi số", "date": "2025-11-29", "unit": "VHXH", "unit_full": VHXH}),
    ("phân công chị Hoa tổng hợp số liệu hộ nghèo, hạn 28/11", {"title": "Tổng hợp số liệu hộ nghèo", "date": "2025-11-28", "person": "chị Hoa"}),
    ("giao anh Vinh kiểm tra vỉa hè theo CV 123/UBND-VP, xong trước 10/12",
     {"title": "Kiểm tra vỉa hè", "date": "2025-12-09", "person": "anh Vinh", "text": "CV 123/UBND-VP"}),
]  # fmt: skip
ASKED = [
    ("giao chị Hoa viết kịch bản hội thi, thứ 6 tuần sau xong", {"title": "Viết kịch bản hội thi", "date": "2025-11-28", "person": "chị Hoa"}),
    ("giao KT kiểm tra vỉa hè, tuần sau xong", {"title": "Kiểm tra vỉa hè", "date": "2025-11-28", "unit": "KT", "unit_full": KT}),
    ("giao KT rà soát biển hiệu, tuần sau báo cáo chị", {"title": "Rà soát biển hiệu", "date": "2025-11-28", "unit": "KT", "unit_full": KT}),
    ("việc mới cho chị Hoa, rà soát danh mục hồ sơ lưu, 28/11 xong", {"title": "Rà soát danh mục hồ sơ lưu", "date": "2025-11-28", "person": "chị Hoa"}),
    ("giao KT chuẩn bị lễ 20/12, báo chị trước 17/12", {"title": "Chuẩn bị lễ 20/12", "date": "2025-12-16", "unit": "KT", "unit_full": KT}),
    ("có việc phát sinh, đón đoàn kiểm tra ngày 21/12, KT làm", {"title": "Đón đoàn kiểm tra", "date": "2025-12-21", "unit": "KT", "unit_full": KT}),
    ("thêm việc in lịch, KT làm", {"title": "In lịch", "unit": "KT", "unit_full": KT}),
    ("nhờ chị Hoa đo lại đường Lê Lợi trước 28/11", {"title": "Đo lại đường Lê Lợi", "date": "2025-11-27", "person": "chị Hoa"}),
    ("Sở Nội vụ có văn bản 1300/SNV yêu cầu báo cáo biên chế trước ngày 22/12",
     {"title": "Báo cáo biên chế", "date": "2025-12-21", "text": "văn bản 1300/SNV, Sở Nội vụ"}),
    ("có công văn 1299/SNV đề nghị rà soát vị trí việc làm xong trước 25/12",
     {"title": "Rà soát vị trí việc làm", "date": "2025-12-24", "text": "công văn 1299/SNV"}),
    ("công văn 99/SNV: rà soát biên chế, hạn 22/12, giao KT",
     {"title": "Rà soát biên chế", "date": "2025-12-22", "unit": "KT", "unit_full": KT, "text": "công văn 99/SNV"}),
    ("CV 1450/SKHCN đề nghị các đơn vị cử người tập huấn, chị Hà bảo giao chị Hoa",
     {"title": "Cử người tập huấn", "person": "chị Hoa", "text": "CV 1450/SKHCN"}),
    ("Sở Nội vụ gửi công văn đề nghị cử 2 người đi tập huấn trước 15/12",
     {"title": "Cử 2 người đi tập huấn", "date": "2025-12-14", "text": "công văn, Sở Nội vụ"}),
    ("tỉnh yêu cầu báo cáo PCI hạn 20/12", {"title": "Báo cáo PCI", "date": "2025-12-20", "text": "tỉnh"}),
    ("nhờ Lan rà lại danh sách hộ nghèo trước 28/11", {"title": "Rà lại danh sách hộ nghèo", "date": "2025-11-27", "person": "Lan"}),
    ("yêu cầu VHXH thống kê nhà trọ, báo cáo anh trước 30/11", {"title": "Thống kê nhà trọ", "date": "2025-11-29", "unit": "VHXH", "unit_full": VHXH}),
    ("chị Hoa làm giúp anh báo cáo chuyên đề trước 28/11", {"title": "Làm báo cáo chuyên đề", "date": "2025-11-27", "person": "Hoa"}),
    ("bảo chị Hoa soạn giấy mời hội nghị trước 28/11", {"title": "Soạn giấy mời hội nghị", "date": "2025-11-27", "person": "chị Hoa"}),
    ("giao KT và VHXH rà soát biển hiệu trước 5/12", {"title": "Rà soát biển hiệu", "date": "2025-12-04", "unit": "KT và VHXH", "units": [KT, VHXH]}),
    ("giao VHXH chủ trì, KT phối hợp kiểm tra vỉa hè trước 5/12",
     {"title": "Kiểm tra vỉa hè", "date": "2025-12-04", "unit": "VHXH", "unit_full": VHXH, "partner": "KT"}),
    ("thêm việc cho Hoa: thống kê nhà trọ, nộp thứ 3", {"title": "Thống kê nhà trọ", "date": "2025-11-25", "person": "Hoa"}),
    ("thêm việc cho chị Hoa: thống kê nhà trọ, thứ 3 nộp anh", {"title": "Thống kê nhà trọ", "date": "2025-11-25", "person": "chị Hoa"}),
    ("thêm việc cho KT: rà soát biển hiệu, xong trong tuần", {"title": "Rà soát biển hiệu", "date": "2025-11-21", "unit": "KT", "unit_full": KT}),
    ("giao Hoa lập danh sách nhà trọ xong trước sáng thứ 3", {"title": "Lập danh sách nhà trọ", "date": "2025-11-24", "person": "Hoa"}),
    ("giao Hoa lập danh sách nhà trọ trước chiều mai", {"title": "Lập danh sách nhà trọ", "date": "2025-11-21", "person": "Hoa"}),
    ("giao Hoa lập danh sách nhà trọ trước 10h sáng mai", {"title": "Lập danh sách nhà trọ", "date": "2025-11-21", "person": "Hoa"}),
    ("giao Hoa lập danh sách nhà trọ trước 16h thứ 3", {"title": "Lập danh sách nhà trọ", "date": "2025-11-25", "person": "Hoa"}),
    ("giao KT xây dựng nội dung làm việc với Sở sáng thứ 3",
     {"title": "Xây dựng nội dung làm việc với Sở", "date": "2025-11-25", "unit": "KT", "unit_full": KT}),
    ("có CV 88/UBND-NC yêu cầu thống kê hộ kinh doanh trước 5/12, Hoa làm nhé",
     {"title": "Thống kê hộ kinh doanh", "date": "2025-12-04", "person": "Hoa", "text": "CV 88/UBND-NC"}),
    ("tỉnh yêu cầu rà soát quy hoạch đất xong trước 5/12, giao KT nhé",
     {"title": "Rà soát quy hoạch đất", "date": "2025-12-04", "unit": "KT", "unit_full": KT, "text": "tỉnh"}),
    ("bên tỉnh có công văn 3456/UBND-NC yêu cầu rà soát số liệu CCHC gửi trước 15/12, em giao VHXH giúp chị",
     {"title": "Rà soát số liệu CCHC", "date": "2025-12-14", "unit": "VHXH", "unit_full": VHXH, "text": "công văn 3456/UBND-NC, tỉnh"}),
    ("có CV 90/UBND yêu cầu báo cáo chuyển đổi số, hạn 18/12, P.KT làm",
     {"title": "Báo cáo chuyển đổi số", "date": "2025-12-18", "unit": "P.KT", "unit_full": KT, "text": "CV 90/UBND"}),
    ("có công văn 77 đề nghị nộp số liệu dân cư trước 18/12, P.KT thực hiện",
     {"title": "Nộp số liệu dân cư", "date": "2025-12-17", "unit": "P.KT", "unit_full": KT, "text": "công văn 77"}),
    ("CV 90/UBND yêu cầu báo cáo chuyển đổi số, P.KT làm",
     {"title": "Báo cáo chuyển đổi số", "unit": "P.KT", "unit_full": KT, "text": "CV 90/UBND"}),
    ("Sở Nội vụ có công văn 123/SNV yêu cầu báo cáo số liệu cán bộ trước 5/12, giao KT nhé em",
     {"title": "Báo cáo số liệu cán bộ", "date": "2025-12-04", "unit": "KT", "unit_full": KT, "text": "công văn 123/SNV, Sở Nội vụ"}),
    ("có công văn 1240/SNV-CCHC ngày 13/11 yêu cầu báo cáo CCHC quý 3, em ghi cho Hoa hạn 20/12",
     {"title": "Báo cáo CCHC quý 3", "date": "2025-12-20", "person": "Hoa", "text": "công văn 1240/SNV-CCHC ngày 13/11"}),
    ("có công văn 77 đề nghị thống kê nhà trọ hạn 20/12, em ghi việc cho Hoa nhé",
     {"title": "Thống kê nhà trọ", "date": "2025-12-20", "person": "Hoa", "text": "công văn 77"}),
    ("công văn 77 yêu cầu rà soát quy hoạch, P.KT làm, hạn 20/12",
     {"title": "Rà soát quy hoạch", "date": "2025-12-20", "unit": "P.KT", "unit_full": KT, "text": "công văn 77"}),
    ("Sở gửi công văn yêu cầu nộp báo cáo trước 20/12, giao Hoa",
     {"title": "Nộp báo cáo", "date": "2025-12-19", "person": "Hoa", "text": "công văn, Sở"}),
    ("Sở Nội vụ có công văn yêu cầu báo cáo biên chế, thêm việc cho Hoa xong trước 20/12",
     {"title": "Báo cáo biên chế", "date": "2025-12-19", "person": "Hoa", "text": "công văn, Sở Nội vụ"}),
    ("Kính gửi các phòng, đề nghị các đơn vị gửi số liệu CCHC trước 17/12", {"title": "Gửi số liệu CCHC", "date": "2025-12-16"}),
    ("Kính gửi: các phòng chuyên môn. Đề nghị báo cáo giải ngân trước 20/12.", {"title": "Báo cáo giải ngân", "date": "2025-12-19"}),
    ("Kính gửi các phòng, Sở Nội vụ yêu cầu rà soát biên chế, gửi về VP trước 20/12",
     {"title": "Rà soát biên chế, gửi về VP", "date": "2025-12-19"}),
    ("thứ 6 này họp giao ban, VHXH chuẩn bị báo cáo", {"title": "Chuẩn bị báo cáo", "date": "2025-11-21", "unit": "VHXH", "unit_full": VHXH}),
    ("mai họp, Hoa chuẩn bị số liệu giúp anh", {"title": "Chuẩn bị số liệu", "date": "2025-11-21", "person": "Hoa"}),
    ("chuyển KT làm báo cáo kiểm tra công vụ, hạn 20/12", {"title": "Làm báo cáo kiểm tra công vụ", "date": "2025-12-20", "unit": "KT", "unit_full": KT}),
    ("thêm việc cho Hoa rà soát hộ nghèo, hạn 20/12", {"title": "Rà soát hộ nghèo", "date": "2025-12-20", "person": "Hoa"}),
    ("thêm việc kiểm kê tài sản, P.KT, hạn 28/12", {"title": "Kiểm kê tài sản", "date": "2025-12-28", "unit": "P.KT", "unit_full": KT}),
    ("thêm việc: kiểm kê tài sản, hạn 28/12, P.KT", {"title": "Kiểm kê tài sản", "date": "2025-12-28", "unit": "P.KT", "unit_full": KT}),
]  # fmt: skip
NOT_ASKED = """
giao Hoa 39 và 41, báo cáo chị trước 5/12 | giao Hoa 39, 41 | tỉnh yêu cầu bổ sung phụ lục, Hoa làm rồi | sếp bảo phòng mình làm tốt lắm
thêm việc cho tháng 12: rà soát biển hiệu | nhắc KT nộp báo cáo trước 25/11 | yêu cầu VHXH nộp kết quả tháng 11 trước 25/11 | nhờ Lan nộp kết quả trước thứ 5
nhờ em nhắc Lan nộp báo cáo trước thứ 5 | nhờ Lan xem giúp anh | Lan đã làm báo cáo chuyên đề trước thứ 6 | chị Hoa làm báo cáo chuyên đề trước thứ 6 được không
Kính gửi anh, việc 7 đã xong | mai họp giao ban, nhắc các phòng nộp báo cáo | chuyển 26 cho Hoa | thứ 6 họp, em xin nghỉ
 kính gửi các phòng, đề nghị nộp kết quả | theo CV 90 đề nghị P.KT nộp báo cáo
Sở Nội vụ có văn bản yêu cầu báo cáo biên chế | 26 Sở có văn bản yêu cầu bổ sung hồ sơ trước 20/12 | Sở yêu cầu bổ sung hồ sơ trước 20/12
có công văn nào hạn 20/12 không | anh gửi công văn đề nghị các phòng nộp báo cáo trước 20/12 | công văn về rà soát hộ nghèo trình ký trước 20/12
sếp yêu cầu báo cáo trước thứ 6 | tỉnh yêu cầu báo cáo tiến độ trước 20/12 | KH 45 yêu cầu rà soát hộ nghèo trước 20/12 | tỉnh có văn bản yêu cầu báo cáo trước 20/12 chưa
phòng KT gửi công văn đề nghị rà soát hộ nghèo trước 20/12 | thêm việc gì nữa không, KT làm | việc mới của chị Hoa 28/11 xong | giao 7 cho KT tuần sau xong
Thông báo 55/TB-UBND họp giao ban trực tuyến ngày 20/12 | giấy mời 12/GM-UBND dự hội nghị ngày 20/12
đề nghị các phòng nộp báo cáo trước 25/11 | Lan làm xong báo cáo chuyên đề trước thứ 6 rồi | bảo Lan hoàn thành việc 7 trước thứ 6
"""
NOT_GIVEN = """
giao 57 cho Hoa | giao chị Lan việc 17 | giao chị Lan phụ trách tin bài | giao chị Lan theo dõi kế hoạch CCHC | giao chị Lan làm đầu mối
giao hết việc của Phúc cho Hoa | giao mục B.II cho Hoa | giao mục B.II cho Hoa trước 5/12 | giao còn lại cho Hoa | giao tin bài cho Nam
giao ban lúc 8h | giao chị Lan rồi | giao chị Lan soạn báo cáo được không | giao chị Lan việc này
giao VHXH chủ trì việc 4 | giao chị Lan xử lý nốt | giao cho chị Lan | giao chị Hoa thay chị Lan tuần sau | giao chị Hoa 3 việc của Lan
giao chị Lan soạn báo cáo chưa | đừng giao chị Lan soạn báo cáo | thêm việc nữa là em nghỉ | giao lưu văn nghệ cho phòng KT
"""


@pytest.mark.parametrize(("text", "slots"), GIVEN, ids=[text for text, _ in GIVEN])
@pytest.mark.parametrize("role", ["unit_head", "leader"])
def test_it_is_given_in_plain_words(text: str, slots: dict[str, str], role: str) -> None:
    assert told(read(text, role)) == [says("new_task", **slots)]
    assert bare_told(told(read(bare(text), role))) == bare_told([says("new_task", **slots)])


@pytest.mark.parametrize("text", split(NOT_GIVEN))
def test_work_there_is_already_is_not_given_anew(text: str) -> None:
    for typed in (text, bare(text)):
        assert "new_task" not in intents(typed, "office_head"), typed


def test_staff_give_nobody_work() -> None:
    assert "new_task" not in intents("giao chị Lan soạn báo cáo chuyển đổi số trước thứ 6", "staff")


@pytest.mark.parametrize("text", split(TOLD))
def test_nothing_new_is_given(text: str) -> None:
    for typed in (text, bare(text)):
        assert "new_task" not in intents(typed, "office_head"), typed


@pytest.mark.parametrize(
    "text", ["việc 17 đủ 6 rõ chưa", "viec 17 co du sau ro khong", "việc 17 thiếu rõ nào", "17 rõ người chưa"]
)
def test_the_six_are_asked_of_a_task(text: str) -> None:
    assert told(read(text, "unit_head")) == [says("six_clear", 17)]


@pytest.mark.parametrize("text", ["việc 17 đã rõ", "17 làm rõ người bị hại rồi", "việc 6 rõ rồi", "em rõ rồi ạ"])
def test_something_else_is_clear(text: str) -> None:
    assert "six_clear" not in intents(text, "staff")


@pytest.mark.parametrize(("text", "slots"), ASKED, ids=[text for text, _ in ASKED])
@pytest.mark.parametrize("role", ["unit_head", "office_head", "leader"])
def test_what_is_asked_of_somebody_by_a_day_is_a_new_task(text: str, slots: dict[str, str], role: str) -> None:
    assert told(read(text, role)) == [says("new_task", **slots)]


def test_a_leader_asks_a_unit_without_a_day() -> None:
    text = "VHXH tham mưu cho chị kế hoạch tổng kết"
    assert told(read(text, "leader")) == [
        says("new_task", title="Tham mưu kế hoạch tổng kết", unit="VHXH", unit_full=VHXH)
    ]
    assert "new_task" not in intents(text, "unit_head")


@pytest.mark.parametrize("text", split(NOT_ASKED))
def test_what_presses_for_work_there_is_gives_none(text: str) -> None:
    assert "new_task" not in intents(text, "office_head")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("sếp bảo phòng mình làm thêm kế hoạch Tết, xong trước 5/12", "Làm thêm kế hoạch Tết"),
        ("chị Hà giao phòng em soạn kế hoạch trực Tết trước 5/12", "Soạn kế hoạch trực Tết"),
    ],
)
def test_what_a_head_was_told_to_do_is_of_his_own_unit(text: str, title: str) -> None:
    ((intent, slots),) = told(read(text, "unit_head"))
    assert (intent, slots["title"], slots["date"]) == ("new_task", title, "2025-12-04")
    assert "new_task" not in intents(text, "staff")


@pytest.mark.parametrize(
    ("text", "title", "partner"),
    [
        ("giao KT lập báo cáo môi trường, VHXH phối hợp, hạn 30/12", "Lập báo cáo môi trường", "VHXH"),
        ("giao KT lập báo cáo môi trường, phối hợp với VHXH, hạn 30/12", "Lập báo cáo môi trường", "VHXH"),
        ("việc mới: rà soát biển hiệu, P.VHXH phối hợp, hạn 30/12, giao KT", "Rà soát biển hiệu", "P.VHXH"),
        ("việc mới: ký quy chế, các bên phối hợp, hạn 30/12", "Ký quy chế, các bên phối hợp", None),
        ("việc mới: rà soát biển hiệu, phối hợp liên ngành, hạn 30/12", "Rà soát biển hiệu, phối hợp liên ngành", None),
    ],
)
def test_who_only_helps_is_no_part_of_the_title(text: str, title: str, partner: str | None) -> None:
    (act,) = read(text, "office_head").acts
    assert (act.slots.title, act.slots.partner) == (title, partner)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("thêm việc cho KT: tập huấn chữ ký số, hạn 31/12, Vinh làm, Khoa phối hợp", ("Tập huấn chữ ký số", KT, "Vinh", "Khoa")),
        ("thêm việc cho KT: đo đường Lê Lợi, giao Vinh, hạn 30/12", ("Đo đường Lê Lợi", KT, "Vinh", None)),
        ("thêm việc cho phòng: đo đường Lê Lợi, Vinh chủ trì, Khoa hỗ trợ, hạn 30/12", ("Đo đường Lê Lợi", None, "Vinh", "Khoa")),
    ],
)  # fmt: skip
def test_who_of_the_unit_does_it_is_no_part_of_the_title(text: str, slots: tuple[str | None, ...]) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.slots.title, act.slots.unit_full, act.slots.person, act.slots.partner) == slots


@pytest.mark.parametrize(
    "text",
    split("""giao Lan với Quân soạn kịch bản hội thi, 20/12 xong | giao Lan và Quân soạn kịch bản hội thi, hạn 20/12
        nhờ Lan với Quân soạn kịch bản hội thi trước 20/12 | giao chị Lan, anh Quân soạn kịch bản hội thi, hạn 20/12"""),
)
def test_of_two_people_the_first_one_leads(text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.title and act.slots.title.lower()) == ("new_task", "soạn kịch bản hội thi")
    assert "Lan" in (act.slots.person or "") and "Quân" in (act.slots.partner or "") and act.slots.date
    assert "new_task" not in [act.intent.value for act in read("giao Lan với Quân 7, 8", "unit_head").acts]

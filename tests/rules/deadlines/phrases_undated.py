"""What has no date of its own: events, others' timetables, vague words, and numbers that are no time at all."""

RELATIVE = """
2025-10-06 | sau 05 ngày kể từ ngày nhận được văn bản | relative
2026-03-02 | Trước 10 ngày so với ngày khai mạc | relative
2026-03-02 | chậm nhất trước 05 ngày làm việc so với kỳ họp | relative
2025-10-06 | Sau 05 ngày làm việc kể từ ngày kết thúc hội nghị | relative
2025-10-06 | 03 ngày sau khi kết thúc đợt kiểm tra | relative
2025-10-06 | Chậm nhất sau 10 ngày kể từ ngày ban hành Kế hoạch | relative
2025-10-06 | ngay sau khi Kế hoạch được phê duyệt | relative
2025-10-06 | Ngay sau khi có hướng dẫn của Sở Nội vụ | relative
2025-10-06 | Sau khi có ý kiến của UBND tỉnh | relative
2025-10-06 | Sau khi Nghị quyết được HĐND tỉnh thông qua | relative
2025-10-06 | trước kỳ họp thường lệ cuối năm của HĐND phường | relative
2025-10-06 | Trước kỳ họp thứ 10 HĐND tỉnh | relative
2025-10-06 | Trước khi trình UBND phường | relative
2025-10-06 | Trước Đại hội Đảng bộ các cấp | relative
2025-10-06 | 15 ngày trước ngày khai giảng | relative
2025-10-06 | trước ngày bầu cử 15 ngày | relative
2025-10-06 | Chậm nhất 02 ngày làm việc trước ngày họp | relative
2025-10-06 | trong 24 giờ kể từ khi nhận được thông tin | relative
2025-10-06 | trong thời gian 01 tháng kể từ ngày được giao | relative
2025-10-06 | Không quá 02 tháng sau khi nghiệm thu | relative
2025-10-06 | Đến khi hoàn thành công trình | relative
2025-10-06 | Khi Nghị định có hiệu lực | relative
2025-10-06 | Sau sắp xếp đơn vị hành chính | relative
2025-10-06 | sau kỳ họp HĐND tỉnh | relative
2025-10-06 | Hoàn thành trong 15 ngày | relative
2025-10-06 | 45 ngày | relative
2025-10-06 | 60 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ | relative
2025-10-06 | Trước Tết Nguyên đán Bính Ngọ | relative
2025-10-06 | ngay trong ngày tiếp nhận hồ sơ | relative
2025-10-06 | Sau 10 ngày kể từ ngày HĐND phường thông qua Nghị quyết về kế hoạch đầu tư công năm 2026 | relative
"""

EXTERNAL = """
2025-10-06 | Theo Kế hoạch của Sở | external
2025-10-06 | Theo tiến độ của Bộ Tài chính | external
2025-10-06 | Theo chỉ đạo của UBND tỉnh | external
2025-10-06 | Theo thời gian quy định của Sở Y tế | external
2025-10-06 | Theo lịch của Sở Giáo dục và Đào tạo | external
2025-10-06 | Theo lịch kiểm tra của Đoàn kiểm tra | external
2025-10-06 | Theo Chương trình công tác của HĐND | external
2025-10-06 | Theo quy định tại Điều 8 Thông tư số 01/2020/TT-VPCP ngày 21/10/2020 | external
2025-10-06 | Theo thông báo của Ban Tổ chức | external
2025-10-06 | theo phân công của Chủ tịch UBND phường | external
2025-10-06 | Khi có văn bản chỉ đạo của cấp trên | external
2025-10-06 | Khi có phát sinh | external
2025-10-06 | Đột xuất, khi có yêu cầu | external
2025-10-06 | Ngay khi có yêu cầu | external
2025-10-06 | Chờ hướng dẫn của Bộ Nội vụ | external
2025-10-06 | Theo tiến độ dự án | external
2025-10-06 | Theo hợp đồng | external
2025-10-06 | Định kỳ theo quy định | external
2025-10-06 | Định kỳ theo yêu cầu của Sở Nội vụ | external
2025-10-06 | Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 | external
2025-10-06 | Theo Kế hoạch kiểm tra năm 2026 của Sở Nội vụ | external
2025-10-06 | Thời gian do UBND tỉnh thông báo | external
"""

UNSPECIFIED = """
2025-10-06 | Đột xuất | unspecified
2025-10-06 | Đảm bảo tiến độ | unspecified
2025-10-06 | Đúng tiến độ | unspecified
2025-10-06 | Kịp thời, đầy đủ | unspecified
2025-10-06 | Trong thời gian sớm nhất | unspecified
2025-10-06 | Càng sớm càng tốt | unspecified
2025-10-06 | Trong thời gian tới | unspecified
2025-10-06 | Khẩn trương | unspecified
2025-10-06 | Khi cần thiết | unspecified
2025-10-06 | Cuối kỳ | unspecified
2025-10-06 | Đầu năm 2026 | unspecified
2025-10-06 | Đầu quý II/2026 | unspecified
2025-10-06 | Giữa năm 2026 | unspecified
2025-10-06 | đầu tháng 12/2025 | unspecified
2025-10-06 | Định kỳ kiểm tra | unspecified
2025-10-06 | Học kỳ I năm học 2025-2026 | unspecified
2025-10-06 | Trước ngày 30/02/2026 | unspecified
2025-10-06 | Chậm nhất ngày 31/11/2025 | unspecified
2025-10-06 | 15/13/2025 | unspecified
"""

NO_DEADLINE = """
2025-10-06 | Quyết định số 1299/QĐ-UBND ngày 05/8/2025 của Chủ tịch UBND tỉnh | none
2025-10-06 | Nghị quyết số 76/NQ-CP ngày 15/7/2021 | none
2025-10-06 | Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030 | none
2025-10-06 | Thông tư 01/2023/TT-VPCP ngày 05/4/2023 | none
2025-10-06 | Công văn 476/VPCP-KSTT ngày 17/01/2025 | none
2025-10-06 | Luật số 65/2025/QH15 | none
2025-10-06 | khoản 2 Điều 8 Nghị định số 63/2010/NĐ-CP | none
2025-10-06 | Điều 12, Điều 15 Luật Đất đai năm 2024 | none
2025-10-06 | Kế hoạch đầu tư công trung hạn giai đoạn 2026-2030 | none
2025-10-06 | Dự toán ngân sách năm 2026 | none
2025-10-06 | Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2020-2025 | none
2025-10-06 | Chương trình mục tiêu quốc gia giai đoạn 2021-2025 | none
2025-10-06 | giảm ít nhất 30% so với năm 2024 | none
2025-10-06 | Từ đầu năm đến nay đã tiếp nhận 1.250 hồ sơ | none
2025-10-06 | tính đến ngày 30/9/2025, toàn phường đã cấp 5.120 tài khoản | none
2025-10-06 | Trong tháng 9/2025 đã tổ chức 02 hội nghị | none
2025-10-06 | Nha Trang, ngày 12 tháng 8 năm 2025 | none
2025-10-06 | Cam Ranh, ngày ... tháng ... năm 2025 | none
2025-10-06 | (Ban hành kèm theo Quyết định số 1299/QĐ-UBND ngày 05/8/2025) | none
2025-10-06 | Báo cáo tổng kết năm 2024 | none
2025-10-06 | trong 05 năm gần đây | none
2025-10-06 | tiết kiệm 10% chi thường xuyên | none
2025-10-06 | sinh ngày 15/6/1985 | undated
2025-10-06 | Liên hệ: 0905 123 456 | undated
2025-10-06 | ĐT: 0258.3822.123 | undated
2025-10-06 | điện thoại 02583.12.12.2025 | undated
2025-10-06 | Phòng họp số 2, tầng 3 | undated
2025-10-06 | Phòng họp 2.1 | undated
2025-10-06 | Hội trường A, số 12 Trần Phú | undated
2025-10-06 | Số 05/12 đường Lê Lợi | undated
2025-10-06 | biểu mẫu 01/BC-CCHC | undated
2025-10-06 | Đồ án quy hoạch phân khu tỷ lệ 1/2.000 | undated
2025-10-06 | quy hoạch chi tiết tỷ lệ 1/500 | undated
2025-10-06 | diện tích 2025 m2 | undated
2025-10-06 | 2026 hộ dân | undated
2025-10-06 | kinh phí 2.025 triệu đồng | undated
2025-10-06 | đạt 10/19 tiêu chí nông thôn mới | undated
2025-10-06 | hỗ trợ 24/7 | undated
2025-10-06 | phần mềm Microsoft Office 2019 | undated
2025-10-06 | TCVN ISO 9001:2015 | undated
2025-10-06 | cách mạng công nghiệp 4.0 | undated
2025-10-06 | Thủ tục mã số 1.004.199 | undated
2025-10-06 | học sinh lớp 9/4 | undated
2025-10-06 | thu nhập 5 triệu đồng/người/tháng | undated
2025-10-06 | 05 hồ sơ/ngày | undated
2025-10-06 | phục vụ 1.200 lượt người/tháng | undated
2025-10-06 | tối đa 15 trang | undated
2025-10-06 | 100% hồ sơ được số hóa | undated
2025-10-06 | 02 bộ (01 bản chính, 01 bản sao) | undated
2025-10-06 | Tổ 12, thôn 3 | undated
2025-10-06 | Giấy mời số 125/GM-UBND | undated
2025-10-06 | phiên họp thứ 12 | undated
"""

CITED_DAYS = """
2025-09-20 | Theo kết luận của Chủ tịch UBND tại cuộc họp ngày 05/11/2025 | external
2025-09-20 | Theo ý kiến chỉ đạo ngày 05/11/2025 của Chủ tịch UBND | external
2025-09-20 | Theo biên bản họp ngày 05/11/2025 | external
2025-09-20 | Theo Giấy mời ngày 05/11/2025 | external
2025-09-20 | Theo Thông báo kết luận ngày 05/11/2025 | external
2025-09-20 | Theo công văn của Sở Nội vụ ngày 10/10/2025 | external
2025-09-20 | Theo Kế hoạch số 12/KH-UBND của Sở Nội vụ ngày 10/10/2025 | external
2025-09-20 | Theo Quyết định của Sở Văn hóa và Thể thao ngày 10/10/2025 | external
2025-09-20 | Theo lời mời của Sở Nội vụ ngày 10/10 | external
2025-09-20 | Theo Kế hoạch cải cách hành chính (ban hành 10/10/2025) | external
2025-09-20 | Theo Quy chế làm việc (sửa đổi ngày 10/10/2025) | external
2025-09-20 | Theo thư điện tử ngày 10/10/2025 | external
2025-09-20 | Theo thư điện tử của Sở Nội vụ ngày 10 tháng 10 năm 2025 | external
2025-09-20 | Theo Chương trình chuyển đổi số tháng 10/2025 | external
2025-09-20 | Theo kế hoạch tháng 10/2025 của UBND | external
2025-09-20 | Theo thông báo tại phiên họp thường kỳ tháng 10/2025 | external
2025-09-20 | Theo tiến độ dự án (2024-2026) | external
2025-09-20 | Thực hiện Chỉ thị 05 ngày 10/10/2025 | none
2025-09-20 | Nghị quyết 57 ngày 22/12/2024 | none
2025-09-20 | Công văn ngày 10/10/2025 | none
2025-09-20 | Trả lời công văn của Sở Nội vụ ngày 10/10/2025 | none
2025-09-20 | Kết luận của Chủ tịch UBND tại cuộc họp ngày 05/11/2025 | none
2025-09-20 | Thực hiện chỉ đạo của Bí thư ngày 05/11/2025 | none
2025-09-20 | Theo văn bản số 123 (10/10/2025) | external
2025-09-20 | Theo Công văn ngày 10/10/2025, Kế hoạch của Sở ngày 12/10/2025 | external
2025-09-20 | Theo kế hoạch ngày 10/10/2025 và Công văn ngày 12/10/2025 | external
2025-09-20 | Công văn số 12/SNV-VP của Sở Nội vụ ngày 10/10/2025 | none
2025-09-20 | 01 năm sau khi sáp nhập | relative
"""


LUNAR_DAYS = """
2025-09-20 | Ngày 12/10 âm lịch | unspecified
2025-09-20 | Ngày 12/10/2025 âm lịch | unspecified
2025-09-20 | Mùng 10 tháng 3 âm lịch | unspecified
2025-09-20 | 10/3 (âm lịch) | unspecified
2025-09-20 | 10/3 âm lịch hằng năm | unspecified
2025-09-20 | Ngày 10 tháng 3 hằng năm theo âm lịch | unspecified
2025-09-20 | Âm lịch: ngày 12/10 | unspecified
2025-09-20 | Tháng 10 âm lịch | unspecified
2025-09-20 | Rằm tháng Giêng | unspecified
2025-09-20 | Trước 23 tháng Chạp | unspecified
2025-09-20 | Mùng 3 Tết | unspecified
"""

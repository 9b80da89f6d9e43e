"""Ordinary cells of a deadline column and ordinary sentences."""

CELLS = """
2026-01-12 | Trong năm 2026 | period | 2026-01-01 | 2026-12-31
2026-01-12 | Hoàn thành trong tháng 3/2026 | period | 2026-03-01 | 2026-03-31
2026-01-12 | Quý I, II năm 2026 | period | 2026-01-01 | 2026-06-30
2026-01-12 | Quý II-IV/2026 | period | 2026-04-01 | 2026-12-31
2026-01-12 | Từ quý II/2026 | ongoing | 2026-04-01 |
2026-01-12 | Từ quý II đến quý IV năm 2026 | period | 2026-04-01 | 2026-12-31
2026-01-12 | Trước ngày 28/02/2026 | date | | 2026-02-27
2026-01-12 | Chậm nhất 15/3/2026 | date | | 2026-03-15
2026-01-12 | Tháng 4-6/2026 | period | 2026-04-01 | 2026-06-30
2026-01-12 | Thường xuyên, định kỳ | ongoing | |
2026-01-12 | Thường xuyên hằng tháng | recurring | | 2026-01-31 | monthly
2026-01-12 | Hằng quý, năm | recurring | | 2026-03-31 | quarterly
2026-01-12 | Định kỳ 6 tháng, năm | recurring | | 2026-06-30 | half_yearly
2026-01-12 | Trước 20 hằng tháng | recurring | | 2026-01-19 | monthly day=20 before
2026-01-12 | Sau khi có kế hoạch của tỉnh | relative | |
2026-01-12 | Theo kế hoạch của tỉnh | external | |
2026-01-12 | Theo tiến độ đề ra | external | |
2026-01-12 | Theo lộ trình của tỉnh | external | |
2026-01-12 | Khi có văn bản hướng dẫn | external | |
2026-01-12 | Ngay sau khi được giao kế hoạch vốn | relative | |
2026-01-12 | Trong vòng 30 ngày kể từ ngày được giao vốn | relative | |
2026-01-12 | Giải ngân 100% trước ngày 31/01/2027 | date | | 2027-01-30
2026-01-12 | Khởi công trước 30/4/2026, hoàn thành trước 31/12/2026 | date | | 2026-12-30
 = 2026-04-29 2026-12-30
2026-01-12 | Khởi công quý II/2026, hoàn thành quý IV/2026 | period | 2026-04-01 | 2026-12-31
 = 2026-06-30 2026-12-31
2026-01-12 | 2026-2028 | period | 2026-01-01 | 2028-12-31
2026-01-12 | Năm học 2026-2027 | unspecified | |
2026-01-12 | Tháng 9/2026 - tháng 5/2027 | period | 2026-09-01 | 2027-05-31
2026-01-12 | Tuần 2 tháng 3/2026 | period | 2026-03-08 | 2026-03-14
2026-01-12 | Ngày 26/3 | date | | 2026-03-26
2026-01-12 | 26/3/2026 | date | | 2026-03-26
2026-01-12 | Dịp 30/4 - 01/5 | period | 2026-04-30 | 2026-05-01
2026-01-12 | Từ 15/4 đến 15/5/2026 | period | 2026-04-15 | 2026-05-15
2026-01-12 | Trước tháng 6/2026 | date | | 2026-05-31
2026-01-12 | Trước ngày 10 tháng cuối quý | recurring | | 2026-03-09 | quarterly month_in_period=3 day=10 before
2026-01-12 | Ngày 20 của tháng cuối quý | recurring | | 2026-03-20 | quarterly month_in_period=3 day=20
2026-01-12 | 01 bài/quý | recurring | | 2026-03-31 | quarterly count=1
2026-01-12 | Mỗi quý ít nhất 01 lần | recurring | | 2026-03-31 | quarterly count=1
2026-01-12 | Tối thiểu 2 tin/tháng | recurring | | 2026-01-31 | monthly count=2
2026-01-12 | Thứ Sáu hàng tuần | recurring | | 2026-01-16 | weekly weekday=FR
2026-01-12 | Hàng năm | recurring | | 2026-12-31 | annual
2026-01-12 | Trước 15/12 hằng năm | recurring | | 2026-12-14 | annual month=12 day=15 before
2026-01-12 | Năm 2026 và những năm tiếp theo | ongoing | 2026-01-01 |
2026-01-12 | Cả năm 2026 | period | 2026-01-01 | 2026-12-31
2026-01-12 | Cuối quý II/2026 | date | | 2026-06-30
2026-01-12 | Theo thời gian quy định | external | |
2026-01-12 | Theo kế hoạch đã được phê duyệt | external | |
2026-01-12 | Đúng thời gian quy định | external | |
2026-01-12 | Không có thời hạn | unspecified | |
2026-01-12 | Thực hiện ngay | unspecified | |
2026-01-12 | Theo nhiệm vụ được giao | external | |
"""

SENTENCES = """
2026-01-12 | Giao Phòng Kinh tế tham mưu UBND xã ban hành Kế hoạch trước ngày 25/01/2026 | date | | 2026-01-24
2026-01-12 | Các đơn vị gửi báo cáo kết quả thực hiện năm 2026 về Văn phòng chậm nhất ngày 10/12/2026 để tổng hợp | date | | 2026-12-10
2026-01-12 | Định kỳ trước ngày 15 hằng tháng báo cáo kết quả thực hiện Kế hoạch này về UBND xã | recurring | | 2026-01-14 | monthly day=15 before
2026-01-12 | Kế hoạch này thực hiện từ ngày ký đến hết năm 2026 | period | | 2026-12-31
2026-01-12 | Phấn đấu đến hết quý III/2026 giải ngân đạt trên 75% kế hoạch vốn | period | | 2026-09-30
2026-01-12 | Tổ chức sơ kết 6 tháng đầu năm trong tháng 7/2026 | period | 2026-07-01 | 2026-07-31
2026-01-12 | Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị | none | |
2026-01-12 | Công văn số 1203/UBND-VX ngày 05/01/2026 của UBND tỉnh về việc triển khai Kế hoạch năm 2026 | none | |
2026-01-12 | Trong 5 năm qua, toàn xã đã có 12 sáng kiến được công nhận | none | |
2026-01-12 | Tỷ lệ hộ nghèo giảm 0,5% so với năm 2025 | none | |
2026-01-12 | Dự án hoàn thành nghiệm thu bàn giao sau 180 ngày kể từ ngày khởi công | relative | |
2026-01-12 | Báo cáo đột xuất thực hiện theo yêu cầu của cơ quan có thẩm quyền | external | |
2026-01-12 | Mỗi chi bộ tổ chức sinh hoạt chuyên đề ít nhất 01 lần/quý | recurring | | 2026-03-31 | quarterly count=1
2026-01-12 | Sinh hoạt chi bộ thường kỳ hằng tháng, từ ngày 01 đến ngày 05 | recurring | 2026-02-01 | 2026-02-05 | monthly day=5 window_start_day=1
2026-01-12 | Tiêm chủng thường xuyên vào ngày 10 hằng tháng | recurring | | 2026-02-10 | monthly day=10
2026-01-12 | Khám sức khỏe định kỳ cho người cao tuổi 01 lần/năm, hoàn thành trước 31/10/2026 | date | | 2026-10-30
2026-01-12 | Tuyển sinh lớp 6 năm học 2026-2027 xong trước ngày 31/7/2026 | date | | 2026-07-30
2026-01-12 | Số điện thoại liên hệ: 0258.3.123.456, trước 10h hằng ngày | recurring | | 2026-01-12 | daily time=10:00
"""

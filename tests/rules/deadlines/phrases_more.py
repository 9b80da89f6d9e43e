"""Phrases of rules, directives, lists of reports and office software, as other sources write them."""

DIRECTIVES = """
2025-02-10 | hoàn thành chậm nhất trong Quý II/2025 | period | | 2025-06-30
2025-02-10 | trước ngày 28 tháng 02 năm 2025 | date | | 2025-02-27
2025-02-10 | trong tháng 6, chậm nhất là ngày 30/6/2025 | date | | 2025-06-30
2025-02-10 | Hoàn thành trước ngày 30/6/2025; báo cáo kết quả trước ngày 05/7/2025 | date | | 2025-07-04
 = 2025-06-29 2025-07-04
2025-02-10 | ngay trong tháng 3/2025 | period | 2025-03-01 | 2025-03-31
2025-02-10 | ngay trong quý II/2025 | period | 2025-04-01 | 2025-06-30
2025-02-10 | trong 6 tháng đầu năm 2025 và những năm tiếp theo | ongoing | 2025-01-01 |
2025-02-10 | Năm 2025 và thường xuyên | ongoing | 2025-01-01 | 2025-12-31
2025-02-10 | Hoàn thành năm 2025 | period | 2025-01-01 | 2025-12-31
2025-02-10 | Từ năm 2025 | ongoing | 2025-01-01 |
2025-02-10 | đến 2030 | period | | 2030-12-31
2025-02-10 | 2025, 2026 | period | 2025-01-01 | 2026-12-31
2025-02-10 | 2025 và 2026 | period | 2025-01-01 | 2026-12-31
2025-02-10 | Năm 2025 (Quý IV) | period | 2025-10-01 | 2025-12-31
2025-02-10 | Quý I năm sau | period | 2026-01-01 | 2026-03-31
2025-02-10 | Tháng 3, 6, 9, 12/2025 | period | 2025-03-01 | 2025-12-31
 = 2025-03-31 2025-06-30 2025-09-30 2025-12-31
2025-10-10 | Tháng 12/2025 (trước ngày 15) | date | | 2025-12-14
2025-10-10 | Tháng 11/2025 (từ ngày 10 đến ngày 15) | period | 2025-11-10 | 2025-11-15
2026-02-10 | Ngày 15 tháng 6 và ngày 15 tháng 12 năm 2026 | date | | 2026-12-15
 = 2026-06-15 2026-12-15
2026-02-10 | 15/6/2026 và 15/12/2026 | date | | 2026-12-15
 = 2026-06-15 2026-12-15
2025-08-10 | dự kiến tháng 10/2025 | period | 2025-10-01 | 2025-10-31
2025-08-10 | Dự kiến cuối tháng 9/2025 | date | | 2025-09-30
2025-08-10 | lễ trao giải: dự kiến ngày 10/10/2025 | date | | 2025-10-10
2025-08-10 | Khai mạc vào ngày 20/11/2025 | date | | 2025-11-20
2022-08-10 | đến 24h00 ngày 15/10/2022 | date | | 2022-10-15
2022-08-10 | bắt đầu từ 8 giờ 00 ngày 20/9/2022 và kết thúc vào 22 giờ 00 ngày 15/10/2022 | period | 2022-09-20 | 2022-10-15
2025-08-10 | trong 02 tuần (từ 01/10 đến 14/10/2025) | period | 2025-10-01 | 2025-10-14
2025-08-10 | vòng sơ khảo từ ngày 15/8 đến 30/8/2025 | period | 2025-08-15 | 2025-08-30
2025-10-10 | Hạn xử lý: 16:30, 20/10/2025 | date | | 2025-10-20
2025-10-10 | 2025-10-20 | date | | 2025-10-20
2025-10-10 | Hạn 2025-12-05 | date | | 2025-12-05
2025-10-10 | Đề xuất trước ngày 15/11; phê duyệt trước ngày 01/12/2025 | date | | 2025-11-30
 = 2025-11-14 2025-11-30
2025-08-10 | tính từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026 | period | 2025-12-15 | 2026-03-14
2025-08-10 | trong khoảng thời gian từ 01/9 đến 30/9/2025 | period | 2025-09-01 | 2025-09-30
2025-08-10 | Thời gian thực hiện: Tháng 9 - tháng 12 năm 2025 | period | 2025-09-01 | 2025-12-31
2025-08-10 | Từ ngày 01 tháng 9 năm 2025 đến hết ngày 30 tháng 11 năm 2025 | period | 2025-09-01 | 2025-11-30
2025-08-10 | kể từ ngày 01 tháng 01 năm 2026 | ongoing | 2026-01-01 |
2025-08-10 | áp dụng từ ngày 01/01/2026 | ongoing | 2026-01-01 |
2025-08-10 | Hoàn thành và đưa vào sử dụng trong quý IV năm 2025 | period | 2025-10-01 | 2025-12-31
2025-08-10 | báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) chậm nhất ngày 25/11/2025 | date | | 2025-11-25
2025-08-10 | Phê duyệt xong trước 31/8/2025 | date | | 2025-08-30
2025-08-10 | Trước ngày 15/9/2025 (báo cáo đột xuất) | date | | 2025-09-14
2025-08-10 | QUÝ III NĂM 2025 | period | 2025-07-01 | 2025-09-30
2025-08-10 | 9/2025 | period | 2025-09-01 | 2025-09-30
2025-08-10 | 09-2025 | period | 2025-09-01 | 2025-09-30
2025-08-10 | đến hết tháng 9 | period | | 2025-09-30
2025-08-10 | Hết quý III/2025 | period | | 2025-09-30
2025-08-10 | Hết năm 2025 | period | | 2025-12-31
2025-08-10 | Chậm nhất trong tháng 9/2025 | period | | 2025-09-30
2025-08-10 | Chậm nhất đến hết quý IV/2025 | period | | 2025-12-31
2025-08-10 | Không quá tháng 10/2025 | period | | 2025-10-31
2025-12-10 | Trong 02 tháng đầu năm 2026 | period | 2026-01-01 | 2026-02-28
2025-08-10 | 04 tháng cuối năm 2025 | period | 2025-09-01 | 2025-12-31
"""

REPORTS = """
2025-10-10 | Chậm nhất vào ngày 20 tháng cuối quý | recurring | | 2025-12-20 | quarterly month_in_period=3 day=20
2025-10-10 | Báo cáo định kỳ quý, 6 tháng, năm: trước ngày 20 của tháng cuối kỳ báo cáo | recurring | | 2025-12-19 | quarterly month_in_period=3 day=20 before
2025-10-10 | Chốt lúc 16 giờ 00 ngày 25 hằng tháng | recurring | | 2025-10-25 | monthly day=25 time=16:00
2025-10-10 | 08 giờ 00 ngày làm việc đầu tiên của tháng | recurring | | 2025-11-03 | monthly day=first_working time=08:00
2025-10-10 | cập nhật tiến độ ít nhất 01 lần/tuần | recurring | | 2025-10-12 | weekly count=1
2025-10-10 | Hàng tháng (trước ngày 05 tháng sau) | recurring | | 2025-11-04 | monthly day=5 before next_period
2025-10-10 | Chậm nhất vào ngày 15 tháng đầu quý tiếp theo ngay sau quý báo cáo | recurring | | 2025-10-15 | quarterly month_in_period=1 day=15 next_period
2025-10-10 | trước ngày 12 của tháng tiếp theo ngay sau tháng báo cáo | recurring | | 2025-10-11 | monthly day=12 before next_period
2025-10-10 | trước ngày 05 tháng đầu tiên của quý tiếp theo | recurring | | 2026-01-04 | quarterly month_in_period=1 day=5 before next_period
2025-10-10 | Hằng quý; trước ngày 20 tháng cuối quý | recurring | | 2025-12-19 | quarterly month_in_period=3 day=20 before
2025-10-10 | Tháng, quý, 6 tháng, năm | recurring | | 2025-10-31 | monthly
2025-10-10 | Quý, năm | recurring | | 2025-12-31 | quarterly
2025-10-10 | 06 tháng, năm | recurring | | 2025-12-31 | half_yearly
2025-10-10 | Tháng/Quý/Năm | recurring | | 2025-10-31 | monthly
2025-10-10 | báo cáo Thủ tướng Chính phủ trước ngày 15 hằng tháng | recurring | | 2025-10-14 | monthly day=15 before
2025-10-10 | trước ngày 31 tháng 3 hằng năm | recurring | | 2026-03-30 | annual month=3 day=31 before
2025-10-10 | trước ngày 20/11 hàng năm | recurring | | 2025-11-19 | annual month=11 day=20 before
2025-10-10 | Thứ Sáu hằng tuần, trước 11h00 | recurring | | 2025-10-10 | weekly weekday=FR time=11:00
2025-10-10 | ngày cuối cùng của tháng | date | | 2025-10-31
2025-10-11 | Ngày 10 tháng đầu mỗi quý | recurring | | 2026-01-10 | quarterly month_in_period=1 day=10
2025-10-10 | Ngày 15 tháng thứ hai của mỗi quý | recurring | | 2025-11-15 | quarterly month_in_period=2 day=15
2025-10-10 | Trung tuần hằng tháng | recurring | 2025-10-11 | 2025-10-20 | monthly day=20 window_start_day=11
2025-10-10 | trong 10 ngày cuối của tháng | recurring | 2025-10-22 | 2025-10-31 | monthly day=31 window_start_day=22
2025-10-10 | Mỗi tháng tổ chức 02 buổi tuyên truyền lưu động | recurring | | 2025-10-31 | monthly count=2
2025-10-10 | đăng tối thiểu 02 tin/tuần trên Trang thông tin điện tử | recurring | | 2025-10-12 | weekly count=2
2025-10-10 | Hằng quý tổ chức 01 hội nghị giao ban | recurring | | 2025-12-31 | quarterly count=1
2025-10-10 | Định kỳ 3 tháng | recurring | | 2025-12-31 | quarterly
2025-10-10 | Định kỳ 01 tháng/lần | recurring | | 2025-10-31 | monthly
2025-10-10 | 4 tháng/lần | recurring | | 2025-12-31 | monthly interval=4
2025-10-10 | nửa năm một lần | recurring | | 2025-12-31 | half_yearly
2025-10-10 | mỗi 6 tháng | recurring | | 2025-12-31 | half_yearly
2025-10-10 | hằng tháng trong quý IV/2025 | recurring | | 2025-10-31 | monthly
2025-10-10 | Quý IV hàng năm | recurring | | 2025-12-31 | annual month=12
2025-10-10 | Quý I và quý III hằng năm | recurring | | 2026-03-31 | annual dates=03-31,09-30
2025-10-10 | Định kỳ hằng tháng, chậm nhất ngày 25; riêng tháng 12 trước ngày 20/12 | recurring | | 2025-10-25 | monthly day=25
2025-10-10 | Giao ban sáng thứ Hai hằng tuần | recurring | | 2025-10-13 | weekly weekday=MO time=morning
"""

LENGTHS = """
2025-10-10 | 15 ngày làm việc | relative
2026-01-20 | Kỳ họp thường lệ cuối năm 2026 của HĐND | relative
2026-01-20 | Trình kỳ họp cuối năm 2026 | relative
2026-01-20 | Trong các năm sau | undated
2025-10-10 | Không quá 20 ngày (kể từ ngày nhận đủ hồ sơ hợp lệ) | relative
2025-10-10 | Ngay trong ngày làm việc | relative
2025-10-10 | 1/2 ngày làm việc | relative
2025-10-10 | 04 giờ làm việc | relative
2025-10-10 | Trong 24 giờ | relative
2025-10-10 | Xác nhận nhận việc trong vòng 24 giờ | relative
2025-10-10 | Trong 30 ngày đầu | relative
2025-10-10 | sau 07 ngày | relative
2025-10-10 | Từ ngày thứ 31 đến ngày thứ 60 | unspecified
2025-10-10 | cuối mỗi học kỳ | unspecified
2025-10-10 | Đầu năm học | unspecified
2025-10-10 | Trong năm học 2025-2026 | unspecified
2025-10-10 | sau mỗi đợt kiểm tra | relative
2025-10-10 | Sau khi kết thúc mỗi quý | relative
2025-10-10 | trước mỗi kỳ họp | relative
2025-10-10 | Khi có yêu cầu hoặc định kỳ | external
2025-10-10 | Theo thời hạn quy định tại Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ | external
2025-10-10 | Thực hiện theo Kế hoạch số 2943/KH-UBND ngày 29/8/2025 | external
2025-10-10 | 2 năm một lần | unspecified
2025-10-10 | Cả nhiệm kỳ | unspecified
2025-10-10 | Hoàn thành dứt điểm | unspecified
2025-10-10 | Chưa xác định | unspecified
2025-10-10 | Theo Nghị quyết của HĐND tỉnh về dự toán ngân sách năm 2026 | external
"""

MORE_TRAPS = """
2025-10-10 | Báo cáo số 125/BC-UBND ngày 10/6/2025 của UBND phường | none
2025-10-10 | Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư | none
2025-10-10 | Quyết định 766/QĐ-TTg ngày 23 tháng 6 năm 2022 | none
2025-10-10 | Thông báo số 56/TB-VPCP ngày 23/02/2025 | none
2025-10-10 | Tờ trình số 45/TTr-SNV ngày 10/9/2025 của Sở Nội vụ | none
2025-10-10 | Kế hoạch phát triển kinh tế - xã hội 5 năm 2026-2030 | none
2025-10-10 | Chiến lược phát triển thanh niên giai đoạn 2021-2030 | none
2025-10-10 | Đại hội Đảng bộ phường nhiệm kỳ 2025-2030 | none
2025-10-10 | cao hơn năm 2024 ít nhất 05 bậc | none
2025-10-10 | tăng 15% so với cùng kỳ năm trước | none
2025-10-10 | Trong 9 tháng đầu năm 2025, đã giải quyết 12.345 hồ sơ | none
2025-10-10 | Năm 2024 đã hoàn thành 100% chỉ tiêu | none
2025-10-10 | lũy kế đến ngày 30/9/2025 | none
2025-10-10 | hồ sơ trễ hạn dưới 1%/năm | none
2025-10-10 | Hồ sơ số 12/2025/HSST | undated
2025-10-10 | số tài khoản 3713.0.1054321 | undated
2025-10-10 | Zalo 0914.12.11.10 | undated
2025-10-10 | lô 5-7, đường 23/10 | undated
2025-10-10 | Trường THPT 30/4 | undated
2025-10-10 | khu dân cư 19/5 | undated
2025-10-10 | 1/3 số hộ dân | undated
2025-10-10 | 2/3 đại biểu tán thành | undated
2025-10-10 | 01/02 chỉ tiêu đạt | undated
2025-10-10 | tối thiểu 03/05 tiêu chí | undated
2025-10-10 | mức độ 3, 4 | undated
2025-10-10 | cấp độ 3/5 | undated
2025-10-10 | khổ giấy A4, cỡ chữ 13-14 | undated
2025-10-10 | từ 5-7 trang | undated
2025-10-10 | 10-15 đại biểu | undated
2025-10-10 | 12.500.000 đồng | undated
2025-10-10 | nhóm 1-2 tuổi | undated
2025-10-10 | Phòng 305, nhà A2 | undated
"""

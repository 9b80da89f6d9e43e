"""Rhythms. on | phrase | kind | start | due | recurrence; and what goes on without an end."""

RECURRING = """
2025-10-06 | chậm nhất ngày 25 tháng cuối quý | recurring | | 2025-12-25 | quarterly month_in_period=3 day=25
2025-10-06 | Trước ngày 25 tháng cuối của quý | recurring | | 2025-12-24 | quarterly month_in_period=3 day=25 before
2025-10-06 | ngày 14 của tháng cuối mỗi quý | recurring | | 2025-12-14 | quarterly month_in_period=3 day=14
2025-10-06 | định kỳ vào ngày 14 tháng cuối quý | recurring | | 2025-12-14 | quarterly month_in_period=3 day=14
2025-10-06 | Hằng quý (chậm nhất ngày 14 của tháng cuối quý) | recurring | | 2025-12-14 | quarterly month_in_period=3 day=14
2025-10-06 | Trước ngày 05 tháng đầu của quý sau | recurring | | 2026-01-04 | quarterly month_in_period=1 day=5 before next_period
2025-10-06 | trước ngày 20 hằng tháng | recurring | | 2025-10-19 | monthly day=20 before
2025-10-06 | TRƯỚC NGÀY 20 HÀNG THÁNG | recurring | | 2025-10-19 | monthly day=20 before
2025-10-06 | Ngày 20 mỗi tháng | recurring | | 2025-10-20 | monthly day=20
2025-10-06 | Trước ngày 05 hằng tháng | recurring | | 2025-11-04 | monthly day=5 before
2025-10-06 | Trước ngày mùng 5 hằng tháng | recurring | | 2025-11-04 | monthly day=5 before
2025-10-06 | Trước mùng 10 hàng tháng | recurring | | 2025-10-09 | monthly day=10 before
2025-10-06 | chậm nhất là ngày 15 của tháng | recurring | | 2025-10-15 | monthly day=15
2025-10-06 | trước ngày 18 của tháng báo cáo | recurring | | 2025-10-17 | monthly day=18 before
2025-10-06 | định kỳ hằng tháng (trước ngày 18) | recurring | | 2025-10-17 | monthly day=18 before
2025-10-06 | Hàng tháng, chậm nhất vào ngày 14 | recurring | | 2025-10-14 | monthly day=14
2025-10-06 | vào ngày 10 của tháng tiếp theo | recurring | | 2025-10-10 | monthly day=10 next_period
2025-10-06 | Trước ngày 10 của tháng liền kề sau | recurring | | 2025-10-09 | monthly day=10 before next_period
2025-10-06 | trong tuần đầu tháng | recurring | 2025-10-01 | 2025-10-07 | monthly day=7 window_start_day=1
2025-10-06 | Tuần đầu hằng tháng | recurring | 2025-10-01 | 2025-10-07 | monthly day=7 window_start_day=1
2025-10-06 | tuần cuối hằng tháng | recurring | 2025-10-25 | 2025-10-31 | monthly day=31 window_start_day=25
2025-10-06 | trong 5 ngày đầu của tháng | recurring | 2025-11-01 | 2025-11-05 | monthly day=5 window_start_day=1
2025-10-06 | Từ ngày 15 đến ngày 20 hằng tháng | recurring | 2025-10-15 | 2025-10-20 | monthly day=20 window_start_day=15
2025-10-06 | Ngày làm việc đầu tiên hằng tháng | recurring | | 2025-11-03 | monthly day=first_working
2026-03-05 | 05 ngày làm việc đầu tháng | recurring | | 2026-03-06 | monthly day=first_working nth=5
2026-03-05 | Trong 3 ngày làm việc đầu tiên của tháng | recurring | | 2026-04-03 | monthly day=first_working nth=3
2026-03-05 | trong 03 ngày làm việc đầu tiên của quý | recurring | | 2026-04-03 | quarterly month_in_period=1 day=first_working nth=3
2026-03-05 | 02 ngày làm việc cuối tháng | recurring | | 2026-03-31 | monthly day=last_working
2026-03-05 | Ngày làm việc cuối cùng của tháng | recurring | | 2026-03-31 | monthly day=last_working
2026-03-05 | Thứ Sáu cuối cùng của tháng | recurring | | 2026-03-27 | monthly weekday=FR nth=-1
2026-03-05 | Họp vào thứ Hai đầu tiên hằng tháng | recurring | | 2026-04-06 | monthly weekday=MO nth=1
2026-03-05 | thứ Hai đầu tiên của quý | recurring | | 2026-04-06 | quarterly month_in_period=1 weekday=MO nth=1
2026-03-05 | trước thứ Sáu cuối cùng của quý | recurring | | 2026-03-26 | quarterly month_in_period=3 weekday=FR nth=-1 before
2025-10-06 | Ngày làm việc cuối cùng của quý | recurring | | 2025-12-31 | quarterly month_in_period=3 day=last_working
2026-03-05 | 02 lần/năm (tháng 6 và tháng 12) | recurring | | 2026-06-30 | annual dates=06-30,12-31
2026-03-05 | Mỗi năm 2 lần, vào tháng 4 và tháng 10 | recurring | | 2026-04-30 | annual dates=04-30,10-31
2026-03-05 | 01 lần/năm, vào tháng 11 | recurring | | 2026-11-30 | annual month=11
2026-03-05 | 02 lần/năm | recurring | | 2026-12-31 | annual count=2
2026-03-02 | Mỗi tháng 02 lần, vào ngày 01 và 15 | recurring | | 2026-03-15 | monthly day=15
2026-03-02 | 02 lần/tháng, ngày 10 và 25 | recurring | | 2026-03-10 | monthly day=10
2026-03-02 | Mỗi tháng 01 lần, vào ngày 20 | recurring | | 2026-03-20 | monthly day=20
2026-03-02 | Hằng năm 02 lớp | recurring | | 2026-12-31 | annual count=2
2026-03-02 | Giai đoạn 2026-2030, hằng năm trước 15/12 | recurring | | 2026-12-14 | annual month=12 day=15 before
2025-10-06 | Thứ Hai hằng tuần | recurring | | 2025-10-06 | weekly weekday=MO
2025-10-06 | Trước 16h00 thứ Năm hàng tuần | recurring | | 2025-10-09 | weekly weekday=TH time=16:00
2025-10-06 | chiều thứ 6 hằng tuần | recurring | | 2025-10-10 | weekly weekday=FR time=afternoon
2025-10-06 | thứ Ba và thứ Năm hằng tuần | recurring | | 2025-10-07 | weekly weekdays=TU,TH
2025-10-06 | 01 lần/tuần | recurring | | 2025-10-12 | weekly count=1
2025-10-06 | mỗi tuần 01 bài | recurring | | 2025-10-12 | weekly count=1
2025-10-06 | mỗi tháng ít nhất 01 tin | recurring | | 2025-10-31 | monthly count=1
2025-10-06 | mỗi tháng ít nhất 01 tin, bài | recurring | | 2025-10-31 | monthly count=1
2025-10-06 | Mỗi đơn vị ít nhất 02 tin, bài/tháng | recurring | | 2025-10-31 | monthly count=2
2025-10-06 | hằng tháng gửi tối thiểu 03 tin, bài | recurring | | 2025-10-31 | monthly count=3
2025-10-06 | tối thiểu 03 tin bài mỗi quý | recurring | | 2025-12-31 | quarterly count=3
2025-10-06 | ít nhất 01 cuộc/năm | recurring | | 2025-12-31 | annual count=1
2025-10-06 | mỗi quý 2 lần | recurring | | 2025-12-31 | quarterly count=2
2025-10-06 | mỗi quý một lần | recurring | | 2025-12-31 | quarterly count=1
2025-10-06 | mỗi năm 2 lần | recurring | | 2025-12-31 | annual count=2
2025-10-06 | 2 lần/năm | recurring | | 2025-12-31 | annual count=2
2025-10-06 | 02 lần/quý | recurring | | 2025-12-31 | quarterly count=2
2025-10-06 | ít nhất 02 lần trong năm 2025 | recurring | | 2025-12-31 | annual count=2
2025-10-06 | 2 tháng/lần | recurring | | 2025-10-31 | monthly interval=2
2025-10-06 | 02 tháng một lần | recurring | | 2025-10-31 | monthly interval=2
2025-10-06 | định kỳ 2 tháng/1 lần | recurring | | 2025-10-31 | monthly interval=2
2025-10-06 | 1 tháng/lần | recurring | | 2025-10-31 | monthly
2025-10-06 | 3 tháng/lần | recurring | | 2025-12-31 | quarterly
2025-10-06 | 3 tháng một lần | recurring | | 2025-12-31 | quarterly
2025-10-06 | 6 tháng/lần | recurring | | 2025-12-31 | half_yearly
2025-10-06 | 06 tháng 01 lần | recurring | | 2025-12-31 | half_yearly
2025-10-06 | định kỳ 06 tháng, hằng năm | recurring | | 2025-12-31 | half_yearly
2026-02-06 | định kỳ 6 tháng, 1 năm | recurring | | 2026-06-30 | half_yearly
2025-10-06 | hằng tháng, hằng quý | recurring | | 2025-10-31 | monthly
2025-10-06 | Định kỳ hằng tháng, quý, 6 tháng, năm theo quy định | recurring | | 2025-10-31 | monthly
2025-10-06 | Hằng tháng trong năm 2025 | recurring | | 2025-10-31 | monthly
2025-12-06 | Hằng tháng trong năm 2026 | recurring | 2026-01-01 | 2026-01-31 | monthly
2025-10-06 | Hằng tháng, từ tháng 01/2026 | recurring | 2026-01-01 | 2026-01-31 | monthly
2025-10-06 | Hằng quý, bắt đầu từ quý I/2026 | recurring | 2026-01-01 | 2026-03-31 | quarterly
2025-10-06 | Từ tháng 10 đến tháng 12/2025, mỗi tháng 01 lần | recurring | | 2025-10-31 | monthly count=1
2025-10-06 | Báo cáo quý trước ngày 20 tháng cuối quý; báo cáo năm trước ngày 15/12 | recurring | | 2025-12-19 | quarterly month_in_period=3 day=20 before
2025-10-06 | Báo cáo tháng trước ngày 15 hằng tháng; báo cáo quý trước ngày 15 tháng cuối quý | recurring | | 2025-10-14 | monthly day=15 before
2025-10-06 | Báo cáo quý: trước ngày 15 tháng cuối quý. Báo cáo tháng: trước ngày 20 hằng tháng. | recurring | | 2025-10-19 | monthly day=20 before
2025-10-06 | báo cáo 6 tháng trước ngày 05/6, báo cáo năm trước ngày 05/12 | recurring | | 2025-12-04 | annual dates=06-05,12-05 before
2025-10-06 | Định kỳ 6 tháng (trước ngày 10/6) và hằng năm (trước ngày 10/12) | recurring | | 2025-12-09 | annual dates=06-10,12-10 before
2025-10-06 | Báo cáo sơ kết 6 tháng trước 30/6, tổng kết năm trước 15/12 hằng năm | recurring | | 2025-12-14 | annual dates=06-30,12-15 before
2025-10-06 | Trước ngày 15/6 và 15/12 hằng năm | recurring | | 2025-12-14 | annual dates=06-15,12-15 before
2025-10-06 | Ngày 30/6 và 31/12 hằng năm | recurring | | 2025-12-31 | annual dates=06-30,12-31
2025-10-06 | Trước 25/11 hằng năm | recurring | | 2025-11-24 | annual month=11 day=25 before
2025-10-06 | Chậm nhất 31/12 hằng năm | recurring | | 2025-12-31 | annual month=12 day=31
2025-10-06 | Hằng năm, trước ngày 31 tháng 01 | recurring | | 2026-01-30 | annual month=1 day=31 before
2025-10-06 | Quý IV hằng năm | recurring | | 2025-12-31 | annual month=12
2025-10-06 | Tháng 3 hằng năm | recurring | | 2026-03-31 | annual month=3
2025-10-06 | Tháng 6 và tháng 12 hằng năm | recurring | | 2025-12-31 | annual dates=06-30,12-31
2025-10-06 | Ngày 15 các tháng 3, 6, 9, 12 hằng năm | recurring | | 2025-12-15 | annual dates=03-15,06-15,09-15,12-15
2025-10-06 | Hàng ngày trước 16h30 | recurring | | 2025-10-06 | daily time=16:30
2025-10-06 | Cuối mỗi tháng | recurring | | 2025-10-31 | monthly
2025-10-06 | Hằngtháng | recurring | | 2025-10-31 | monthly
2025-10-06 | Hằng tuần, hằng tháng hoặc khi có yêu cầu đột xuất | recurring | | 2025-10-12 | weekly
"""

ONGOING = """
2025-03-06 | Thường xuyên, liên tục trong năm | ongoing | 2025-01-01 | 2025-12-31
2025-03-06 | Thường xuyên trong năm 2025 và các năm tiếp theo | ongoing | 2025-01-01 |
2025-03-06 | tháng 12/2025 và các năm tiếp theo | ongoing | 2025-12-01 |
2026-01-20 | Năm 2026; duy trì các năm sau | ongoing | 2026-01-01 |
2025-03-06 | Năm 2026 và các năm tiếp theo | ongoing | 2026-01-01 |
2025-03-06 | Quý I/2026 và những năm tiếp theo | ongoing | 2026-01-01 |
2025-03-06 | Từ ngày 01/01/2026 trở đi | ongoing | 2026-01-01 |
2025-03-06 | Từ tháng 7/2025 | ongoing | 2025-07-01 |
2025-10-06 | Bắt đầu từ ngày 01/11/2025 | ongoing | 2025-11-01 |
2025-10-06 | Bắt đầu từ tháng 11/2025 | ongoing | 2025-11-01 |
2025-08-06 | Thường xuyên từ tháng 9/2025 | ongoing | 2025-09-01 |
2025-08-06 | Thường xuyên đến hết năm 2025 | ongoing | | 2025-12-31
2025-08-06 | Thường xuyên, theo quy định | ongoing | |
2025-08-06 | Thường xuyên (theo tiến độ của tỉnh) | ongoing | |
2025-08-06 | Thường xuyên/khi có phát sinh | ongoing | |
2025-08-06 | Liên tục | ongoing | |
2025-08-06 | Thường xuyên và đột xuất | ongoing | |
2025-08-06 | Duy trì thường xuyên | ongoing | |
2025-08-06 | Thường xuyên trong quý IV/2025 | ongoing | 2025-10-01 | 2025-12-31
2025-08-06 | Trong năm 2025 (thường xuyên) | ongoing | 2025-01-01 | 2025-12-31
2025-08-06 | Thườngxuyên | ongoing | |
2025-06-06 | Kể từ ngày 01/7/2025 cho đến khi có hướng dẫn mới | ongoing | 2025-07-01 |
"""

DAYS_AND_UNITS = """
2025-09-20 | Thứ 6 tuần cuối cùng hằng tháng | recurring | | 2025-09-26 | monthly nth=-1 weekday=FR
2025-09-20 | Thứ Hai tuần đầu tiên của tháng | recurring | | 2025-10-06 | monthly nth=1 weekday=MO
2025-09-20 | Ngày 15 và 30 hằng tháng | recurring | | 2025-09-30 | monthly day=30
2025-10-01 | Ngày 15 và 30 hằng tháng | recurring | | 2025-10-15 | monthly day=15
2025-09-20 | Trước ngày 15 và 30 hàng tháng | recurring | | 2025-09-29 | monthly day=30 before
2025-09-20 | Ngày 5, 15, 25 hằng tháng | recurring | | 2025-09-25 | monthly day=25
2025-09-20 | Theo quý | recurring | | 2025-09-30 | quarterly
2025-09-20 | Theo tháng | recurring | | 2025-09-30 | monthly
2025-09-20 | Theo tuần | recurring | | 2025-09-21 | weekly
2025-09-20 | Theo tháng (trước ngày 25) | recurring | | 2025-09-24 | monthly day=25 before
2025-09-20 | Báo cáo theo quý, năm | recurring | | 2025-09-30 | quarterly
2025-09-20 | 2 tuần/lần | recurring | | | weekly interval=2
2025-09-20 | hai tuần một lần | recurring | | | weekly interval=2
2025-09-20 | thứ Hai đầu tiên của quý II/2026 | date | | 2026-04-06
2025-09-20 | thứ Hai đầu tiên của tháng 11/2025 | date | | 2025-11-03
2025-09-20 | thứ Sáu cuối tháng 2 | date | | 2026-02-27
2025-09-20 | thứ Sáu cuối tháng này | date | | 2025-09-26
2025-12-20 | Trước thứ Sáu cuối tháng sau | date | | 2026-01-29
"""

-- For people who ask in SQL: views named as a report names things, and a role that reads them and nothing personal.

CREATE VIEW lienthong.dossiers_today AS
SELECT d.code, d.status, d.procedure_code, p.name AS procedure_name, d.sector, d.unit_code, u.valid_from AS unit_valid_from,
    u.name AS unit_name, d.holder_agency, a.name AS holder_name, d.channel, d.filed_on, d.accepted_at, d.due_at,
    d.finished_at,
    d.finished_at IS NOT NULL AND (d.due_at IS NULL OR d.finished_at <= d.due_at) AS finished_on_time,
    coalesce(d.overdue_from < now(), false) AS overdue,
    round(d.working_minutes / 60.0, 2) AS working_hours,
    d.fees_requested, d.fees_paid, d.paid_online, d.papers, d.papers_digitised, d.electronic_result, d.rating,
    (SELECT count(*) FROM lienthong.anomalies x WHERE x.dossier_code = d.code) + d.more_anomalies AS anomalies
FROM lienthong.dossiers d
    LEFT JOIN lienthong.procedures p ON p.code = d.procedure_code
    LEFT JOIN lienthong.agencies a ON a.id = d.holder_agency
    LEFT JOIN lienthong.units u ON u.code = d.unit_code
        AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity');
COMMENT ON VIEW lienthong.dossiers_today IS 'Hồ sơ hôm nay: every dossier with the names of its procedure, its unit (as its code meant on the day of filing) and its holder, judged at this moment.';
COMMENT ON COLUMN lienthong.dossiers_today.code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.dossiers_today.status IS 'Trạng thái; null while only a permit is known.';
COMMENT ON COLUMN lienthong.dossiers_today.procedure_code IS 'Mã thủ tục.';
COMMENT ON COLUMN lienthong.dossiers_today.procedure_name IS 'Tên thủ tục.';
COMMENT ON COLUMN lienthong.dossiers_today.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.dossiers_today.unit_code IS 'Mã đơn vị nơi nộp.';
COMMENT ON COLUMN lienthong.dossiers_today.unit_valid_from IS 'valid_from of the unit: with the code, its identity; null: not in ref.units.';
COMMENT ON COLUMN lienthong.dossiers_today.unit_name IS 'Tên đơn vị nơi nộp.';
COMMENT ON COLUMN lienthong.dossiers_today.holder_agency IS 'Cơ quan đang giữ hồ sơ.';
COMMENT ON COLUMN lienthong.dossiers_today.holder_name IS 'Tên cơ quan đang giữ hồ sơ.';
COMMENT ON COLUMN lienthong.dossiers_today.channel IS 'Kênh thực hiện.';
COMMENT ON COLUMN lienthong.dossiers_today.filed_on IS 'Ngày nộp, Asia/Ho_Chi_Minh.';
COMMENT ON COLUMN lienthong.dossiers_today.accepted_at IS 'Ngày tiếp nhận.';
COMMENT ON COLUMN lienthong.dossiers_today.due_at IS 'Ngày hẹn trả.';
COMMENT ON COLUMN lienthong.dossiers_today.finished_at IS 'Ngày hoàn thành; null: open, or withdrawn.';
COMMENT ON COLUMN lienthong.dossiers_today.finished_on_time IS 'Đã giải quyết đúng hạn.';
COMMENT ON COLUMN lienthong.dossiers_today.overdue IS 'Đang quá hạn, now.';
COMMENT ON COLUMN lienthong.dossiers_today.working_hours IS 'Thời gian giải quyết, working hours (8 h = 1 ngày làm việc); null: not finished.';
COMMENT ON COLUMN lienthong.dossiers_today.fees_requested IS 'Phí, lệ phí yêu cầu, VND.';
COMMENT ON COLUMN lienthong.dossiers_today.fees_paid IS 'Phí, lệ phí đã nộp, VND.';
COMMENT ON COLUMN lienthong.dossiers_today.paid_online IS 'Có thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.dossiers_today.papers IS 'Số giấy tờ.';
COMMENT ON COLUMN lienthong.dossiers_today.papers_digitised IS 'Số giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.dossiers_today.electronic_result IS 'Kết quả điện tử.';
COMMENT ON COLUMN lienthong.dossiers_today.rating IS 'Điểm đánh giá, 1 đến 5.';
COMMENT ON COLUMN lienthong.dossiers_today.anomalies IS 'Số bất thường.';

CREATE VIEW lienthong.overdue_dossiers AS
SELECT d.code, d.status, d.procedure_code, d.unit_code, d.holder_agency, d.filed_on, d.due_at, d.overdue_from,
    extract(epoch FROM now() - d.overdue_from)::numeric(14, 0) / 86400 AS days_overdue
FROM lienthong.dossiers d
WHERE d.overdue_from < now();
COMMENT ON VIEW lienthong.overdue_dossiers IS 'Hồ sơ đang quá hạn, at this moment.';
COMMENT ON COLUMN lienthong.overdue_dossiers.code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.overdue_dossiers.status IS 'Trạng thái.';
COMMENT ON COLUMN lienthong.overdue_dossiers.procedure_code IS 'Mã thủ tục.';
COMMENT ON COLUMN lienthong.overdue_dossiers.unit_code IS 'Mã đơn vị nơi nộp, in the meaning of filed_on.';
COMMENT ON COLUMN lienthong.overdue_dossiers.holder_agency IS 'Cơ quan đang giữ hồ sơ.';
COMMENT ON COLUMN lienthong.overdue_dossiers.filed_on IS 'Ngày nộp.';
COMMENT ON COLUMN lienthong.overdue_dossiers.due_at IS 'Ngày hẹn trả.';
COMMENT ON COLUMN lienthong.overdue_dossiers.overdue_from IS 'Quá hạn từ.';
COMMENT ON COLUMN lienthong.overdue_dossiers.days_overdue IS 'Số ngày quá hạn, of the calendar.';

CREATE VIEW lienthong.monthly_figures AS
SELECT c.unit_code, c.unit_valid_from, u.name AS unit_name, c.level, c.sector, c.month,
    sum(c.received)::bigint AS received,
    sum(c.in_progress)::bigint AS in_progress,
    sum(c.waiting_supplement)::bigint AS waiting_supplement,
    sum(c.on_time)::bigint AS on_time,
    sum(c.late)::bigint AS late,
    sum(c.overdue)::bigint AS overdue,
    sum(c.refused)::bigint AS refused,
    sum(c.withdrawn)::bigint AS withdrawn,
    sum(c.suspended)::bigint AS suspended,
    sum(c.online)::bigint AS online,
    sum(c.paid_online)::bigint AS paid_online,
    sum(c.permits)::bigint AS permits,
    sum(c.anomalous)::bigint AS anomalous,
    sum(c.electronic_result)::bigint AS electronic_result,
    sum(c.digitised)::bigint AS digitised,
    sum(c.reused)::bigint AS reused,
    sum(c.citizen_store)::bigint AS citizen_store,
    sum(c.population_data)::bigint AS population_data,
    sum(c.fee_required)::bigint AS fee_required,
    sum(c.paid_online_of_fee)::bigint AS paid_online_of_fee,
    sum(c.rated)::bigint AS rated,
    sum(c.satisfied)::bigint AS satisfied,
    sum(c.measured)::bigint AS measured,
    sum(c.working_minutes)::bigint AS working_minutes,
    round(sum(c.working_minutes) / 60.0 / nullif(sum(c.measured), 0), 2) AS mean_hours
FROM lienthong.unit_statistics c
    LEFT JOIN lienthong.units u ON (u.code, u.valid_from) = (c.unit_code, c.unit_valid_from)
GROUP BY c.unit_code, c.unit_valid_from, u.name, c.level, c.sector, c.month;
COMMENT ON VIEW lienthong.monthly_figures IS 'Số liệu theo tháng, as filed: each unit with everything below it, per sector and month of filing. Never add a unit and what is below it.';
COMMENT ON COLUMN lienthong.monthly_figures.unit_code IS 'Mã đơn vị.';
COMMENT ON COLUMN lienthong.monthly_figures.unit_valid_from IS 'valid_from of the unit: with the code, its identity.';
COMMENT ON COLUMN lienthong.monthly_figures.unit_name IS 'Tên đơn vị; null: not in ref.units.';
COMMENT ON COLUMN lienthong.monthly_figures.level IS 'Cấp: AREA is a former district or another reporting area, which overlaps communes.';
COMMENT ON COLUMN lienthong.monthly_figures.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.monthly_figures.month IS 'Tháng nộp: its first day.';
COMMENT ON COLUMN lienthong.monthly_figures.received IS 'Tiếp nhận.';
COMMENT ON COLUMN lienthong.monthly_figures.in_progress IS 'Đang giải quyết.';
COMMENT ON COLUMN lienthong.monthly_figures.waiting_supplement IS 'Chờ bổ sung: of those in progress.';
COMMENT ON COLUMN lienthong.monthly_figures.on_time IS 'Đã giải quyết đúng hạn.';
COMMENT ON COLUMN lienthong.monthly_figures.late IS 'Đã giải quyết quá hạn.';
COMMENT ON COLUMN lienthong.monthly_figures.overdue IS 'Đang giải quyết, quá hạn.';
COMMENT ON COLUMN lienthong.monthly_figures.refused IS 'Không tiếp nhận.';
COMMENT ON COLUMN lienthong.monthly_figures.withdrawn IS 'Rút hồ sơ.';
COMMENT ON COLUMN lienthong.monthly_figures.suspended IS 'Dừng xử lý.';
COMMENT ON COLUMN lienthong.monthly_figures.online IS 'Nộp trực tuyến.';
COMMENT ON COLUMN lienthong.monthly_figures.paid_online IS 'Thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.monthly_figures.permits IS 'Giấy phép đã cấp.';
COMMENT ON COLUMN lienthong.monthly_figures.anomalous IS 'Có bất thường.';
COMMENT ON COLUMN lienthong.monthly_figures.electronic_result IS 'Đã giải quyết, có kết quả điện tử.';
COMMENT ON COLUMN lienthong.monthly_figures.digitised IS 'Có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.monthly_figures.reused IS 'Có giấy tờ được tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.monthly_figures.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.monthly_figures.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.monthly_figures.fee_required IS 'Có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.monthly_figures.paid_online_of_fee IS 'Có nghĩa vụ tài chính và đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.monthly_figures.rated IS 'Được đánh giá.';
COMMENT ON COLUMN lienthong.monthly_figures.satisfied IS 'Được đánh giá 4 hoặc 5 điểm.';
COMMENT ON COLUMN lienthong.monthly_figures.measured IS 'Đã giải quyết, biết thời gian giải quyết.';
COMMENT ON COLUMN lienthong.monthly_figures.working_minutes IS 'Tổng thời gian giải quyết of the measured, working minutes.';
COMMENT ON COLUMN lienthong.monthly_figures.mean_hours IS 'Thời gian giải quyết trung bình, working hours (8 h = 1 ngày làm việc); null: none was measured.';

CREATE VIEW lienthong.figures_on_current_map AS
SELECT t.above_code AS unit_code, t.above_valid_from AS unit_valid_from, u.name AS unit_name, u.level, c.sector, c.month,
    sum(c.received) FILTER (WHERE m.divided)::bigint AS received_from_divided,
    sum(c.received)::bigint AS received,
    sum(c.in_progress)::bigint AS in_progress,
    sum(c.waiting_supplement)::bigint AS waiting_supplement,
    sum(c.on_time)::bigint AS on_time,
    sum(c.late)::bigint AS late,
    sum(c.overdue)::bigint AS overdue,
    sum(c.refused)::bigint AS refused,
    sum(c.withdrawn)::bigint AS withdrawn,
    sum(c.suspended)::bigint AS suspended,
    sum(c.online)::bigint AS online,
    sum(c.paid_online)::bigint AS paid_online,
    sum(c.permits)::bigint AS permits,
    sum(c.anomalous)::bigint AS anomalous,
    sum(c.electronic_result)::bigint AS electronic_result,
    sum(c.digitised)::bigint AS digitised,
    sum(c.reused)::bigint AS reused,
    sum(c.citizen_store)::bigint AS citizen_store,
    sum(c.population_data)::bigint AS population_data,
    sum(c.fee_required)::bigint AS fee_required,
    sum(c.paid_online_of_fee)::bigint AS paid_online_of_fee,
    sum(c.rated)::bigint AS rated,
    sum(c.satisfied)::bigint AS satisfied,
    sum(c.measured)::bigint AS measured,
    sum(c.working_minutes)::bigint AS working_minutes,
    round(sum(c.working_minutes) / 60.0 / nullif(sum(c.measured), 0), 2) AS mean_hours
FROM lienthong.maps p
    JOIN lienthong.unit_tree t ON t.map_from = p.map_from
    JOIN lienthong.units u ON (u.code, u.valid_from) = (t.above_code, t.above_valid_from)
    JOIN lienthong.unit_maps m ON m.map_from = p.map_from AND (m.target_code, m.target_valid_from) = (t.code, t.valid_from)
    JOIN lienthong.figure_cells c ON (c.unit_code, c.unit_valid_from) = (m.code, m.valid_from)
WHERE (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date BETWEEN p.map_from AND p.map_to
GROUP BY t.above_code, t.above_valid_from, u.name, u.level, c.sector, c.month;
COMMENT ON VIEW lienthong.figures_on_current_map IS 'Số liệu theo bản đồ hiện nay: all dossiers of all times under the units of today, each with everything below it, per sector and month of filing. Never add a unit and what is below it.';
COMMENT ON COLUMN lienthong.figures_on_current_map.unit_code IS 'Mã đơn vị.';
COMMENT ON COLUMN lienthong.figures_on_current_map.unit_valid_from IS 'valid_from of the unit: with the code, its identity.';
COMMENT ON COLUMN lienthong.figures_on_current_map.unit_name IS 'Tên đơn vị; null: not in ref.units.';
COMMENT ON COLUMN lienthong.figures_on_current_map.level IS 'Cấp: AREA is a former district or another reporting area, which overlaps communes.';
COMMENT ON COLUMN lienthong.figures_on_current_map.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.figures_on_current_map.month IS 'Tháng nộp: its first day.';
COMMENT ON COLUMN lienthong.figures_on_current_map.received_from_divided IS 'Tiếp nhận, of units that were divided since: counted whole under one successor; null: none.';
COMMENT ON COLUMN lienthong.figures_on_current_map.received IS 'Tiếp nhận.';
COMMENT ON COLUMN lienthong.figures_on_current_map.in_progress IS 'Đang giải quyết.';
COMMENT ON COLUMN lienthong.figures_on_current_map.waiting_supplement IS 'Chờ bổ sung: of those in progress.';
COMMENT ON COLUMN lienthong.figures_on_current_map.on_time IS 'Đã giải quyết đúng hạn.';
COMMENT ON COLUMN lienthong.figures_on_current_map.late IS 'Đã giải quyết quá hạn.';
COMMENT ON COLUMN lienthong.figures_on_current_map.overdue IS 'Đang giải quyết, quá hạn.';
COMMENT ON COLUMN lienthong.figures_on_current_map.refused IS 'Không tiếp nhận.';
COMMENT ON COLUMN lienthong.figures_on_current_map.withdrawn IS 'Rút hồ sơ.';
COMMENT ON COLUMN lienthong.figures_on_current_map.suspended IS 'Dừng xử lý.';
COMMENT ON COLUMN lienthong.figures_on_current_map.online IS 'Nộp trực tuyến.';
COMMENT ON COLUMN lienthong.figures_on_current_map.paid_online IS 'Thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.figures_on_current_map.permits IS 'Giấy phép đã cấp.';
COMMENT ON COLUMN lienthong.figures_on_current_map.anomalous IS 'Có bất thường.';
COMMENT ON COLUMN lienthong.figures_on_current_map.electronic_result IS 'Đã giải quyết, có kết quả điện tử.';
COMMENT ON COLUMN lienthong.figures_on_current_map.digitised IS 'Có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.figures_on_current_map.reused IS 'Có giấy tờ được tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.figures_on_current_map.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.figures_on_current_map.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.figures_on_current_map.fee_required IS 'Có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.figures_on_current_map.paid_online_of_fee IS 'Có nghĩa vụ tài chính và đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.figures_on_current_map.rated IS 'Được đánh giá.';
COMMENT ON COLUMN lienthong.figures_on_current_map.satisfied IS 'Được đánh giá 4 hoặc 5 điểm.';
COMMENT ON COLUMN lienthong.figures_on_current_map.measured IS 'Đã giải quyết, biết thời gian giải quyết.';
COMMENT ON COLUMN lienthong.figures_on_current_map.working_minutes IS 'Tổng thời gian giải quyết of the measured, working minutes.';
COMMENT ON COLUMN lienthong.figures_on_current_map.mean_hours IS 'Thời gian giải quyết trung bình, working hours (8 h = 1 ngày làm việc); null: none was measured.';

CREATE VIEW lienthong.figures_by_agency AS
SELECT c.agency_id, a.name AS agency_name, a.parent_id, c.sector, c.month,
    sum(c.received)::bigint AS received,
    sum(c.in_progress)::bigint AS in_progress,
    sum(c.waiting_supplement)::bigint AS waiting_supplement,
    sum(c.on_time)::bigint AS on_time,
    sum(c.late)::bigint AS late,
    sum(c.overdue)::bigint AS overdue,
    sum(c.refused)::bigint AS refused,
    sum(c.withdrawn)::bigint AS withdrawn,
    sum(c.suspended)::bigint AS suspended,
    sum(c.online)::bigint AS online,
    sum(c.paid_online)::bigint AS paid_online,
    sum(c.permits)::bigint AS permits,
    sum(c.anomalous)::bigint AS anomalous,
    sum(c.electronic_result)::bigint AS electronic_result,
    sum(c.digitised)::bigint AS digitised,
    sum(c.reused)::bigint AS reused,
    sum(c.citizen_store)::bigint AS citizen_store,
    sum(c.population_data)::bigint AS population_data,
    sum(c.fee_required)::bigint AS fee_required,
    sum(c.paid_online_of_fee)::bigint AS paid_online_of_fee,
    sum(c.rated)::bigint AS rated,
    sum(c.satisfied)::bigint AS satisfied,
    sum(c.measured)::bigint AS measured,
    sum(c.working_minutes)::bigint AS working_minutes,
    round(sum(c.working_minutes) / 60.0 / nullif(sum(c.measured), 0), 2) AS mean_hours
FROM lienthong.figure_cells c LEFT JOIN lienthong.agencies a ON a.id = c.agency_id
GROUP BY c.agency_id, a.name, a.parent_id, c.sector, c.month;
COMMENT ON VIEW lienthong.figures_by_agency IS 'Số liệu theo cơ quan đang giữ hồ sơ, per sector and month of filing; an agency without those below it.';
COMMENT ON COLUMN lienthong.figures_by_agency.agency_id IS 'Mã định danh cơ quan; empty: not known.';
COMMENT ON COLUMN lienthong.figures_by_agency.agency_name IS 'Tên cơ quan; null: not in ref.agencies.';
COMMENT ON COLUMN lienthong.figures_by_agency.parent_id IS 'Cơ quan cấp trên.';
COMMENT ON COLUMN lienthong.figures_by_agency.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.figures_by_agency.month IS 'Tháng nộp: its first day.';
COMMENT ON COLUMN lienthong.figures_by_agency.received IS 'Tiếp nhận.';
COMMENT ON COLUMN lienthong.figures_by_agency.in_progress IS 'Đang giải quyết.';
COMMENT ON COLUMN lienthong.figures_by_agency.waiting_supplement IS 'Chờ bổ sung: of those in progress.';
COMMENT ON COLUMN lienthong.figures_by_agency.on_time IS 'Đã giải quyết đúng hạn.';
COMMENT ON COLUMN lienthong.figures_by_agency.late IS 'Đã giải quyết quá hạn.';
COMMENT ON COLUMN lienthong.figures_by_agency.overdue IS 'Đang giải quyết, quá hạn.';
COMMENT ON COLUMN lienthong.figures_by_agency.refused IS 'Không tiếp nhận.';
COMMENT ON COLUMN lienthong.figures_by_agency.withdrawn IS 'Rút hồ sơ.';
COMMENT ON COLUMN lienthong.figures_by_agency.suspended IS 'Dừng xử lý.';
COMMENT ON COLUMN lienthong.figures_by_agency.online IS 'Nộp trực tuyến.';
COMMENT ON COLUMN lienthong.figures_by_agency.paid_online IS 'Thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.figures_by_agency.permits IS 'Giấy phép đã cấp.';
COMMENT ON COLUMN lienthong.figures_by_agency.anomalous IS 'Có bất thường.';
COMMENT ON COLUMN lienthong.figures_by_agency.electronic_result IS 'Đã giải quyết, có kết quả điện tử.';
COMMENT ON COLUMN lienthong.figures_by_agency.digitised IS 'Có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.figures_by_agency.reused IS 'Có giấy tờ được tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.figures_by_agency.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.figures_by_agency.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.figures_by_agency.fee_required IS 'Có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.figures_by_agency.paid_online_of_fee IS 'Có nghĩa vụ tài chính và đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.figures_by_agency.rated IS 'Được đánh giá.';
COMMENT ON COLUMN lienthong.figures_by_agency.satisfied IS 'Được đánh giá 4 hoặc 5 điểm.';
COMMENT ON COLUMN lienthong.figures_by_agency.measured IS 'Đã giải quyết, biết thời gian giải quyết.';
COMMENT ON COLUMN lienthong.figures_by_agency.working_minutes IS 'Tổng thời gian giải quyết of the measured, working minutes.';
COMMENT ON COLUMN lienthong.figures_by_agency.mean_hours IS 'Thời gian giải quyết trung bình, working hours (8 h = 1 ngày làm việc); null: none was measured.';

-- Who may create no roles has an administrator create this one: docs/how-to/query-with-sql.md.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lienthong_reader') THEN
        CREATE ROLE lienthong_reader NOLOGIN;
        COMMENT ON ROLE lienthong_reader IS 'Reads the reports of Liên Thông, and nothing personal.';
    END IF;
EXCEPTION
    WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
        RAISE NOTICE 'role lienthong_reader is not created: the user of the migrations may not';
END
$$;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'lienthong_reader') THEN
        GRANT USAGE ON SCHEMA lienthong TO lienthong_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA lienthong TO lienthong_reader;
        ALTER DEFAULT PRIVILEGES IN SCHEMA lienthong GRANT SELECT ON TABLES TO lienthong_reader;
    END IF;
END
$$;

COMMENT ON COLUMN lienthong.waiting_permits.stated_status IS 'Trạng thái as events state it.';

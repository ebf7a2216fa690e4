-- What the agencies of a unit and of all units below it have to work with. A sum over no report is null, not zero.

CREATE FUNCTION lienthong.readiness_on(day date) RETURNS TABLE (
    unit_code               text,
    unit_valid_from         date,
    agencies                bigint,
    reported                bigint,
    oldest_report           timestamptz,
    newest_report           timestamptz,
    computers               bigint,
    computers_below_minimum bigint,
    lan                     bigint,
    bandwidth_min           double precision,
    bandwidth_median        double precision,
    bandwidth_unknown       bigint,
    firewall                bigint,
    antivirus               bigint,
    backup                  bigint,
    access_control          bigint,
    encryption              bigint,
    monitoring              bigint,
    level_approved          bigint,
    other_measure           bigint,
    staff                   bigint,
    staff_unknown           bigint,
    staff_trained           bigint,
    staff_trained_unknown   bigint
) LANGUAGE sql STABLE AS $$
SELECT t.above_code, t.above_valid_from, count(a.id), count(r.agency_id), min(r.reported_at), max(r.reported_at),
    sum(r.computers), sum(r.computers_below_minimum), sum(r.lan::int),
    min(r.bandwidth_mbps), percentile_cont(0.5) WITHIN GROUP (ORDER BY r.bandwidth_mbps),
    count(r.agency_id) - count(r.bandwidth_mbps),
    sum(('FIREWALL' = ANY (r.security_measures))::int),
    sum(('ANTIVIRUS' = ANY (r.security_measures))::int),
    sum(('BACKUP' = ANY (r.security_measures))::int),
    sum(('ACCESS_CONTROL' = ANY (r.security_measures))::int),
    sum(('ENCRYPTION' = ANY (r.security_measures))::int),
    sum(('MONITORING' = ANY (r.security_measures))::int),
    sum(('LEVEL_APPROVED' = ANY (r.security_measures))::int),
    sum(('OTHER' = ANY (r.security_measures))::int),
    sum(r.staff), count(r.agency_id) - count(r.staff),
    sum(r.staff_trained), count(r.agency_id) - count(r.staff_trained)
FROM lienthong.maps m
    JOIN lienthong.unit_tree t ON t.map_from = m.map_from
    JOIN lienthong.units u ON (u.code, u.valid_from) = (t.code, t.valid_from)
    -- An area has no office: an agency that was left behind by its district is of no unit.
    LEFT JOIN lienthong.agencies a ON a.unit_code = t.code AND u.level <> 'AREA'
        AND day BETWEEN coalesce(a.valid_from, '-infinity') AND coalesce(a.valid_to, 'infinity')
    LEFT JOIN lienthong.agency_readiness r ON r.agency_id = a.id
WHERE day BETWEEN m.map_from AND m.map_to
GROUP BY t.above_code, t.above_valid_from
$$;
COMMENT ON FUNCTION lienthong.readiness_on(date) IS 'Hạ tầng, an toàn thông tin theo đơn vị vào một ngày: the columns of readiness_by_unit, for the units and agencies of a day, from the latest report of each agency.';

CREATE VIEW lienthong.readiness_by_unit AS
SELECT * FROM lienthong.readiness_on((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
COMMENT ON VIEW lienthong.readiness_by_unit IS 'Hạ tầng, an toàn thông tin theo đơn vị hôm nay: of the agencies of each unit, and of all units below it, that work on this day in Asia/Ho_Chi_Minh. For another day, use readiness_on. Areas and what they cover are both here: do not add them.';
COMMENT ON COLUMN lienthong.readiness_by_unit.unit_code IS 'Mã đơn vị hành chính.';
COMMENT ON COLUMN lienthong.readiness_by_unit.unit_valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.readiness_by_unit.agencies IS 'Số cơ quan that work on that day.';
COMMENT ON COLUMN lienthong.readiness_by_unit.reported IS 'Số cơ quan đã báo cáo: of these, with a report; the other columns count these alone.';
COMMENT ON COLUMN lienthong.readiness_by_unit.oldest_report IS 'Thời điểm of the oldest of the reports; null: none.';
COMMENT ON COLUMN lienthong.readiness_by_unit.newest_report IS 'Thời điểm of the newest of the reports; null: none.';
COMMENT ON COLUMN lienthong.readiness_by_unit.computers IS 'Số máy tính; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.computers_below_minimum IS 'Số máy tính dưới cấu hình tối thiểu; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.lan IS 'Số cơ quan có mạng LAN; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.bandwidth_min IS 'Băng thông thấp nhất, Mbit/s; null: not known of any agency.';
COMMENT ON COLUMN lienthong.readiness_by_unit.bandwidth_median IS 'Trung vị băng thông, Mbit/s, of the agencies of which it is known; null: of none.';
COMMENT ON COLUMN lienthong.readiness_by_unit.bandwidth_unknown IS 'Số cơ quan chưa báo cáo băng thông in their report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.firewall IS 'Tường lửa: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.antivirus IS 'Phòng chống mã độc: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.backup IS 'Sao lưu dữ liệu: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.access_control IS 'Kiểm soát truy cập: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.encryption IS 'Mã hóa: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.monitoring IS 'Giám sát an toàn thông tin: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.level_approved IS 'Phê duyệt cấp độ an toàn: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.other_measure IS 'Biện pháp khác: số cơ quan có biện pháp này; null: no report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.staff IS 'Số cán bộ, công chức of the agencies that state it; null: none does.';
COMMENT ON COLUMN lienthong.readiness_by_unit.staff_unknown IS 'Số cơ quan chưa báo cáo số cán bộ in their report.';
COMMENT ON COLUMN lienthong.readiness_by_unit.staff_trained IS 'Số người đã tập huấn of the agencies that state it; null: none does.';
COMMENT ON COLUMN lienthong.readiness_by_unit.staff_trained_unknown IS 'Số cơ quan chưa báo cáo số người đã tập huấn in their report.';

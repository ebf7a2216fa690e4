-- What the service index of Decision 766/QĐ-TTg is computed from, as filed. The platform itself adds the same counts up
-- for a year and on any map; these views are for whoever wants to recompute or to look closer.

CREATE FUNCTION lienthong.handles_procedures(unit_level text, procedure_level text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_position(ARRAY['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'], procedure_level)
        >= array_position(ARRAY['COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'],
            CASE unit_level WHEN 'AREA' THEN 'COMMUNE' ELSE unit_level END)
$$;
COMMENT ON FUNCTION lienthong.handles_procedures(text, text) IS
    'Thẩm quyền giải quyết: whether procedures of a level are done in a unit of a level, or in one below it; null for a level that is not known.';

CREATE INDEX service_reports_by_unit ON lienthong.service_reports (unit_code, month);

CREATE VIEW lienthong.service_report_units AS
SELECT r.*, u.code AS dated_code, u.valid_from AS dated_valid_from, greatest(r.month, u.valid_from) AS counts_on
FROM lienthong.service_reports r
    CROSS JOIN LATERAL (
        SELECT code, valid_from FROM lienthong.units
        WHERE code = r.unit_code AND valid_from < r.month + interval '1 month'
            AND coalesce(valid_to, 'infinity') >= r.month
        ORDER BY valid_from LIMIT 1) u;
COMMENT ON VIEW lienthong.service_report_units IS
    'Báo cáo tháng theo đơn vị: service_reports of units that ref.units knows, each with the dated unit that its code meant in the month.';
COMMENT ON COLUMN lienthong.service_report_units.dated_code IS 'Mã đơn vị hành chính.';
COMMENT ON COLUMN lienthong.service_report_units.dated_valid_from IS 'Its valid_from; of two meanings within the month, the earlier.';
COMMENT ON COLUMN lienthong.service_report_units.counts_on IS 'The day whose map says what stands above the unit.';

CREATE VIEW lienthong.service_index_procedures AS
SELECT t.above_code AS unit_code, t.above_valid_from AS unit_valid_from, c.month, c.procedure_code,
    sum(c.received)::bigint AS received,
    sum(c.on_time + c.late)::bigint AS finished,
    sum(c.received - c.late - c.overdue)::bigint AS in_time,
    sum(c.online)::bigint AS online,
    sum(c.fee_required)::bigint AS fee_required,
    sum(c.paid_online_of_fee)::bigint AS paid_online_of_fee,
    sum(c.electronic_result)::bigint AS electronic_result,
    sum(c.digitised)::bigint AS digitised,
    sum(c.reused)::bigint AS reused,
    sum(c.citizen_store)::bigint AS citizen_store,
    sum(c.population_data)::bigint AS population_data,
    sum(c.received - c.late - c.overdue - c.rated + c.satisfied)::bigint AS content
FROM lienthong.unit_tree t
    JOIN lienthong.maps m USING (map_from)
    JOIN lienthong.figure_cells c ON (c.unit_code, c.unit_valid_from) = (t.code, t.valid_from)
        AND greatest(c.month, c.unit_valid_from) BETWEEN m.map_from AND m.map_to
GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW lienthong.service_index_procedures IS
    'Chỉ số phục vụ theo thủ tục: dossiers of each unit, what is below it included, as filed, by month of filing and procedure.';
COMMENT ON COLUMN lienthong.service_index_procedures.unit_code IS 'Mã đơn vị.';
COMMENT ON COLUMN lienthong.service_index_procedures.unit_valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.service_index_procedures.month IS 'Tháng nộp.';
COMMENT ON COLUMN lienthong.service_index_procedures.procedure_code IS 'Mã thủ tục; empty: not known.';
COMMENT ON COLUMN lienthong.service_index_procedures.received IS 'Tiếp nhận.';
COMMENT ON COLUMN lienthong.service_index_procedures.finished IS 'Đã giải quyết.';
COMMENT ON COLUMN lienthong.service_index_procedures.in_time IS 'Đúng hạn, trong hạn: received and neither finished late nor overdue.';
COMMENT ON COLUMN lienthong.service_index_procedures.online IS 'Nộp trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_procedures.fee_required IS 'Có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.service_index_procedures.paid_online_of_fee IS 'Có nghĩa vụ tài chính và đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_procedures.electronic_result IS 'Đã giải quyết, có kết quả điện tử.';
COMMENT ON COLUMN lienthong.service_index_procedures.digitised IS 'Có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.service_index_procedures.reused IS 'Có giấy tờ được tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.service_index_procedures.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.service_index_procedures.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.service_index_procedures.content IS 'Hài lòng: in time, less those rated below 4; one that is both late and rated so is taken off twice, as the portal adds the two shares, so that it can be negative.';

CREATE VIEW lienthong.service_index_reports AS
SELECT t.above_code AS unit_code, t.above_valid_from AS unit_valid_from, r.month,
    sum(r.publications_due)::bigint AS publications_due,
    (sum(r.published_on_time) FILTER (WHERE r.publications_due IS NOT NULL))::bigint AS published_on_time,
    sum(r.updates_due)::bigint AS updates_due,
    (sum(r.updated_on_time) FILTER (WHERE r.updates_due IS NOT NULL))::bigint AS updated_on_time,
    sum(r.contents_checked)::bigint AS contents_checked,
    (sum(r.contents_complete) FILTER (WHERE r.contents_checked IS NOT NULL))::bigint AS contents_complete,
    sum(r.national_received)::bigint AS national_received,
    sum(r.portal_received)::bigint AS portal_received,
    sum(r.synced)::bigint AS synced,
    sum(r.certified_copies_due)::bigint AS certified_copies_due,
    (sum(r.certified_copies) FILTER (WHERE r.certified_copies_due IS NOT NULL))::bigint AS certified_copies,
    sum(r.petitions)::bigint AS petitions,
    (sum(r.petitions_on_time) FILTER (WHERE r.petitions IS NOT NULL))::bigint AS petitions_on_time,
    (sum(r.petitions_satisfied) FILTER (WHERE r.petitions IS NOT NULL))::bigint AS petitions_satisfied
FROM lienthong.unit_tree t
    JOIN lienthong.maps m USING (map_from)
    JOIN lienthong.service_report_units r ON r.unit_code = t.code
        AND (r.dated_code, r.dated_valid_from) = (t.code, t.valid_from)
        AND r.counts_on BETWEEN m.map_from AND m.map_to
GROUP BY 1, 2, 3;
COMMENT ON VIEW lienthong.service_index_reports IS
    'Chỉ số phục vụ từ báo cáo tháng: service_reports of each unit, what is below it included, as filed; null: nobody stated it.';
COMMENT ON COLUMN lienthong.service_index_reports.unit_code IS 'Mã đơn vị.';
COMMENT ON COLUMN lienthong.service_index_reports.unit_valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.service_index_reports.month IS 'Tháng báo cáo.';
COMMENT ON COLUMN lienthong.service_index_reports.publications_due IS 'Thủ tục phải công bố.';
COMMENT ON COLUMN lienthong.service_index_reports.published_on_time IS 'Thủ tục công bố đúng hạn.';
COMMENT ON COLUMN lienthong.service_index_reports.updates_due IS 'Thủ tục phải công khai, cập nhật.';
COMMENT ON COLUMN lienthong.service_index_reports.updated_on_time IS 'Thủ tục công khai, cập nhật đúng hạn.';
COMMENT ON COLUMN lienthong.service_index_reports.contents_checked IS 'Thủ tục được kiểm tra nội dung công khai.';
COMMENT ON COLUMN lienthong.service_index_reports.contents_complete IS 'Thủ tục công khai đủ nội dung.';
COMMENT ON COLUMN lienthong.service_index_reports.national_received IS 'Hồ sơ tiếp nhận theo báo cáo quốc gia.';
COMMENT ON COLUMN lienthong.service_index_reports.portal_received IS 'Hồ sơ tiếp nhận theo cổng dịch vụ công.';
COMMENT ON COLUMN lienthong.service_index_reports.synced IS 'Hồ sơ đã đồng bộ.';
COMMENT ON COLUMN lienthong.service_index_reports.certified_copies_due IS 'Yêu cầu cấp bản sao chứng thực điện tử.';
COMMENT ON COLUMN lienthong.service_index_reports.certified_copies IS 'Bản sao chứng thực điện tử đã cấp.';
COMMENT ON COLUMN lienthong.service_index_reports.petitions IS 'Phản ánh, kiến nghị.';
COMMENT ON COLUMN lienthong.service_index_reports.petitions_on_time IS 'Phản ánh, kiến nghị xử lý đúng hạn.';
COMMENT ON COLUMN lienthong.service_index_reports.petitions_satisfied IS 'Phản ánh, kiến nghị được đánh giá hài lòng.';

CREATE VIEW lienthong.service_index_counts AS
SELECT k.unit_code, k.unit_valid_from, k.month, u.level, u.name,
    d.received, d.finished, d.in_time, d.online, d.fee_required, d.paid_online_of_fee, d.electronic_result,
    d.digitised, d.reused, d.citizen_store, d.population_data, d.content,
    h.procedures, h.online_procedures, h.online_procedures_used, h.fee_procedures, h.fee_procedures_used,
    h.fee_procedures_paid_online, h.fee_procedures_online, h.population_procedures,
    s.publications_due, s.published_on_time, s.updates_due, s.updated_on_time, s.contents_checked,
    s.contents_complete, s.national_received, s.portal_received, s.synced, s.certified_copies_due,
    s.certified_copies, s.petitions, s.petitions_on_time, s.petitions_satisfied
FROM (
        SELECT unit_code, unit_valid_from, month FROM lienthong.service_index_procedures
        UNION
        SELECT unit_code, unit_valid_from, month FROM lienthong.service_index_reports) k
    JOIN lienthong.units u ON (u.code, u.valid_from) = (k.unit_code, k.unit_valid_from)
    CROSS JOIN LATERAL (
        SELECT sum(p.received)::bigint AS received, sum(p.finished)::bigint AS finished,
            sum(p.in_time)::bigint AS in_time, sum(p.online)::bigint AS online,
            sum(p.fee_required)::bigint AS fee_required, sum(p.paid_online_of_fee)::bigint AS paid_online_of_fee,
            sum(p.electronic_result)::bigint AS electronic_result, sum(p.digitised)::bigint AS digitised,
            sum(p.reused)::bigint AS reused, sum(p.citizen_store)::bigint AS citizen_store,
            sum(p.population_data)::bigint AS population_data, greatest(0, sum(p.content))::bigint AS content
        FROM lienthong.service_index_procedures p
        WHERE (p.unit_code, p.unit_valid_from, p.month) = (k.unit_code, k.unit_valid_from, k.month)) d
    CROSS JOIN LATERAL (
        SELECT count(*) AS procedures, count(*) FILTER (WHERE q.online) AS online_procedures,
            count(*) FILTER (WHERE q.online AND p.online > 0) AS online_procedures_used,
            count(*) FILTER (WHERE q.fee) AS fee_procedures,
            count(*) FILTER (WHERE q.fee AND p.fee_required > 0) AS fee_procedures_used,
            count(*) FILTER (WHERE q.fee AND p.paid_online_of_fee > 0) AS fee_procedures_paid_online,
            count(*) FILTER (WHERE q.fee AND q.online) AS fee_procedures_online,
            count(*) FILTER (WHERE p.population_data > 0) AS population_procedures
        FROM lienthong.procedures q
            LEFT JOIN lienthong.service_index_procedures p
                ON (p.unit_code, p.unit_valid_from, p.month) = (k.unit_code, k.unit_valid_from, k.month)
                AND p.procedure_code = q.code
        WHERE p.received > 0 OR lienthong.handles_procedures(u.level, q.level)) h
    LEFT JOIN lienthong.service_index_reports s
        ON (s.unit_code, s.unit_valid_from, s.month) = (k.unit_code, k.unit_valid_from, k.month);
COMMENT ON VIEW lienthong.service_index_counts IS
    'Chỉ số phục vụ người dân, doanh nghiệp (766/QĐ-TTg): numerators and denominators of each unit, what is below it included, as filed, by month. Ask for a unit or a month. Counts of procedures do not add up over months or units; all others do, content where it is above zero.';
COMMENT ON COLUMN lienthong.service_index_counts.unit_code IS 'Mã đơn vị.';
COMMENT ON COLUMN lienthong.service_index_counts.unit_valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.service_index_counts.month IS 'Tháng nộp, tháng báo cáo.';
COMMENT ON COLUMN lienthong.service_index_counts.level IS 'Cấp.';
COMMENT ON COLUMN lienthong.service_index_counts.name IS 'Tên đơn vị.';
COMMENT ON COLUMN lienthong.service_index_counts.received IS 'Tiếp nhận: denominator of TDGQ, ONLINE_DOSSIER, DOSSIER_RECEIVING_SATISFACTION and of dossiers in MDSH; null: no dossier was counted.';
COMMENT ON COLUMN lienthong.service_index_counts.finished IS 'Đã giải quyết: the other denominator of ORIGINAL_RESULT_AVAILABLE.';
COMMENT ON COLUMN lienthong.service_index_counts.in_time IS 'TDGQ: đúng hạn, trong hạn.';
COMMENT ON COLUMN lienthong.service_index_counts.online IS 'ONLINE_DOSSIER: nộp trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_counts.fee_required IS 'ONLINE_PAYMENT_DOSSIER, denominator: có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.service_index_counts.paid_online_of_fee IS 'ONLINE_PAYMENT_DOSSIER: đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_counts.electronic_result IS 'ORIGINAL_RESULT_AVAILABLE: có kết quả điện tử.';
COMMENT ON COLUMN lienthong.service_index_counts.digitised IS 'SO_HOA_GIAY_TO_GIAI_QUYET: có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.service_index_counts.reused IS 'REUSED_DIGITIZED_DATA: tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.service_index_counts.citizen_store IS 'SYNCED_WITH_DVCQG_PERSONAL_STORAGE: kết quả vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.service_index_counts.population_data IS 'CITIZEN_DATA_CONNECTED_DOSSIER: khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.service_index_counts.content IS 'DOSSIER_RECEIVING_SATISFACTION: hài lòng, see service_index_procedures; at least 0.';
COMMENT ON COLUMN lienthong.service_index_counts.procedures IS 'Thủ tục thuộc thẩm quyền: of the level of the unit or one below, or with a dossier in the month; denominator of ONLINE_FORMALITY and CITIZEN_DATA_CONNECTED_FORMALITY.';
COMMENT ON COLUMN lienthong.service_index_counts.online_procedures IS 'ONLINE_FORMALITY: được cung cấp trực tuyến; denominator of ONLINE_FORMALITY_USED.';
COMMENT ON COLUMN lienthong.service_index_counts.online_procedures_used IS 'ONLINE_FORMALITY_USED: trực tuyến, có hồ sơ nộp trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_counts.fee_procedures IS 'Có phí, lệ phí: denominator of ONLINE_PAYMENT_FORMALITY and PAYMENT_FORMALITY_PROVIDED.';
COMMENT ON COLUMN lienthong.service_index_counts.fee_procedures_used IS 'Có phí, có hồ sơ phải nộp phí: the other denominator of ONLINE_PAYMENT_FORMALITY.';
COMMENT ON COLUMN lienthong.service_index_counts.fee_procedures_paid_online IS 'ONLINE_PAYMENT_FORMALITY: có giao dịch thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_counts.fee_procedures_online IS 'PAYMENT_FORMALITY_PROVIDED: có phí, được cung cấp trực tuyến.';
COMMENT ON COLUMN lienthong.service_index_counts.population_procedures IS 'CITIZEN_DATA_CONNECTED_FORMALITY: có hồ sơ khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.service_index_counts.publications_due IS 'PUBLISH_ON_TIME, denominator: phải công bố.';
COMMENT ON COLUMN lienthong.service_index_counts.published_on_time IS 'PUBLISH_ON_TIME: công bố đúng hạn.';
COMMENT ON COLUMN lienthong.service_index_counts.updates_due IS 'PUBLIC_UPDATE_ON_TIME, denominator: phải công khai, cập nhật.';
COMMENT ON COLUMN lienthong.service_index_counts.updated_on_time IS 'PUBLIC_UPDATE_ON_TIME: công khai, cập nhật đúng hạn.';
COMMENT ON COLUMN lienthong.service_index_counts.contents_checked IS 'PUBLIC_CONTENT_FULL, denominator: được kiểm tra nội dung.';
COMMENT ON COLUMN lienthong.service_index_counts.contents_complete IS 'PUBLIC_CONTENT_FULL: công khai đủ nội dung.';
COMMENT ON COLUMN lienthong.service_index_counts.national_received IS 'DOSSIER_SYNC, denominator: theo báo cáo quốc gia; the larger of this and portal_received counts.';
COMMENT ON COLUMN lienthong.service_index_counts.portal_received IS 'DOSSIER_SYNC, denominator: theo cổng dịch vụ công.';
COMMENT ON COLUMN lienthong.service_index_counts.synced IS 'DOSSIER_SYNC: đã đồng bộ.';
COMMENT ON COLUMN lienthong.service_index_counts.certified_copies_due IS 'ELECTRONIC_CERTIFIED_COPY, denominator: yêu cầu bản sao chứng thực điện tử.';
COMMENT ON COLUMN lienthong.service_index_counts.certified_copies IS 'ELECTRONIC_CERTIFIED_COPY: đã cấp.';
COMMENT ON COLUMN lienthong.service_index_counts.petitions IS 'Phản ánh, kiến nghị: denominator of both metrics of petitions.';
COMMENT ON COLUMN lienthong.service_index_counts.petitions_on_time IS 'PETITION_PROCESSING_ON_TIME: xử lý đúng hạn.';
COMMENT ON COLUMN lienthong.service_index_counts.petitions_satisfied IS 'PETITION_HANDLING_SATISFACTION: được đánh giá hài lòng.';

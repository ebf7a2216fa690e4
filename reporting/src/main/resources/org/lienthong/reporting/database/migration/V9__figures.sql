-- Figures at the finest grain, and the maps of units on which they can be added up: as filed, or as on any day.

ALTER TABLE lienthong.unit_statistics
    ADD COLUMN electronic_result  bigint NOT NULL DEFAULT 0,
    ADD COLUMN digitised          bigint NOT NULL DEFAULT 0,
    ADD COLUMN reused             bigint NOT NULL DEFAULT 0,
    ADD COLUMN citizen_store      bigint NOT NULL DEFAULT 0,
    ADD COLUMN population_data    bigint NOT NULL DEFAULT 0,
    ADD COLUMN fee_required       bigint NOT NULL DEFAULT 0,
    ADD COLUMN paid_online_of_fee bigint NOT NULL DEFAULT 0,
    ADD COLUMN rated              bigint NOT NULL DEFAULT 0,
    ADD COLUMN satisfied          bigint NOT NULL DEFAULT 0,
    ADD COLUMN measured           bigint NOT NULL DEFAULT 0,
    ADD COLUMN working_minutes    bigint NOT NULL DEFAULT 0,
    ADD COLUMN time_bins          integer[] NOT NULL DEFAULT '{}',
    ADD COLUMN time_counts        bigint[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN lienthong.unit_statistics.electronic_result IS 'Đã giải quyết, có kết quả điện tử.';
COMMENT ON COLUMN lienthong.unit_statistics.digitised IS 'Có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.unit_statistics.reused IS 'Có giấy tờ được tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.unit_statistics.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.unit_statistics.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.unit_statistics.fee_required IS 'Có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.unit_statistics.paid_online_of_fee IS 'Có nghĩa vụ tài chính và đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.unit_statistics.rated IS 'Được đánh giá.';
COMMENT ON COLUMN lienthong.unit_statistics.satisfied IS 'Được đánh giá 4 hoặc 5 điểm.';
COMMENT ON COLUMN lienthong.unit_statistics.measured IS 'Đã giải quyết, biết thời gian giải quyết.';
COMMENT ON COLUMN lienthong.unit_statistics.working_minutes IS 'Tổng thời gian giải quyết of the measured, working minutes.';
COMMENT ON COLUMN lienthong.unit_statistics.time_bins IS 'Bins of a DDSketch of working minutes, relative error 1 %.';
COMMENT ON COLUMN lienthong.unit_statistics.time_counts IS 'Count of each bin, in the same order.';

ALTER TABLE lienthong.units
    ADD COLUMN members text[] NOT NULL DEFAULT '{}',
    ADD COLUMN shares  double precision[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN lienthong.units.level IS 'Cấp: COUNTRY, PROVINCE, DISTRICT, COMMUNE; AREA: vùng báo cáo, which stands beside the tree.';
COMMENT ON COLUMN lienthong.units.successors IS 'Mã đơn vị kế thừa, valid from the day after valid_to; several: the unit was divided.';
COMMENT ON COLUMN lienthong.units.members IS 'Mã đơn vị thành viên of an AREA, in the meaning of the same period.';
COMMENT ON COLUMN lienthong.units.shares IS 'Tỷ lệ of each successor, in the same order; null: not known.';

ALTER TABLE lienthong.dossiers
    ADD COLUMN finished_at     timestamptz,
    ADD COLUMN overdue_from    timestamptz,
    ADD COLUMN working_minutes bigint,
    ADD COLUMN waited_minutes  bigint NOT NULL DEFAULT 0,
    ADD COLUMN population_data boolean NOT NULL DEFAULT false,
    ADD COLUMN citizen_store   boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN lienthong.dossiers.finished_at IS 'Ngày hoàn thành: of status 9, else 10, else 8 or 3; null: open, or withdrawn.';
COMMENT ON COLUMN lienthong.dossiers.overdue_from IS 'Quá hạn từ: overdue on a later moment; null: over, without a due date, or its clock stands still.';
COMMENT ON COLUMN lienthong.dossiers.working_minutes IS 'Thời gian giải quyết, working minutes from acceptance to finish, waiting not counted; null: not finished.';
COMMENT ON COLUMN lienthong.dossiers.waited_minutes IS 'Thời gian chờ bổ sung, dừng xử lý, working minutes.';
COMMENT ON COLUMN lienthong.dossiers.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.dossiers.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';

CREATE TABLE lienthong.figure_cells (
    unit_code          text NOT NULL,
    unit_valid_from    date NOT NULL,
    agency_id          text NOT NULL,
    sector             text NOT NULL,
    procedure_code     text NOT NULL,
    channel            text NOT NULL,
    month              date NOT NULL CHECK (extract(day FROM month) = 1),
    received           bigint NOT NULL,
    in_progress        bigint NOT NULL,
    waiting_supplement bigint NOT NULL,
    on_time            bigint NOT NULL,
    late               bigint NOT NULL,
    overdue            bigint NOT NULL,
    refused            bigint NOT NULL,
    withdrawn          bigint NOT NULL,
    suspended          bigint NOT NULL,
    online             bigint NOT NULL,
    paid_online        bigint NOT NULL,
    permits            bigint NOT NULL,
    anomalous          bigint NOT NULL,
    electronic_result  bigint NOT NULL,
    digitised          bigint NOT NULL,
    reused             bigint NOT NULL,
    citizen_store      bigint NOT NULL,
    population_data    bigint NOT NULL,
    fee_required       bigint NOT NULL,
    paid_online_of_fee bigint NOT NULL,
    rated              bigint NOT NULL,
    satisfied          bigint NOT NULL,
    measured           bigint NOT NULL,
    working_minutes    bigint NOT NULL,
    time_bins          integer[] NOT NULL,
    time_counts        bigint[] NOT NULL,
    PRIMARY KEY (unit_code, unit_valid_from, month, sector, procedure_code, channel, agency_id)
) WITH (fillfactor = 50);
CREATE INDEX figure_cells_by_agency ON lienthong.figure_cells (agency_id);
COMMENT ON TABLE lienthong.figure_cells IS 'Số liệu chi tiết (unit.cells): dossiers of one unit alone, by the agency that holds them, sector, procedure, channel and month of filing. Every figure of every unit on every map is a sum of these.';
COMMENT ON COLUMN lienthong.figure_cells.unit_code IS 'Mã đơn vị nơi nộp; empty: not known.';
COMMENT ON COLUMN lienthong.figure_cells.unit_valid_from IS 'valid_from of the unit that the code meant on the day of filing; 1970-01-01 for a unit that ref.units does not know.';
COMMENT ON COLUMN lienthong.figure_cells.agency_id IS 'Cơ quan đang giữ hồ sơ; empty: not known.';
COMMENT ON COLUMN lienthong.figure_cells.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.figure_cells.procedure_code IS 'Mã thủ tục; empty: not known.';
COMMENT ON COLUMN lienthong.figure_cells.channel IS 'Kênh thực hiện.';
COMMENT ON COLUMN lienthong.figure_cells.month IS 'Tháng nộp: its first day, Asia/Ho_Chi_Minh.';
COMMENT ON COLUMN lienthong.figure_cells.received IS 'Tiếp nhận.';
COMMENT ON COLUMN lienthong.figure_cells.in_progress IS 'Đang giải quyết.';
COMMENT ON COLUMN lienthong.figure_cells.waiting_supplement IS 'Chờ bổ sung: of those in progress.';
COMMENT ON COLUMN lienthong.figure_cells.on_time IS 'Đã giải quyết đúng hạn.';
COMMENT ON COLUMN lienthong.figure_cells.late IS 'Đã giải quyết quá hạn.';
COMMENT ON COLUMN lienthong.figure_cells.overdue IS 'Đang giải quyết, quá hạn.';
COMMENT ON COLUMN lienthong.figure_cells.refused IS 'Không tiếp nhận.';
COMMENT ON COLUMN lienthong.figure_cells.withdrawn IS 'Rút hồ sơ.';
COMMENT ON COLUMN lienthong.figure_cells.suspended IS 'Dừng xử lý.';
COMMENT ON COLUMN lienthong.figure_cells.online IS 'Nộp trực tuyến.';
COMMENT ON COLUMN lienthong.figure_cells.paid_online IS 'Thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.figure_cells.permits IS 'Giấy phép đã cấp.';
COMMENT ON COLUMN lienthong.figure_cells.anomalous IS 'Có bất thường.';
COMMENT ON COLUMN lienthong.figure_cells.electronic_result IS 'Đã giải quyết, có kết quả điện tử.';
COMMENT ON COLUMN lienthong.figure_cells.digitised IS 'Có giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.figure_cells.reused IS 'Có giấy tờ được tái sử dụng dữ liệu số hóa.';
COMMENT ON COLUMN lienthong.figure_cells.citizen_store IS 'Kết quả đã vào kho dữ liệu của công dân.';
COMMENT ON COLUMN lienthong.figure_cells.population_data IS 'Có khai thác cơ sở dữ liệu dân cư.';
COMMENT ON COLUMN lienthong.figure_cells.fee_required IS 'Có nghĩa vụ tài chính.';
COMMENT ON COLUMN lienthong.figure_cells.paid_online_of_fee IS 'Có nghĩa vụ tài chính và đã thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.figure_cells.rated IS 'Được đánh giá.';
COMMENT ON COLUMN lienthong.figure_cells.satisfied IS 'Được đánh giá 4 hoặc 5 điểm.';
COMMENT ON COLUMN lienthong.figure_cells.measured IS 'Đã giải quyết, biết thời gian giải quyết.';
COMMENT ON COLUMN lienthong.figure_cells.working_minutes IS 'Tổng thời gian giải quyết of the measured, working minutes.';
COMMENT ON COLUMN lienthong.figure_cells.time_bins IS 'Bins of a DDSketch of working minutes, relative error 1 %.';
COMMENT ON COLUMN lienthong.figure_cells.time_counts IS 'Count of each bin, in the same order.';

-- Kept by the sink: when units change, all three are computed anew in the same transaction.
CREATE TABLE lienthong.maps (
    map_from date PRIMARY KEY,
    map_to   date NOT NULL
);
COMMENT ON TABLE lienthong.maps IS 'Bản đồ đơn vị: the stretches of time in which no unit began or ended.';
COMMENT ON COLUMN lienthong.maps.map_from IS 'Từ ngày.';
COMMENT ON COLUMN lienthong.maps.map_to IS 'Đến hết ngày; infinity: now.';

CREATE TABLE lienthong.unit_maps (
    map_from          date NOT NULL,
    code              text NOT NULL,
    valid_from        date NOT NULL,
    target_code       text NOT NULL,
    target_valid_from date NOT NULL,
    divided           boolean NOT NULL,
    PRIMARY KEY (map_from, code, valid_from)
);
CREATE INDEX unit_maps_by_target ON lienthong.unit_maps (map_from, target_code, target_valid_from);
CREATE INDEX units_by_parent ON lienthong.units (parent_code);
COMMENT ON TABLE lienthong.unit_maps IS 'Quy đổi đơn vị: on each map, the unit under which the dossiers of every unit of every time are counted.';
COMMENT ON COLUMN lienthong.unit_maps.map_from IS 'The first day of the map: a day on which units began or ended; it holds until the day before the next.';
COMMENT ON COLUMN lienthong.unit_maps.code IS 'Mã đơn vị nơi nộp.';
COMMENT ON COLUMN lienthong.unit_maps.valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.unit_maps.target_code IS 'Mã đơn vị on this map.';
COMMENT ON COLUMN lienthong.unit_maps.target_valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.unit_maps.divided IS 'Đơn vị bị chia tách: its dossiers are counted whole under one of several successors, or under what stands above all of them.';

CREATE TABLE lienthong.unit_tree (
    map_from         date NOT NULL,
    code             text NOT NULL,
    valid_from       date NOT NULL,
    above_code       text NOT NULL,
    above_valid_from date NOT NULL,
    depth            integer NOT NULL,
    PRIMARY KEY (map_from, above_code, above_valid_from, code, valid_from)
);
CREATE INDEX unit_tree_by_unit ON lienthong.unit_tree (map_from, code, valid_from);
COMMENT ON TABLE lienthong.unit_tree IS 'Cây đơn vị: each unit of each map with itself (depth 0) and everything above it; areas stand above their members and what is below these.';
COMMENT ON COLUMN lienthong.unit_tree.map_from IS 'The first day of the map.';
COMMENT ON COLUMN lienthong.unit_tree.code IS 'Mã đơn vị.';
COMMENT ON COLUMN lienthong.unit_tree.valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.unit_tree.above_code IS 'Mã đơn vị of itself or above it.';
COMMENT ON COLUMN lienthong.unit_tree.above_valid_from IS 'Its valid_from.';
COMMENT ON COLUMN lienthong.unit_tree.depth IS '0: itself, 1: directly above.';

CREATE TABLE lienthong.service_reports (
    agency_id          text NOT NULL,
    month              date NOT NULL,
    unit_code          text NOT NULL,
    reported_at        timestamptz NOT NULL,
    publications_due   bigint,
    published_on_time  bigint,
    updates_due        bigint,
    updated_on_time    bigint,
    contents_checked   bigint,
    contents_complete  bigint,
    national_received  bigint,
    portal_received    bigint,
    synced             bigint,
    certified_copies_due bigint,
    certified_copies   bigint,
    petitions          bigint,
    petitions_on_time  bigint,
    petitions_satisfied bigint,
    PRIMARY KEY (agency_id, month)
);
COMMENT ON TABLE lienthong.service_reports IS 'Báo cáo tháng của cơ quan (agency.reports): what the service index needs and no dossier event tells; null: the agency has no such count.';
COMMENT ON COLUMN lienthong.service_reports.agency_id IS 'Mã định danh cơ quan.';
COMMENT ON COLUMN lienthong.service_reports.month IS 'Tháng báo cáo: its first day.';
COMMENT ON COLUMN lienthong.service_reports.unit_code IS 'Mã đơn vị hành chính.';
COMMENT ON COLUMN lienthong.service_reports.reported_at IS 'Thời điểm báo cáo.';
COMMENT ON COLUMN lienthong.service_reports.publications_due IS 'Thủ tục phải công bố trong tháng.';
COMMENT ON COLUMN lienthong.service_reports.published_on_time IS 'Thủ tục công bố đúng hạn.';
COMMENT ON COLUMN lienthong.service_reports.updates_due IS 'Thủ tục phải công khai, cập nhật.';
COMMENT ON COLUMN lienthong.service_reports.updated_on_time IS 'Thủ tục công khai, cập nhật đúng hạn.';
COMMENT ON COLUMN lienthong.service_reports.contents_checked IS 'Thủ tục được kiểm tra nội dung công khai.';
COMMENT ON COLUMN lienthong.service_reports.contents_complete IS 'Thủ tục công khai đủ nội dung.';
COMMENT ON COLUMN lienthong.service_reports.national_received IS 'Hồ sơ tiếp nhận theo báo cáo quốc gia.';
COMMENT ON COLUMN lienthong.service_reports.portal_received IS 'Hồ sơ tiếp nhận theo cổng dịch vụ công của tỉnh.';
COMMENT ON COLUMN lienthong.service_reports.synced IS 'Hồ sơ đã đồng bộ lên Cổng Dịch vụ công quốc gia.';
COMMENT ON COLUMN lienthong.service_reports.certified_copies_due IS 'Yêu cầu cấp bản sao chứng thực điện tử.';
COMMENT ON COLUMN lienthong.service_reports.certified_copies IS 'Bản sao chứng thực điện tử đã cấp.';
COMMENT ON COLUMN lienthong.service_reports.petitions IS 'Phản ánh, kiến nghị đã nhận.';
COMMENT ON COLUMN lienthong.service_reports.petitions_on_time IS 'Phản ánh, kiến nghị xử lý đúng hạn.';
COMMENT ON COLUMN lienthong.service_reports.petitions_satisfied IS 'Phản ánh, kiến nghị được đánh giá hài lòng.';

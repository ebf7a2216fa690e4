-- Reference data as the ref.* topics hold it. No foreign keys between tables filled from different topics: topics
-- arrive in no particular order, and a dossier that names an unknown unit is a fact to show, not to refuse.

CREATE SCHEMA IF NOT EXISTS lienthong;
COMMENT ON SCHEMA lienthong IS 'Liên Thông: dossiers, receipts and figures without personal data. Filled by the report sink alone.';

CREATE SCHEMA lienthong_private;
COMMENT ON SCHEMA lienthong_private IS 'Personal data of dossiers and original bytes of quarantined records: grant it separately.';

CREATE TABLE lienthong.units (
    code        text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date,
    level       text NOT NULL,
    name        text NOT NULL,
    parent_code text,
    successors  text[] NOT NULL,
    latitude    double precision,
    longitude   double precision,
    PRIMARY KEY (code, valid_from)
);
COMMENT ON TABLE lienthong.units IS 'Đơn vị hành chính (ref.units): identified by (code, valid_from), never by code alone.';
COMMENT ON COLUMN lienthong.units.code IS 'Mã đơn vị hành chính.';
COMMENT ON COLUMN lienthong.units.valid_from IS 'Có hiệu lực từ ngày.';
COMMENT ON COLUMN lienthong.units.valid_to IS 'Có hiệu lực đến hết ngày; null: còn hiệu lực.';
COMMENT ON COLUMN lienthong.units.level IS 'Cấp: COUNTRY, PROVINCE, DISTRICT, COMMUNE.';
COMMENT ON COLUMN lienthong.units.name IS 'Tên đơn vị, Unicode NFC.';
COMMENT ON COLUMN lienthong.units.parent_code IS 'Mã đơn vị cấp trên, in the meaning of the same period.';
COMMENT ON COLUMN lienthong.units.successors IS 'Mã đơn vị kế thừa, valid from the day after valid_to.';
COMMENT ON COLUMN lienthong.units.latitude IS 'Vĩ độ, WGS 84.';
COMMENT ON COLUMN lienthong.units.longitude IS 'Kinh độ, WGS 84.';

CREATE TABLE lienthong.procedures (
    code             text PRIMARY KEY,
    name             text NOT NULL,
    sector           text NOT NULL,
    level            text NOT NULL,
    time_limit_hours integer NOT NULL,
    fee              boolean NOT NULL,
    online           boolean NOT NULL,
    permit_kind      text
);
COMMENT ON TABLE lienthong.procedures IS 'Thủ tục hành chính (ref.procedures).';
COMMENT ON COLUMN lienthong.procedures.code IS 'Mã thủ tục.';
COMMENT ON COLUMN lienthong.procedures.name IS 'Tên thủ tục.';
COMMENT ON COLUMN lienthong.procedures.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.procedures.level IS 'Cấp thực hiện.';
COMMENT ON COLUMN lienthong.procedures.time_limit_hours IS 'Thời hạn giải quyết, working hours (8 h = 1 ngày làm việc); 0: no statutory limit.';
COMMENT ON COLUMN lienthong.procedures.fee IS 'Có phí, lệ phí.';
COMMENT ON COLUMN lienthong.procedures.online IS 'Được cung cấp trực tuyến.';
COMMENT ON COLUMN lienthong.procedures.permit_kind IS 'Loại giấy phép that follows from it; null: none.';

CREATE TABLE lienthong.agencies (
    id         text PRIMARY KEY,
    name       text NOT NULL,
    parent_id  text,
    unit_code  text NOT NULL,
    level      text NOT NULL,
    valid_from date,
    valid_to   date
);
COMMENT ON TABLE lienthong.agencies IS 'Cơ quan (ref.agencies).';
COMMENT ON COLUMN lienthong.agencies.id IS 'Mã định danh, level 1 first (H36.25).';
COMMENT ON COLUMN lienthong.agencies.name IS 'Tên cơ quan.';
COMMENT ON COLUMN lienthong.agencies.parent_id IS 'Cơ quan cấp trên.';
COMMENT ON COLUMN lienthong.agencies.unit_code IS 'Mã đơn vị hành chính it serves.';
COMMENT ON COLUMN lienthong.agencies.level IS 'Cấp.';
COMMENT ON COLUMN lienthong.agencies.valid_from IS 'Hoạt động từ ngày; null: not known.';
COMMENT ON COLUMN lienthong.agencies.valid_to IS 'Hoạt động đến hết ngày; null: còn hoạt động.';

CREATE TABLE lienthong.agency_readiness (
    agency_id               text PRIMARY KEY,
    unit_code               text NOT NULL,
    reported_at             timestamptz NOT NULL,
    computers               integer NOT NULL,
    computers_below_minimum integer NOT NULL,
    lan                     boolean NOT NULL,
    bandwidth_mbps          double precision,
    security_measures       text[] NOT NULL,
    staff                   integer,
    staff_trained           integer
);
COMMENT ON TABLE lienthong.agency_readiness IS 'Hạ tầng, an toàn thông tin (agency.readiness): the latest report of each agency.';
COMMENT ON COLUMN lienthong.agency_readiness.agency_id IS 'Mã định danh cơ quan.';
COMMENT ON COLUMN lienthong.agency_readiness.unit_code IS 'Mã đơn vị hành chính.';
COMMENT ON COLUMN lienthong.agency_readiness.reported_at IS 'Thời điểm báo cáo.';
COMMENT ON COLUMN lienthong.agency_readiness.computers IS 'Số máy tính.';
COMMENT ON COLUMN lienthong.agency_readiness.computers_below_minimum IS 'Số máy tính dưới cấu hình tối thiểu.';
COMMENT ON COLUMN lienthong.agency_readiness.lan IS 'Có mạng LAN.';
COMMENT ON COLUMN lienthong.agency_readiness.bandwidth_mbps IS 'Băng thông, Mbit/s; null: chưa báo cáo.';
COMMENT ON COLUMN lienthong.agency_readiness.security_measures IS 'Biện pháp an toàn thông tin đã áp dụng.';
COMMENT ON COLUMN lienthong.agency_readiness.staff IS 'Số cán bộ, công chức; null: chưa báo cáo.';
COMMENT ON COLUMN lienthong.agency_readiness.staff_trained IS 'Số người đã tập huấn; null: chưa báo cáo.';

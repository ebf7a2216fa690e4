-- One row per value of dossier.records. Few indexes and free space in each page, so that an update of a dossier (about
-- ten in its life) stays in its page and touches no index.

CREATE TABLE lienthong.dossiers (
    code                text PRIMARY KEY,
    aliases             text[] NOT NULL,
    status              text,
    procedure_code      text,
    sector              text,
    unit_code           text,
    filed_on            date NOT NULL,
    receiving_agency    text,
    holder_agency       text,
    channel             text,
    first_event_at      timestamptz NOT NULL,
    submitted_at        timestamptz,
    accepted_at         timestamptz,
    due_at              timestamptz,
    resolved_at         timestamptz,
    returned_at         timestamptz,
    stopped_at          timestamptz,
    outcome             text,
    electronic_result   boolean NOT NULL,
    supplement_requests integer NOT NULL,
    waiting_since       timestamptz,
    waited_micros       bigint NOT NULL,
    fees_requested      numeric NOT NULL,
    fees_paid           numeric NOT NULL,
    paid_online         boolean NOT NULL,
    papers              integer NOT NULL,
    papers_digitised    integer NOT NULL,
    papers_reused       integer NOT NULL,
    rating              integer,
    steps               integer NOT NULL,
    last_step           text,
    anomalies           jsonb NOT NULL,
    event_count         integer NOT NULL,
    last_event_at       timestamptz NOT NULL,
    last_sequence       bigint NOT NULL,
    last_event_id       text NOT NULL
) WITH (fillfactor = 75);

CREATE INDEX dossiers_by_unit ON lienthong.dossiers (unit_code, filed_on);
CREATE INDEX dossiers_by_alias ON lienthong.dossiers USING gin (aliases) WHERE aliases <> '{}';

COMMENT ON TABLE lienthong.dossiers IS 'Hồ sơ đồng bộ (dossier.records): the one shared record of each dossier, without personal data.';
COMMENT ON COLUMN lienthong.dossiers.code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.dossiers.aliases IS 'Mã hồ sơ khác, at the sources.';
COMMENT ON COLUMN lienthong.dossiers.status IS 'Trạng thái; null while only a permit is known.';
COMMENT ON COLUMN lienthong.dossiers.procedure_code IS 'Mã thủ tục.';
COMMENT ON COLUMN lienthong.dossiers.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.dossiers.unit_code IS 'Mã đơn vị nơi nộp, in the meaning of filed_on.';
COMMENT ON COLUMN lienthong.dossiers.filed_on IS 'Ngày nộp in Asia/Ho_Chi_Minh: of submitted_at, else accepted_at, else first_event_at; with unit_code it says which dated unit counts the dossier.';
COMMENT ON COLUMN lienthong.dossiers.receiving_agency IS 'Cơ quan tiếp nhận.';
COMMENT ON COLUMN lienthong.dossiers.holder_agency IS 'Cơ quan đang giữ hồ sơ.';
COMMENT ON COLUMN lienthong.dossiers.channel IS 'Kênh thực hiện.';
COMMENT ON COLUMN lienthong.dossiers.first_event_at IS 'Thời điểm sự kiện đầu tiên.';
COMMENT ON COLUMN lienthong.dossiers.submitted_at IS 'Ngày nộp.';
COMMENT ON COLUMN lienthong.dossiers.accepted_at IS 'Ngày tiếp nhận.';
COMMENT ON COLUMN lienthong.dossiers.due_at IS 'Ngày hẹn trả.';
COMMENT ON COLUMN lienthong.dossiers.resolved_at IS 'Ngày xử lý xong.';
COMMENT ON COLUMN lienthong.dossiers.returned_at IS 'Ngày trả kết quả.';
COMMENT ON COLUMN lienthong.dossiers.stopped_at IS 'Ngày từ chối, rút hoặc dừng (statuses 3, 7, 8).';
COMMENT ON COLUMN lienthong.dossiers.outcome IS 'Kết quả.';
COMMENT ON COLUMN lienthong.dossiers.electronic_result IS 'Kết quả điện tử.';
COMMENT ON COLUMN lienthong.dossiers.supplement_requests IS 'Số lần yêu cầu bổ sung.';
COMMENT ON COLUMN lienthong.dossiers.waiting_since IS 'Chờ bổ sung từ; null: not waiting.';
COMMENT ON COLUMN lienthong.dossiers.waited_micros IS 'Tổng thời gian chờ bổ sung, microseconds.';
COMMENT ON COLUMN lienthong.dossiers.fees_requested IS 'Phí, lệ phí yêu cầu, VND.';
COMMENT ON COLUMN lienthong.dossiers.fees_paid IS 'Phí, lệ phí đã nộp, VND.';
COMMENT ON COLUMN lienthong.dossiers.paid_online IS 'Có thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.dossiers.papers IS 'Số giấy tờ.';
COMMENT ON COLUMN lienthong.dossiers.papers_digitised IS 'Số giấy tờ được số hóa.';
COMMENT ON COLUMN lienthong.dossiers.papers_reused IS 'Số giấy tờ được tái sử dụng.';
COMMENT ON COLUMN lienthong.dossiers.rating IS 'Điểm đánh giá, 1 đến 5.';
COMMENT ON COLUMN lienthong.dossiers.steps IS 'Số bước xử lý.';
COMMENT ON COLUMN lienthong.dossiers.last_step IS 'Bước xử lý gần nhất.';
COMMENT ON COLUMN lienthong.dossiers.anomalies IS 'Bất thường: array of {code, eventId}, in event order.';
COMMENT ON COLUMN lienthong.dossiers.event_count IS 'Số sự kiện: the version of the record.';
COMMENT ON COLUMN lienthong.dossiers.last_event_at IS 'Thời điểm sự kiện cuối.';
COMMENT ON COLUMN lienthong.dossiers.last_sequence IS 'Số thứ tự tại nguồn của sự kiện cuối.';
COMMENT ON COLUMN lienthong.dossiers.last_event_id IS 'Mã sự kiện cuối.';

CREATE TABLE lienthong.permits (
    dossier_code  text NOT NULL,
    permit_number text NOT NULL,
    kind          text,
    status        text NOT NULL,
    issued_at     timestamptz,
    valid_until   date,
    PRIMARY KEY (dossier_code, permit_number)
);
COMMENT ON TABLE lienthong.permits IS 'Giấy phép của hồ sơ.';
COMMENT ON COLUMN lienthong.permits.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.permits.permit_number IS 'Số giấy phép.';
COMMENT ON COLUMN lienthong.permits.kind IS 'Loại giấy phép.';
COMMENT ON COLUMN lienthong.permits.status IS 'Trạng thái: ISSUED, SUSPENDED, REVOKED, EXPIRED, UNKNOWN.';
COMMENT ON COLUMN lienthong.permits.issued_at IS 'Ngày cấp.';
COMMENT ON COLUMN lienthong.permits.valid_until IS 'Hiệu lực đến hết ngày.';

CREATE TABLE lienthong_private.dossier_details (
    dossier_code    text PRIMARY KEY,
    applicant_name  text,
    applicant_type  text,
    identity_number text,
    phone           text,
    email           text,
    address         text,
    summary         text
);
COMMENT ON TABLE lienthong_private.dossier_details IS 'Dữ liệu cá nhân của hồ sơ: one row per dossier that has any.';
COMMENT ON COLUMN lienthong_private.dossier_details.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong_private.dossier_details.applicant_name IS 'Chủ hồ sơ: họ và tên hoặc tên tổ chức.';
COMMENT ON COLUMN lienthong_private.dossier_details.applicant_type IS 'Loại đối tượng.';
COMMENT ON COLUMN lienthong_private.dossier_details.identity_number IS 'Số giấy tờ; never a key, placeholders occur.';
COMMENT ON COLUMN lienthong_private.dossier_details.phone IS 'Số điện thoại.';
COMMENT ON COLUMN lienthong_private.dossier_details.email IS 'Thư điện tử.';
COMMENT ON COLUMN lienthong_private.dossier_details.address IS 'Địa chỉ.';
COMMENT ON COLUMN lienthong_private.dossier_details.summary IS 'Trích yếu hồ sơ.';

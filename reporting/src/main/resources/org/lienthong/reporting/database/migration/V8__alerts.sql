-- How the dossiers stand against their due dates: one row per value of deadline.alerts, the latest of each dossier.

CREATE TABLE lienthong.deadline_alerts (
    dossier_code   text PRIMARY KEY,
    kind           text NOT NULL,
    unit_code      text,
    agency_id      text,
    due_at         timestamptz NOT NULL,
    raised_at      timestamptz NOT NULL,
    record_version integer NOT NULL
);
-- Few alerts stand at a time, and these are what is asked for.
CREATE INDEX deadline_alerts_standing ON lienthong.deadline_alerts (raised_at, dossier_code)
    WHERE kind IN ('DUE_SOON', 'OVERDUE');
CREATE INDEX deadline_alerts_by_kind ON lienthong.deadline_alerts (kind, raised_at, dossier_code);
COMMENT ON TABLE lienthong.deadline_alerts IS 'Cảnh báo hạn (deadline.alerts): the latest alert of each dossier that ever had one; it stands while its kind is DUE_SOON or OVERDUE.';
COMMENT ON COLUMN lienthong.deadline_alerts.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.deadline_alerts.kind IS 'Loại: DUE_SOON sắp đến hạn, OVERDUE quá hạn, WITHDRAWN rút cảnh báo, CLOSED hồ sơ đã kết thúc.';
COMMENT ON COLUMN lienthong.deadline_alerts.unit_code IS 'Mã đơn vị nơi nộp; null: not known.';
COMMENT ON COLUMN lienthong.deadline_alerts.agency_id IS 'Cơ quan đang giữ hồ sơ; null: not known.';
COMMENT ON COLUMN lienthong.deadline_alerts.due_at IS 'Ngày hẹn trả.';
COMMENT ON COLUMN lienthong.deadline_alerts.raised_at IS 'When it came true: the moment of warning, the due date, or the clock at a withdrawal or closing.';
COMMENT ON COLUMN lienthong.deadline_alerts.record_version IS 'event_count of the record that raised it.';

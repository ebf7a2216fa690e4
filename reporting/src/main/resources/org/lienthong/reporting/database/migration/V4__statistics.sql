-- Living figures, and how far the sink has come.

CREATE TABLE lienthong.unit_statistics (
    unit_code          text NOT NULL,
    unit_valid_from    date NOT NULL,
    sector             text NOT NULL,
    month              date NOT NULL CHECK (extract(day FROM month) = 1),
    level              text,
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
    PRIMARY KEY (unit_code, unit_valid_from, sector, month)
) WITH (fillfactor = 50);
COMMENT ON TABLE lienthong.unit_statistics IS 'Số liệu đơn vị (unit.statistics), đơn vị trực thuộc included, per sector and month of filing. Add rows of one unit over sectors and months; never a unit and its sub-units.';
COMMENT ON COLUMN lienthong.unit_statistics.unit_code IS 'Mã đơn vị; empty: not known.';
COMMENT ON COLUMN lienthong.unit_statistics.unit_valid_from IS 'valid_from of the unit: with the code, its identity; 1970-01-01 for a unit that ref.units does not know.';
COMMENT ON COLUMN lienthong.unit_statistics.sector IS 'Lĩnh vực.';
COMMENT ON COLUMN lienthong.unit_statistics.month IS 'Tháng nộp: its first day, Asia/Ho_Chi_Minh.';
COMMENT ON COLUMN lienthong.unit_statistics.level IS 'Cấp; null: unit not in ref.units.';
COMMENT ON COLUMN lienthong.unit_statistics.received IS 'Tiếp nhận.';
COMMENT ON COLUMN lienthong.unit_statistics.in_progress IS 'Đang giải quyết.';
COMMENT ON COLUMN lienthong.unit_statistics.waiting_supplement IS 'Chờ bổ sung: of those in progress.';
COMMENT ON COLUMN lienthong.unit_statistics.on_time IS 'Đã giải quyết đúng hạn.';
COMMENT ON COLUMN lienthong.unit_statistics.late IS 'Đã giải quyết quá hạn.';
COMMENT ON COLUMN lienthong.unit_statistics.overdue IS 'Đang giải quyết, quá hạn.';
COMMENT ON COLUMN lienthong.unit_statistics.refused IS 'Không tiếp nhận.';
COMMENT ON COLUMN lienthong.unit_statistics.withdrawn IS 'Rút hồ sơ.';
COMMENT ON COLUMN lienthong.unit_statistics.suspended IS 'Dừng xử lý.';
COMMENT ON COLUMN lienthong.unit_statistics.online IS 'Nộp trực tuyến.';
COMMENT ON COLUMN lienthong.unit_statistics.paid_online IS 'Thanh toán trực tuyến.';
COMMENT ON COLUMN lienthong.unit_statistics.permits IS 'Giấy phép đã cấp.';
COMMENT ON COLUMN lienthong.unit_statistics.anomalous IS 'Có bất thường.';

CREATE TABLE lienthong.sink_offsets (
    topic       text NOT NULL,
    topic_id    text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE lienthong.sink_offsets IS 'How far each partition has been written to these tables: changed in the same transaction as the rows, and kept nowhere else.';
COMMENT ON COLUMN lienthong.sink_offsets.topic IS 'Topic.';
COMMENT ON COLUMN lienthong.sink_offsets.topic_id IS 'Id of the topic in its cluster: a topic created anew is another topic.';
COMMENT ON COLUMN lienthong.sink_offsets.partition IS 'Partition.';
COMMENT ON COLUMN lienthong.sink_offsets.next_offset IS 'Offset to read next.';
COMMENT ON COLUMN lienthong.sink_offsets.updated_at IS 'When it was last changed.';

CREATE TABLE lienthong.freshness (
    singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    version    bigint NOT NULL,
    changed_at timestamptz
);
INSERT INTO lienthong.freshness (version, changed_at) VALUES (0, NULL);
COMMENT ON TABLE lienthong.freshness IS 'One row: changes with every transaction of the sink that wrote rows, so that readers can tell cheaply whether anything is new.';
COMMENT ON COLUMN lienthong.freshness.singleton IS 'Always true.';
COMMENT ON COLUMN lienthong.freshness.version IS 'Grows by one with every such transaction.';
COMMENT ON COLUMN lienthong.freshness.changed_at IS 'When it grew; null: never.';

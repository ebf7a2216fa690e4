package org.lienthong.reporting.sink;

import org.jspecify.annotations.Nullable;

/** The sink cannot go on by itself: somebody has to mend what the message names. */
public final class SinkStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private SinkStoppedException(String code, String vietnamese, String english, @Nullable Throwable cause) {
        super(code + ": " + vietnamese + " / " + english, cause);
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /**
     * A record on a topic that only the platform writes cannot be used: never skipped, since figures would be wrong.
     */
    static SinkStoppedException poison(
            String topic, int partition, long offset, String reason, @Nullable Throwable cause) {
        String place = "%s, partition %d, offset %d (%s)".formatted(topic, partition, offset, reason);
        return new SinkStoppedException(
                "SINK_POISON_RECORD",
                "bản ghi không đọc được tại " + place + "; kiểm tra tiến trình ghi topic này và schema registry,"
                        + " sửa hoặc xóa bản ghi rồi khởi động lại",
                "unreadable record at " + place + "; check the job that writes this topic and the schema registry,"
                        + " mend or delete the record, then start again",
                cause);
    }

    static SinkStoppedException foreignTopic(String topic) {
        return new SinkStoppedException(
                "SINK_TOPIC_REPLACED",
                "topic " + topic + " đã được tạo lại (khác mã topic) nên vị trí lưu trong cơ sở dữ liệu không còn đúng;"
                        + " dùng đúng cụm Kafka hoặc một cơ sở dữ liệu trống",
                "topic " + topic + " was created anew (another topic id), so the offsets in the database do not fit;"
                        + " use the cluster that they belong to, or an empty database",
                null);
    }

    static SinkStoppedException offsetGone(String partitions, Throwable cause) {
        return new SinkStoppedException(
                "SINK_OFFSET_GONE",
                "vị trí đã lưu không còn trong topic (" + partitions + "): bản ghi đã bị xóa trước khi đọc;"
                        + " dựng lại từ một cơ sở dữ liệu trống",
                "the stored offset is no longer in the topic (" + partitions + "): records were deleted before they"
                        + " were read; rebuild from an empty database",
                cause);
    }

    static SinkStoppedException refusedByDatabase(String place, String sqlState, Throwable cause) {
        return new SinkStoppedException(
                "SINK_DATABASE_REFUSED",
                "PostgreSQL từ chối ghi lô bản ghi " + place + " (SQLSTATE " + sqlState
                        + "); kiểm tra phiên bản lược đồ và quyền ghi",
                "PostgreSQL refused the batch " + place + " (SQLSTATE " + sqlState
                        + "); check the version of the schema and the user's rights",
                cause);
    }
}

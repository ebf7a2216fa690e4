package org.lienthong.reporting.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Rows as columns of Parquet; every column may be empty. */
final class ParquetCells extends WriteSupport<@Nullable Object[]> {

    private static final int DIGITS = 18;

    private final List<Column> columns;

    @SuppressWarnings("NullAway.Init") // the writer gives it before the first row
    private RecordConsumer consumer;

    ParquetCells(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(
                new MessageType(
                        "report", columns.stream().map(ParquetCells::type).toList()),
                Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(@Nullable Object[] cells) {
        consumer.startMessage();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null) {
                consumer.startField(columns.get(i).name(), i);
                add(cell);
                consumer.endField(columns.get(i).name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(Object cell) {
        if (cell instanceof Long number) {
            consumer.addLong(number);
        } else if (cell instanceof BigDecimal decimal) {
            consumer.addLong(decimal.unscaledValue().longValueExact());
        } else if (cell instanceof Double number) {
            consumer.addDouble(number);
        } else if (cell instanceof Boolean flag) {
            consumer.addBoolean(flag);
        } else if (cell instanceof LocalDate day) {
            consumer.addInteger((int) day.toEpochDay());
        } else if (cell instanceof Instant time) {
            consumer.addLong(time.getEpochSecond() * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND));
        } else {
            consumer.addBinary(Binary.fromString((String) cell));
        }
    }

    private static Type type(Column column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case DECIMAL ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.decimalType(Column.SCALE, DIGITS))
                        .named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case TIME ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
        };
    }
}

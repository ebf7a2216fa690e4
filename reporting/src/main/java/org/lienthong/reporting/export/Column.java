package org.lienthong.reporting.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a report, as every format writes it in its own way. */
record Column(String name, Type type) {

    /** Money has two digits after the point. */
    static final int SCALE = 2;

    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        NUMBER,
        FLAG,
        DAY,
        TIME
    }

    static List<Column> of(ResultSetMetaData rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getColumnCount(); i++) {
            columns.add(new Column(rows.getColumnLabel(i), type(rows.getColumnTypeName(i), rows.getColumnType(i))));
        }
        return columns;
    }

    private static Type type(String name, int type) {
        if (name.equals("timestamptz")) {
            return Type.TIME;
        }
        return switch (type) {
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> Type.INTEGER;
            case Types.NUMERIC -> Type.DECIMAL;
            case Types.DOUBLE, Types.REAL -> Type.NUMBER;
            case Types.BIT, Types.BOOLEAN -> Type.FLAG;
            case Types.DATE -> Type.DAY;
            default -> Type.TEXT;
        };
    }

    /** String, Long, BigDecimal, Double, Boolean, LocalDate or Instant by the type; null: nothing there. */
    @Nullable Object read(ResultSet row, int index) throws SQLException {
        switch (type) {
            case INTEGER -> {
                long value = row.getLong(index);
                return row.wasNull() ? null : value;
            }
            case DECIMAL -> {
                BigDecimal value = row.getBigDecimal(index);
                return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_UP);
            }
            case NUMBER -> {
                return row.getObject(index, Double.class);
            }
            case FLAG -> {
                return row.getObject(index, Boolean.class);
            }
            case DAY -> {
                return row.getObject(index, LocalDate.class);
            }
            case TIME -> {
                OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                return time == null ? null : time.toInstant();
            }
            default -> {
                return row.getString(index);
            }
        }
    }
}

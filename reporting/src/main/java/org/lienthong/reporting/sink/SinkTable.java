package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.topic.Topic;

/** Where the records of one topic go. */
interface SinkTable<V extends SpecificRecord> {

    Topic<V> topic();

    /** Makes what the connection needs before the first write, such as a staging table; harmless when repeated. */
    default void prepare(Connection connection) throws SQLException {}

    /** Writes records in the order of their topic, within the transaction of the caller. */
    void write(Connection connection, List<SinkRecord<V>> records) throws SQLException;
}

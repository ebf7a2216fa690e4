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

    /**
     * Makes rows of records, in the order of their topic; they may be written by another thread, while the next ones
     * are made.
     *
     * @throws SinkStoppedException when there is no row for a record
     */
    SinkWrite rows(List<SinkRecord<V>> records);
}

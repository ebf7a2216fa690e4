package org.lienthong.producers.generator;

import org.lienthong.producers.publish.EventSink;

/** Takes the year: sound events, and now and then a wrong one. */
public interface YearSink extends EventSink {

    void publishWrong(WrongRecord record);
}

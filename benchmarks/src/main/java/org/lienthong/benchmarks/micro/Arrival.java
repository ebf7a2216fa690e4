package org.lienthong.benchmarks.micro;

/** An event as a job reads it: the topic that it came on, and its bytes. */
record Arrival(String topic, byte[] value) {}

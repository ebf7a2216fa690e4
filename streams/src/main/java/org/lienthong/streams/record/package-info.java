/** The fold: what a dossier's distinct events, in their one order, make of its record. No Kafka, no clock. */
@NullMarked
package org.lienthong.streams.record;

import org.jspecify.annotations.NullMarked;
